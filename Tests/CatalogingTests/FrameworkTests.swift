import Cataloging
import Compliance
import Testing

@Suite struct FrameworkTests {
    static let catalog = try? CatalogLoader.load(folders: [])

    private func framework(_ id: String) throws -> Framework {
        try #require(Self.catalog?.framework(FrameworkID(id)))
    }

    @Test(arguments: [
        ("owasp-asi-2026", Control.Kind.risk, 10), ("owasp-asi-2026", .control, 86), ("nist-ai-rmf-1.0", .group, 23),
        ("nist-ai-rmf-1.0", .outcome, 72), ("csa-maestro-1", .group, 16), ("csa-maestro-1", .risk, 55),
        ("owasp-nhi-2025", .risk, 10), ("owasp-nhi-2025", .control, 40), ("owasp-llm-2025", .risk, 10),
        ("owasp-llm-2026", .risk, 10), ("owasp-agentic-threats-1.1", .risk, 17), ("nist-ai-600-1", .risk, 12),
        ("nist-ai-600-1", .group, 49), ("nist-ai-600-1", .control, 212),
    ])
    func everyItemIsThere(id: String, kind: Control.Kind, count: Int) throws {
        #expect(try framework(id).controls.count { $0.kind == kind } == count)
    }

    @Test(arguments: [("l1", 7), ("l2", 5), ("l3", 6), ("l4", 6), ("l5", 6), ("l6", 7), ("l7", 13), ("x", 5)])
    func maestroLayersHaveTheirThreats(layer: String, count: Int) throws {
        let parent = ControlID("csa-maestro-1/\(layer)")
        #expect(try framework("csa-maestro-1").controls.count { $0.parent == parent } == count)
    }

    @Test(arguments: [("govern", 6, 19), ("map", 5, 18), ("measure", 4, 22), ("manage", 4, 13)])
    func functionsHaveTheirCategories(function: String, categories: Int, subcategories: Int) throws {
        let controls = try framework("nist-ai-rmf-1.0").controls
        #expect(controls.count { $0.parent == ControlID("nist-ai-rmf-1.0/\(function)") } == categories)
        #expect(controls.count { $0.kind == .outcome && $0.id.item.hasPrefix(function + "-") } == subcategories)
    }

    @Test func titlesOfTheEntriesAreThoseOfOWASP() throws {
        #expect(
            try framework("owasp-asi-2026").controls.filter { $0.kind == .risk }.map(\.title) == [
                "Agent Goal Hijack", "Tool Misuse and Exploitation", "Identity and Privilege Abuse",
                "Agentic Supply Chain Vulnerabilities", "Unexpected Code Execution (RCE)", "Memory & Context Poisoning",
                "Insecure Inter-Agent Communication", "Cascading Failures", "Human-Agent Trust Exploitation",
                "Rogue Agents",
            ])
    }

    @Test func sourceLicenceAndCreditAreStated() throws {
        for framework in try #require(Self.catalog).frameworks {
            #expect(framework.source.hasPrefix("https://"))
            #expect(!framework.licence.isEmpty && !framework.attribution.isEmpty)
            #expect(Set(framework.controls.map(\.statement)).count == framework.controls.count)
        }
    }
}
