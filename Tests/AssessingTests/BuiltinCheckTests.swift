import Assessing
import Cataloging
import Compliance
import Foundation
import Testing

@Suite struct BuiltinCheckTests {
    static let catalog = try? CatalogLoader.load(folders: [])

    @Test(arguments: catalog?.checks ?? [])
    func everyCheckKeepsTheLaws(check: Check) throws {
        #expect(try CheckTrial(check).problems() == [])
    }

    @Test func thereAreManyAndAllFrameworksAreReached() throws {
        let catalog = try #require(Self.catalog)
        #expect(catalog.checks.count >= 160)
        for check in catalog.checks {
            #expect(Set(check.mappings.map(\.control.framework)).count >= 3, "\(check.id)")
        }
    }

    @Test("Products that checks name are products that some collector finds")
    func productsExist() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Collecting")
        let paths = (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String]) ?? []
        let sources = try paths.filter { $0.hasSuffix(".swift") }.map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
        let products = Set(try #require(Self.catalog).checks.flatMap(\.products))
        #expect(products.count > 10)
        for product in products {
            let name = product.replacing(" on GitHub Actions", with: "")
            #expect(sources.contains { $0.contains("\"\(name)\"") }, "\(product)")
        }
    }

    @Test func aCheckThatTestsNothingIsFound() throws {
        let lazy = Check(
            id: CheckID("a/b"), title: "t", method: .test, severity: .low, subject: .mcpServer, when: nil,
            assert: "TRUE",
            message: "{nmae}", mappings: [], rationale: "", remediation: "", references: [],
            examples: [CheckExample(name: "one", given: [.mcpServer: [["name": "a"]]], expect: .satisfied)])
        let problems = try CheckTrial(lazy).problems()
        #expect(problems.contains("no example shows not-satisfied"))
        #expect(problems.contains { $0.contains("nmae") })
    }

    @Test func aPassByAbsenceIsFound() throws {
        let trap = Check(
            id: CheckID("a/b"), title: "t", method: .test, severity: .low, subject: .mcpServer, when: nil,
            assert: "coalesce(tls, TRUE)", message: "m", mappings: [], rationale: "", remediation: "", references: [],
            examples: [
                CheckExample(name: "plain", given: [.mcpServer: [["name": "a", "tls": false]]], expect: .notSatisfied),
                CheckExample(name: "tls", given: [.mcpServer: [["name": "a", "tls": true]]], expect: .satisfied),
            ])
        #expect(try CheckTrial(trap).problems().contains { $0.contains("unknown, more is satisfied") })
    }
}
