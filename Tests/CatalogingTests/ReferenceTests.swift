import Cataloging
import Compliance
import Testing

@Suite("References as people write them")
struct ReferenceTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let text: String
        let framework: String
        let expected: String
        let warnings: [String]
        var testDescription: String { "\(framework) \(text)" }
    }

    static let rows = ReferenceCatalog.records("references.csv").map { fields in
        Row(
            text: fields[0], framework: fields[1], expected: fields[2],
            warnings: fields[3].split(separator: ";").map(String.init))
    }

    @Test func theTableIsThere() {
        #expect(Self.rows.count > 200)
    }

    @Test("resolve", arguments: rows)
    func resolves(row: Row) throws {
        let resolver = try #require(ReferenceCatalog.resolver)
        let resolution = resolver.resolve(row.text, framework: row.framework.isEmpty ? nil : row.framework)
        #expect(Self.outcome(resolution) == row.expected)
        if row.warnings.isEmpty { #expect(resolution.warnings.isEmpty) }
        for words in row.warnings { #expect(resolution.warnings.contains { $0.contains(words) }, "\(resolution)") }
    }

    private static func outcome(_ resolution: Resolution) -> String {
        switch resolution.outcome {
        case .resolved(let target): target.description
        case .ambiguous(let targets): "ambiguous:" + targets.map(\.description).joined(separator: "|")
        case .unknown: "none"
        case .retired: "retired"
        }
    }
}
