import Compliance
import Foundation
import Testing

@testable import Reporting

@Suite("assessment.json")
struct JSONTests {
    private func read(_ assessment: Assessment) throws -> [String: Any] {
        let bytes = JSONWriter().bytes(of: assessment)
        #expect(bytes.last == 0x0A)
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private func list(_ object: [String: Any], _ key: String) throws -> [[String: Any]] {
        try #require(object[key] as? [[String: Any]])
    }

    @Test func holdsTheWholeAssessment() throws {
        let sample = Sample().assessment
        let json = try read(sample)
        #expect(json["schema_version"] as? Int == JSONWriter.schemaVersion)
        #expect(try list(json, "controls").count == sample.controls.count)
        #expect(try list(json, "checks").count == sample.checks.count)
        #expect(try list(json, "gaps").count == sample.gaps.count + sample.questions.count)
        #expect(try list(json, "statements").map { $0["standing"] as? String } == ["valid", "invalid", "contradicted"])
        #expect(try list(json, "waivers")[1]["lapsed"] as? String == "what was accepted has changed")
        let evidence = try #require(json["evidence"] as? [String: Any])
        #expect(try list(evidence, "artifacts").count == 5)
        #expect(try list(evidence, "coverage").first?["completeness"] as? String == "partial")
        let finding = try #require((try list(json, "checks")[0]["findings"] as? [[String: Any]])?.first)
        let place = try #require((finding["citations"] as? [[String: Any]])?.first)
        #expect(place["artifact"] as? String == ".mcp.json")
        #expect(place["line"] as? Int == 14)
        #expect(place["column"] as? Int == 14)
    }

    @Test func recordsHaveTheSameKeysAndSayNull() throws {
        let gaps = try list(read(Sample().assessment), "gaps")
        #expect(Set(gaps.map { $0.keys.sorted() }).count == 1)
        #expect(gaps[4]["check"] is NSNull)
        #expect(gaps[1]["waiver"] as? Int == 0)
    }

    @Test func keepsHostileTextsExactly() throws {
        let json = try read(Sample(dress: { $0 + Hostile.everything }).assessment)
        #expect(
            try list(json, "gaps")[0]["title"] as? String == "Shell commands are bounded or asked for"
                + Hostile.everything)
        #expect(try list(json, "agents")[0]["owner"] as? String == "Platform team" + Hostile.everything)
    }

    @Test func writesOneRecordALine() throws {
        let text = String(decoding: JSONWriter().bytes(of: Sample().assessment), as: UTF8.self)
        let records = text.split(separator: "\n").filter { $0.contains("\"extent\"") }
        #expect(records.count == Sample().assessment.controls.count)
    }
}
