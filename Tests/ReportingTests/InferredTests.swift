import Compliance
import Foundation
import Testing

@testable import Reporting

@Suite("Inferred verdicts in reports")
struct InferredTests {
    private func json() throws -> [String: Any] {
        let data = Data(JSONWriter().bytes(of: Sample().assessment))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("assessment.json has verdict and path, and no key where nothing follows")
    func inJSON() throws {
        let controls = try #require(try json()["controls"] as? [[String: Any]])
        let marked = controls.filter { $0["inferred"] is [String: Any] }
        #expect(marked.count == 1 && controls.count { $0["inferred"] != nil } == 1)
        #expect(marked[0]["verdict"] as? String == "undetermined")
        let inferred = try #require(marked[0]["inferred"] as? [String: Any])
        let step = try #require((inferred["path"] as? [[String: String]])?.first)
        #expect(inferred["verdict"] as? String == "satisfied")
        #expect(
            step == [
                "mapping": "owasp-asi-2026--nist-ai-rmf-1.0", "from": "nist-ai-rmf-1.0/govern-1.1",
                "relationship": "superset-of", "to": "owasp-asi-2026/asi07",
            ])
    }

    @Test("The mappings are on record with version and digest")
    func provenance() throws {
        let catalog = try #require(try json()["catalog"] as? [String: Any])
        let mapping = try #require((catalog["mappings"] as? [[String: Any]])?.first)
        #expect(mapping["version"] as? String == "1" && mapping["rows"] as? Int == 1)
        #expect(mapping["sha256"] as? String == String(repeating: "12", count: 32))
        let text = String(decoding: MarkdownWriter().bytes(of: Sample().assessment), as: UTF8.self)
        #expect(text.contains("### Mappings"))
        #expect(text.contains("`owasp-asi-2026--nist-ai-rmf-1.0` | 1 | ours | set-theory | 1 | `1212"))
    }

    @Test("The document marks it, explains the mark, and leaves the verdict")
    func inMarkdown() throws {
        let text = String(decoding: MarkdownWriter().bytes(of: Sample().assessment), as: UTF8.self)
        let line = "*inferred*: mitigation shown, by `nist-ai-rmf-1.0/govern-1.1` superset-of `owasp-asi-2026/asi07`"
        #expect(text.contains(line))
        #expect(text.contains("What is marked *inferred*"))
        let none = String(decoding: MarkdownWriter().bytes(of: Sample.empty), as: UTF8.self)
        #expect(!none.contains("*inferred*"))
    }

    @Test("OSCAL has it as properties of the target beside the verdict")
    func inOSCAL() {
        let text = String(decoding: OSCALAssessmentResultsWriter().bytes(of: Sample().assessment), as: UTF8.self)
        #expect(text.contains("name=\"inferred-verdict\""))
        #expect(text.contains("value=\"nist-ai-rmf-1.0/govern-1.1 superset-of owasp-asi-2026/asi07\""))
    }
}
