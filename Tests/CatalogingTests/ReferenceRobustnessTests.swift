import Cataloging
import Compliance
import Testing

/// Laws that hold for every reference, whatever is written in it.
@Suite("References of all kinds")
struct ReferenceRobustnessTests {
    /// A generator with a fixed seed: the same texts in every run.
    private struct Random: RandomNumberGenerator {
        var state: UInt64 = 42

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func resolver() throws -> ReferenceResolver { try #require(ReferenceCatalog.resolver) }

    @Test func everyIdentifierIsItself() throws {
        let resolver = try resolver()
        for control in try #require(ReferenceCatalog.catalog).frameworks.flatMap(\.controls) {
            let resolution = resolver.resolve(control.id.rawValue)
            #expect(resolution.target == .control(control.id))
            #expect(resolution.warnings.isEmpty)
        }
    }

    @Test func everyItemIsFoundInItsFramework() throws {
        let resolver = try resolver()
        for control in try #require(ReferenceCatalog.catalog).frameworks.flatMap(\.controls) {
            for text in [control.id.item.uppercased(), "\(control.id.item): \(control.title)"] {
                let resolution = resolver.resolve(text, framework: control.id.framework.rawValue)
                #expect(resolution.target == .control(control.id), "\(text): \(resolution)")
                #expect(resolution.warnings.isEmpty, "\(text): \(resolution)")
            }
        }
    }

    @Test func everyTitleIsAmongItsMeanings() throws {
        let resolver = try resolver()
        for control in try #require(ReferenceCatalog.catalog).frameworks.flatMap(\.controls) {
            switch resolver.resolve(control.title, framework: control.id.framework.rawValue).outcome {
            case .resolved(let target): #expect(target == .control(control.id))
            case .ambiguous(let targets): #expect(targets.contains(.control(control.id)))
            case .unknown, .retired: Issue.record("\(control.id): \(control.title)")
            }
        }
    }

    @Test func noTextBreaksIt() throws {
        let resolver = try resolver()
        var random = Random()
        let parts = [
            "ASI", "01", "1", "-", ".", ":", "2025", "2026", " ", "GOVERN", "GV", "001", "LLM", "T", "L", "3",
            "MAESTRO",
            "(", ")", "/", "owasp-asi-2026", "[", "](", "é", "\u{200D}", "👩‍👩‍👧", "９", "٣", ",", "and", "Rogue Agents",
            "\u{0}",
            "99999999999999999999999", "|", "`", "\n", "NHI", "x",
        ]
        for _ in 0..<100 {
            let text = (0..<Int.random(in: 1...7, using: &random)).map { _ in parts.randomElement(using: &random) ?? ""
            }
            .joined()
            let resolution = resolver.resolve(text)
            #expect(resolution == resolver.resolve(text))
            _ = resolver.references(in: text)
        }
    }
}
