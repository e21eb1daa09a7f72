import Assessing
import Cataloging
import Compliance
import Testing

@Suite struct BuiltinCheckTests {
    static let catalog = try? CatalogLoader.load(folders: [])

    @Test(arguments: catalog?.checks ?? [])
    func everyCheckKeepsTheLaws(check: Check) throws {
        #expect(try CheckTrial(check).problems() == [])
    }

    @Test func thereAreSixtyOrMoreAndAllFrameworksAreReached() throws {
        let catalog = try #require(Self.catalog)
        #expect(catalog.checks.count >= 60)
        for check in catalog.checks {
            #expect(Set(check.mappings.map(\.control.framework)).count >= 3, "\(check.id)")
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
