import Assessing
import Cataloging
import Compliance
import Testing

@Suite struct ProfileTests {
    static let catalog = try? CatalogLoader.load(folders: [])
    static let tailored = (catalog?.profiles ?? []).flatMap { profile in
        (try? catalog?.tailored(by: profile).checks.filter(\.isTailored)) ?? []
    }

    @Test(arguments: tailored)
    func theLawsHoldByTheValuesOfEveryProfile(check: Check) throws {
        #expect(try CheckTrial(check).problemsWithAnyValues() == [])
    }

    private func verdict(_ id: CheckID, _ table: Table, _ values: [String: Value], _ profile: String?) throws
        -> Verdict?
    {
        var catalog = try #require(Self.catalog)
        if let profile { catalog = try catalog.tailored(by: try #require(catalog.profile(ProfileID(profile)))) }
        var evidence = Sample.evidence(tls: [])
        let place = Provenance(
            agent: Sample.agent, artifact: ".mcp.json", line: 1, column: 1, pointer: "", collector: "t")
        evidence.record(table, place, values)
        let assessment = try Assessor(catalog: catalog)
            .assess(evidence, waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t")
        return assessment.checks.first { $0.check == id }?.verdict
    }

    @Test(arguments: [
        (nil, 40_000, Verdict.satisfied), ("high-autonomy", 40_000, .notSatisfied),
        ("high-autonomy", 3_600, .satisfied),
        ("coding-assistant", 40_000, .satisfied), ("multi-agent", 40_000, .notSatisfied),
        ("baseline", 40_000, .satisfied),
        (nil, 90_000, .notSatisfied),
    ])
    func aProfileThatTightensChangesAVerdict(profile: String?, seconds: Int, expected: Verdict) throws {
        let credential: [String: Value] = [
            "holder": "agent", "name": "TOKEN", "kind": "token", "storage": "helper", "detector": "test",
            "ttl_seconds": .integer(seconds),
        ]
        #expect(try verdict(CheckID("credentials/short-lived"), .credential, credential, profile) == expected)
    }

    @Test func aMessageTakesTheValueAsTextOnly() throws {
        let parameter = try CheckParameter(name: "p", label: "l", unit: nil, kind: .text, value: "{transport} 'x'")
        let check = Check(
            id: CheckID("a/b"), title: "t", method: .test, severity: .high, subject: .mcpServer, when: nil,
            assert: "name = :p", message: "\"{name}\" is not {:p}", mappings: [], rationale: "r", remediation: "r",
            references: [], examples: [], parameters: [parameter])
        let assessment = try Assessor(catalog: Sample.catalog([], [check])).assess(
            Sample.evidence(tls: [true]), waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t")
        #expect(assessment.checks[0].findings.map(\.message) == ["\"s0\" is not {transport} 'x'"])
    }

    @Test func aParameterThatNoExampleNoticesIsFound() throws {
        let parameter = try CheckParameter(name: "p", label: "l", unit: nil, kind: .number, value: 5)
        let check = Check(
            id: CheckID("a/b"), title: "t", method: .test, severity: .high, subject: .mcpServer, when: nil,
            assert: "tls AND :p = :p", message: "m", mappings: [], rationale: "r", remediation: "r",
            references: [], examples: [], parameters: [parameter])
        #expect(try CheckTrial(check).problems().contains { $0.contains("parameter p is another") })
    }

    @Test func withoutAPartTheWholeIsNeverShown() throws {
        let import1 = Profile.Import(
            framework: Sample.framework, include: nil, withChildControls: true,
            exclude: [ControlID(Sample.framework, "a.2")])
        let profile = Profile(
            id: ProfileID("p"), title: "P", summary: "s", imports: [import1], settings: [], digest: "d")
        let catalog = Sample.catalog(
            [Sample.control("a"), Sample.control("a.1", parent: "a"), Sample.control("a.2", parent: "a")],
            [Sample.check("x/y", maps: [("a.1", .equalTo)]), Sample.check("x/z", maps: [("a.2", .equalTo)])])
        func results(_ catalog: Catalog) throws -> [ControlResult] {
            try Assessor(catalog: catalog).assess(
                Sample.evidence(tls: [true]), waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t"
            ).controls
        }
        #expect(try results(catalog).map(\.verdict) == [.satisfied, .satisfied, .satisfied])
        let tailored = try catalog.tailored(by: profile)
        #expect(tailored.checks.map(\.id) == [CheckID("x/y")])
        let less = try results(tailored)
        #expect(less.map(\.control.item) == ["a", "a.1"])
        #expect(less.map(\.verdict) == [.undetermined, .satisfied])
        #expect(less[0].missing == [.leftOut([ControlID(Sample.framework, "a.2")])])
    }
}
