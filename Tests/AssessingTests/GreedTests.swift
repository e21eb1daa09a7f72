import Compliance
import Testing

@testable import Assessing

@Suite("A check that asks for more memory than there is")
struct GreedTests {
    private static func store(megabytes: Int) throws -> EvidenceStore {
        var evidence = Evidence()
        let place = Provenance(agent: Sample.agent, artifact: "a", line: 1, column: 1, pointer: "/a", collector: "t")
        let text = String(repeating: "x", count: megabytes << 20)
        evidence.record(
            .setting, place,
            ["level": "project", "key": "k", "type": "text", "value": .text(text), "status": "in-force"])
        try #require(evidence.faults.isEmpty, "\(evidence.faults.prefix(2))")
        return try EvidenceStore(evidence)
    }

    @Test func isRefusedAndNamed() throws {
        let doubled = Array(repeating: "value", count: 40).joined(separator: " || ")
        let check = try CompiledCheck(Sample.check("greedy/check", subject: .setting, assert: "length(\(doubled)) > 0"))
        let store = try Self.store(megabytes: 2)
        let error = #expect(throws: CheckError.self) { try store.verdicts(of: check) }
        #expect(error?.description == "check greedy/check: it makes a value of more than 64 MiB")
    }

    @Test("A value as large as the largest file is judged")
    func isNotMetByLargeEvidence() throws {
        let check = try CompiledCheck(Sample.check("large/value", subject: .setting, assert: "lower(value) <> 'y'"))
        #expect(try Self.store(megabytes: 32).verdicts(of: check).map(\.verdict) == [.satisfied])
    }
}
