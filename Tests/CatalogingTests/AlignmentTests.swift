import Cataloging
import Documents
import Foundation
import Testing

@Suite("Alignment tables")
struct AlignmentTests {
    @Test func referencesAreResolvedAndTheRestIsTold() throws {
        let data = try Data(contentsOf: ReferenceCatalog.fixtures.appending(path: "tables/alignment.md"))
        let read = try AlignmentImport(
            Array(data), path: "alignment.md", resolver: #require(ReferenceCatalog.resolver))
        #expect(
            read.links.map { "\($0.line) \($0.target)" } == [
                "5 owasp-nhi-2025/nhi2", "6 owasp-asi-2026/asi01", "6 owasp-asi-2026/asi03", "6 owasp-asi-2026/asi10",
                "7 nist-ai-rmf-1.0/govern-1.1", "7 nist-ai-rmf-1.0/govern-1.2", "7 nist-ai-rmf-1.0/map-2.3",
                "8 csa-maestro-1", "10 nist-ai-600-1/gv-1.1-001", "10 nist-ai-600-1/gv-1.2-001",
            ])
        #expect(read.links[0].warnings.contains { $0.contains("OWASP ASI 2026") })
        #expect(read.links[1].relevance == "Goals and identity")
        #expect(read.unresolved.map(\.position.line) == [9, 11])
    }

    @Test(
        "A cell is split into its references",
        arguments: [
            ("ASI01, ASI02", ["ASI01", "ASI02"]), ("ASI01; T6 and LLM03:2025", ["ASI01", "T6", "LLM03:2025"]),
            ("ASI02 Tool Misuse and Exploitation", ["ASI02 Tool Misuse and Exploitation"]),
            (
                "ASI02 Tool Misuse and Exploitation, ASI06 Memory & Context Poisoning",
                ["ASI02 Tool Misuse and Exploitation", "ASI06 Memory & Context Poisoning"]
            ),
            ("MAP 1.1, 2.3", ["MAP 1.1", "MAP 2.3"]), ("T6, 7", ["T6", "T 7"]), ("ASI01, ASI99", ["ASI01", "ASI99"]),
            ("Agent Goal Hijack, Rogue Agents", ["Agent Goal Hijack", "Rogue Agents"]),
            ("ASI01<br>ASI02", ["ASI01", "ASI02"]), ("", []), ("–", []),
            ("GOVERN 1.1 / MAP 2.3", ["GOVERN 1.1", "MAP 2.3"]),
            ("NHI-1 through NHI-3 (all)", ["NHI1", "NHI2", "NHI3"]), ("T1–T3, T5", ["T1", "T2", "T3", "T5"]),
            ("GV-1.7, MP-9.1", ["GV-1.7", "MP-9.1"]), ("L3 Agent Frameworks, L4", ["L3 Agent Frameworks", "L4"]),
            ("Denial of Service on Data Infrastructure", ["Denial of Service on Data Infrastructure"]),
        ])
    func cells(cell: String, expected: [String]) throws {
        #expect(try #require(ReferenceCatalog.resolver).references(in: cell) == expected)
    }
}
