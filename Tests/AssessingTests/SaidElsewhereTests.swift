import Compliance
import Testing

@testable import Assessing

@Suite("What another check says already")
struct SaidElsewhereTests {
    private func check(_ id: String, when: String? = nil, assert: String = "tls", by sayers: [String] = []) -> Check {
        let plain = Sample.check(id, when: when, assert: assert)
        return Check(
            id: plain.id, title: "Title of \(id)", method: .test, severity: .high, subject: .mcpServer, when: when,
            assert: assert, message: "{name} fails \(id)",
            mappings: [
                CheckMapping(
                    control: ControlID(Sample.framework, id.hasSuffix("one") ? "c" : "d"), relationship: .subsetOf,
                    because: "part")
            ], rationale: "r", remediation: "do it", references: [], examples: [], saidBy: sayers.map(CheckID.init))
    }

    private func assess(_ checks: [Check], places: [Int] = [7, 7]) throws -> Assessment {
        var evidence = Sample.evidence(tls: [false, false])
        evidence.replace(
            .mcpServer,
            with: try zip(evidence[.mcpServer], places).map { row, line in
                try Row(
                    .mcpServer,
                    Provenance(
                        agent: Sample.agent, artifact: ".mcp.json", line: line, column: 5, pointer: "/p",
                        collector: "t"),
                    [
                        "name": row["name"], "client": "Claude Code", "transport": "http", "tls": false,
                        "enabled": true, "injects_code": false, "shell_expansion": false,
                    ])
            })
        return try Assessor(catalog: Sample.catalog([Sample.control("c"), Sample.control("d")], checks)).assess(
            evidence, waivers: [], at: "2026-11-25T00:00:00Z", toolVersion: "t")
    }

    @Test func aRepetitionIsNamedInTheGapThatSaysIt() throws {
        let found = try assess([check("a/one"), check("a/two", by: ["a/one"])])
        #expect(found.gaps.map(\.check?.rawValue) == ["a/one"])
        #expect(found.gaps.first?.detail.last == "the same fails a/two: Title of a/two")
        #expect(found.gaps.first?.controls.map(\.item) == ["c", "d"])
        #expect(found.checks.map(\.verdict) == [.notSatisfied, .notSatisfied], "verdicts are not touched")
        #expect(found.controls.map(\.verdict) == [.notSatisfied, .notSatisfied])
    }

    @Test func whatIsAcceptedIsAllThatIsSaid() throws {
        let alone = try assess([check("a/one")]).gaps.first
        let both = try assess([check("a/one"), check("a/two", by: ["a/one"])]).gaps
        #expect(both.count == 1)
        #expect(alone?.valueDigest != both.first?.valueDigest)
    }

    @Test func otherPlacesStayWithTheirCheck() throws {
        let found = try assess(
            [check("a/one", when: "name = 's0'"), check("a/two", by: ["a/one"])], places: [7, 8])
        #expect(found.gaps.map(\.check?.rawValue) == ["a/one", "a/two"])
        #expect(found.gaps.last?.detail == ["s1 fails a/two"])
        #expect(found.gaps.last?.citations.map(\.line) == [8])
    }

    @Test("One line may hold many rows: another row of the line is not said")
    func minified() throws {
        let found = try assess([check("a/one", when: "name = 's0'"), check("a/two", by: ["a/one"])])
        #expect(found.gaps.map(\.check?.rawValue) == ["a/one", "a/two"])
        #expect(found.gaps.last?.detail == ["s1 fails a/two"])
    }

    @Test("Between tables the place decides, to the column", arguments: [(5, 1), (6, 2)])
    func otherTables(column: Int, gaps: Int) throws {
        var evidence = Sample.evidence(tls: [false])
        evidence.record(
            .sandbox,
            Provenance(
                agent: Sample.agent, artifact: ".mcp.json", line: 7, column: column, pointer: "/s", collector: "t"),
            ["kind": "os-sandbox", "enabled": false])
        try #require(evidence.faults.isEmpty)
        let plain = Sample.check("a/two", subject: .sandbox, assert: "enabled", maps: [("d", .subsetOf)])
        let beside = Check(
            id: plain.id, title: plain.title, method: .test, severity: .low, subject: .sandbox, when: nil,
            assert: "enabled", message: "off", mappings: plain.mappings, rationale: "r", remediation: "do it",
            references: [], examples: [], saidBy: [CheckID("a/one")])
        let found = try Assessor(
            catalog: Sample.catalog([Sample.control("c"), Sample.control("d")], [check("a/one"), beside])
        ).assess(evidence, waivers: [], at: "2026-11-25T00:00:00Z", toolVersion: "t").gaps
        #expect(found.count == gaps)
    }

    @Test func aCheckThatPassesSaysNothing() throws {
        let found = try assess([check("a/one", assert: "NOT tls"), check("a/two", by: ["a/one", "a/unheard-of"])])
        #expect(found.gaps.map(\.check?.rawValue) == ["a/two"])
    }

    @Test func whatIsSaidInTurnIsSaidOnce() throws {
        let found = try assess([check("a/one"), check("a/two", by: ["a/one"]), check("b/three", by: ["a/two"])])
        #expect(found.gaps.map(\.check?.rawValue) == ["a/one"])
        let last = found.gaps.first?.detail.suffix(2).map { String($0.prefix(20)) }
        #expect(last == ["the same fails a/two", "the same fails b/thr"])
    }
}

@Suite("A file that could not be read")
struct UnreadFileTests {
    @Test func isOneGap() throws {
        var evidence = Sample.evidence(tls: [])
        evidence.replace(
            .artifact,
            with: evidence[.artifact].map { $0.setting("status", to: "refused").setting("reason", to: "it is empty") })
        let check = Sample.check("assessment/read", subject: .artifact, assert: "status <> 'refused'")
        let found = try Assessor(catalog: Sample.catalog([Sample.control("c")], [check])).assess(
            evidence, waivers: [], at: "2026-11-25T00:00:00Z", toolVersion: "t")
        #expect(found.checks.map(\.verdict) == [.notSatisfied])
        #expect(found.gaps.map(\.title) == [".mcp.json could not be read"])
        #expect(found.gaps.map(\.severity) == [.high])
    }
}

@Suite("What a passing row rests on")
struct WitnessTests {
    private let beside = """
        tls AND CASE WHEN EXISTS (SELECT 1 FROM sandbox WHERE sandbox.agent = mcp_server.agent AND enabled) THEN TRUE \
        WHEN EXISTS (SELECT 1 FROM sandbox WHERE sandbox.agent = mcp_server.agent AND coalesce(enabled, TRUE)) THEN NULL \
        ELSE FALSE END
        """

    private func findings(enabled: [Bool?]) throws -> [Finding] {
        var evidence = Sample.evidence(tls: [true])
        for (number, value) in enabled.enumerated() {
            evidence.record(
                .sandbox,
                Provenance(
                    agent: Sample.agent, artifact: "s.json", line: number + 1, column: 1, pointer: "/s", collector: "t"),
                ["kind": "os-sandbox", "enabled": Value(value)])
        }
        try #require(evidence.faults.isEmpty)
        return try Assessor(
            catalog: Sample.catalog([Sample.control("c")], [Sample.check("a/one", assert: beside)])
        ).assess(evidence, waivers: [], at: "2026-11-25T00:00:00Z", toolVersion: "t").checks.flatMap(\.findings)
    }

    @Test func isCitedAfterTheRow() throws {
        let found = try findings(enabled: [false, true, nil, true, true, true])
        #expect(found.map(\.verdict) == [.satisfied])
        #expect(found.first?.citations.map(\.place) == [".mcp.json:7:5", "s.json:2:1", "s.json:4:1", "s.json:5:1"])
    }

    @Test func isNotCitedByAFailure() throws {
        #expect(try findings(enabled: [false]).map(\.citations.count) == [1])
        #expect(try findings(enabled: [nil]).map(\.citations.count) == [1])
    }

    @Test func whatIsNegatedProvesNothing() throws {
        let expression = try CheckExpression(
            "NOT EXISTS (SELECT 1 FROM sandbox WHERE sandbox.agent = a.agent) AND EXISTS (SELECT 1 FROM tool AS t WHERE "
                + "t.agent = a.agent AND EXISTS (SELECT 1 FROM hook WHERE hook.agent = a.agent))")
        #expect(expression.witnesses(limit: 2).map(\.table) == [.tool])
        #expect(expression.witnesses(limit: 2).first?.query.contains("t.rowid") == true)
    }
}
