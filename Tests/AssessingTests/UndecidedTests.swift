import Compliance
import Testing

@testable import Assessing

@Suite("What is undecided")
struct UndecidedTests {
    private static let parts: [(String, Relationship)] = [("c", .subsetOf)]

    private func gaps(_ checks: [Check], tls: [Bool?]) throws -> [Gap] {
        let catalog = Sample.catalog([Sample.control("c")], checks)
        return try Assessor(catalog: catalog).assess(
            Sample.evidence(tls: tls), waivers: [], at: "2026-11-25T00:00:00Z", toolVersion: "t"
        ).gaps
    }

    @Test func checksOfTheSameRowsAreOneGap() throws {
        let found = try gaps(
            [Sample.check("a/one", maps: Self.parts), Sample.check("a/two", maps: Self.parts)], tls: [nil])
        #expect(found.count == 1)
        #expect(found.first?.title == "Not decided: 2 checks of the same mcp_server")
        #expect(found.first?.detail.count == 2)
        // A question, not a finding: the files were read and do not tell.
        #expect(found.first?.severity == .info && found.first?.cause == .unstatedValue)
    }

    @Test func whatAlreadyFailsIsNotAskedAgain() throws {
        let found = try gaps(
            [
                Sample.check("a/fails", assert: "url = 'x' AND name <> 's0'", maps: Self.parts),
                Sample.check("a/unknown", maps: Self.parts),
            ], tls: [nil])
        #expect(found.map(\.check?.rawValue) == ["a/fails"])
    }

    @Test func whatIsLackingBesideTheRowIsNamed() throws {
        let check = Sample.check(
            "a/one",
            assert: """
                CASE WHEN EXISTS (SELECT 1 FROM sandbox WHERE sandbox.agent = mcp_server.agent AND escapable IS NULL) THEN NULL
                ELSE FALSE END
                """,
            maps: Self.parts)
        var evidence = Sample.evidence(tls: [true])
        evidence.record(
            .sandbox, Provenance(agent: Sample.agent, artifact: "s", line: 1, column: 1, pointer: "", collector: "t"),
            ["kind": "os-sandbox", "enabled": true])
        let found = try Assessor(catalog: Sample.catalog([Sample.control("c")], [check])).assess(
            evidence, waivers: [], at: "2026-11-25T00:00:00Z", toolVersion: "t")
        #expect(found.gaps.map(\.detail) == [["\"s0\": sandbox.escapable not known"]])
    }

    @Test func allUndecidedRowsAreCounted() throws {
        let found = try gaps([Sample.check("a/one", maps: Self.parts)], tls: Array(repeating: nil, count: 45))
        #expect(found.first.map { $0.detail.count + $0.moreDetail } == 45)
    }
}

@Suite("What a waiver accepts")
struct AcceptedValueTests {
    @Test func includesWhatTheCheckReadsBeside() throws {
        let check = Sample.check(
            "a/beside",
            assert: "tls OR EXISTS (SELECT 1 FROM sandbox WHERE sandbox.agent = mcp_server.agent AND enabled)",
            maps: [("c", .subsetOf)])
        let catalog = Sample.catalog([Sample.control("c")], [check])
        let digests = try ["open", "none"].map { network in
            var evidence = Sample.evidence(tls: [false])
            evidence.record(
                .sandbox,
                Provenance(agent: Sample.agent, artifact: "s", line: 1, column: 1, pointer: "", collector: "t"),
                ["kind": "os-sandbox", "enabled": false, "network": .text(network)])
            try #require(evidence.faults.isEmpty, "\(evidence.faults)")
            return try Assessor(catalog: catalog).assess(
                evidence, waivers: [], at: "2026-11-25T00:00:00Z", toolVersion: "t"
            ).gaps.first?.valueDigest
        }
        #expect(digests[0] != nil && digests[0] != digests[1])
    }
}
