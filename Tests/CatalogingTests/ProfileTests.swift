import Cataloging
import Compliance
import Testing

@Suite struct ProfileTests {
    static let catalog = try? CatalogLoader.load(folders: [])

    @Test(arguments: [
        (
            "baseline",
            [
                "csa-maestro-1 30/55", "nist-ai-rmf-1.0 13/72", "owasp-asi-2026 68/96",
            ]
        ),
        (
            "coding-assistant",
            [
                "csa-maestro-1 18/55", "nist-ai-rmf-1.0 9/72", "owasp-asi-2026 60/96", "owasp-llm-2025 7/10",
                "owasp-nhi-2025 25/50",
            ]
        ),
        (
            "high-autonomy",
            [
                "csa-maestro-1 46/55", "nist-ai-rmf-1.0 41/72", "owasp-asi-2026 96/96", "owasp-nhi-2025 45/50",
            ]
        ),
        (
            "multi-agent",
            [
                "csa-maestro-1 41/55", "nist-ai-rmf-1.0 26/72", "owasp-agentic-threats-1.1 15/17",
                "owasp-asi-2026 78/96", "owasp-nhi-2025 30/50",
            ]
        ),
    ])
    func aBuiltInProfileChoosesWhatItSays(id: String, expected: [String]) throws {
        let catalog = try #require(Self.catalog)
        let profile = try #require(catalog.profile(ProfileID(id)))
        let tailored = try catalog.tailored(by: profile)
        let shares = try #require(tailored.tailoring).shares
        #expect(shares.map { "\($0.framework) \($0.chosen)/\($0.total)" } == expected)
        let items = tailored.frameworks.flatMap(\.controls)
        #expect(items.count { $0.kind != .group } == shares.reduce(0) { $0 + $1.chosen })
        let ids = Set(items.map(\.id))
        #expect(items.allSatisfy { $0.parent.map(ids.contains) ?? true })
        #expect(profile.summary.count > 150, "it says for whom")
        #expect(tailored.checks.contains { $0.isOfAssessment })
    }

    @Test func thereAreFour() throws {
        #expect(
            try #require(Self.catalog).profiles.map(\.id.rawValue)
                == ["baseline", "coding-assistant", "high-autonomy", "multi-agent"])
    }

    @Test func whatNamesTheCheckCountsBeforeWhatNamesAll() throws {
        let profile = try CatalogFolder.load(["profiles/mine.yaml": Self.sound])
        let mine = try #require(profile.profile(ProfileID("mine")))
        let tailored = try profile.tailored(by: mine)
        #expect(tailored.check(CheckID("credentials/short-lived"))?.parameter("ttl_hours")?.value == 2)
        #expect(tailored.check(CheckID("combinations/no-standing-secrets-unasked"))?.parameter("ttl_hours")?.value == 8)
        #expect(tailored.check(CheckID("credentials/short-lived"))?.title == "Credentials expire within 2 hours")
        #expect(tailored.frameworks.flatMap(\.controls).map(\.id.item).filter { $0.hasPrefix("asi02") } == [])
        #expect(tailored.control(ControlID("owasp-asi-2026/asi03.m1")) != nil)
        #expect(tailored.control(ControlID("owasp-asi-2026/asi03.m5")) == nil)
        #expect(tailored.selecting([FrameworkID("owasp-asi-2026")]).tailoring?.shares.count == 1)
    }

    static let sound = """
        id: mine
        title: Mine
        summary: For us.
        imports:
          - framework: owasp-asi-2026
            include: [asi03]
            exclude: [asi03.m5]
          - framework: csa-maestro-1
            include: all
        set-parameters:
          ttl_hours: 8
          credentials/short-lived/ttl_hours: 2
        """

    @Test(arguments: [
        ("id: mine", "id: yours", ":1:", "must be the file's name"),
        ("title: Mine", "titel: Mine", ":2:", "there is no key"),
        ("summary: For us.", "summary: ''", ":3:", "summary"),
        ("include: [asi03]", "include: [asi33]", ":6:", "no item asi33"),
        ("include: [asi03]", "include: some", ":6:", "all, or a list"),
        ("exclude: [asi03.m5]", "exclude: []", ":7:", "not empty"),
        ("include: [asi03]", "include: [asi03.m5]", ":5:", "nothing of owasp-asi-2026"),
        ("framework: csa-maestro-1", "framework: csa-maestro-9", ":8:", "there is no framework"),
        ("framework: csa-maestro-1", "framework: owasp-asi-2026", ":8:", "imported twice"),
        ("exclude: [asi03.m5]", "excludes: [asi03.m5]", ":7:", "did you mean exclude"),
        ("ttl_hours: 8", "ttl_days: 8", ":11:", "there is no parameter ttl_days"),
        ("ttl_hours: 8", "ttl_hours: '8; DROP'", ":11:", "expected ttl_hours to be a number"),
        ("ttl_hours: 8", "ttl_hours: .nan", ":11:", "number"),
        ("ttl_hours: 8", "ttl_hours: [8]", ":11:", "a number or a text"),
        ("short-lived/ttl_hours", "short-life/ttl_hours", ":12:", "there is no parameter"),
        ("include: all", "include: [l1]\n    with-child-controls: false", ":9:", "is a heading"),
        ("ttl_hours: 8", "turns: 99999999999999999", ":11:", "beyond"),
    ])
    func aMalformedOneNamesPlaceAndExpectation(part: String, replacement: String, place: String, expected: String) {
        let error = #expect(throws: CatalogProblems.self) {
            _ = try CatalogFolder.load([
                "profiles/mine.yaml": Self.sound.replacing(part, with: replacement, maxReplacements: 1)
            ])
        }
        let lines = (error?.description ?? "").split(separator: "\n")
        #expect(lines.contains { $0.contains(place) && $0.contains(expected) }, "\(error?.description ?? "")")
    }

    static let parameters = "assert: tls\nparameters: {limit: {label: Most, type: number, value: 5}}"

    @Test(arguments: [
        ("assert: tls", parameters, "mine.yaml:6:14: the parameter limit decides nothing"),
        ("assert: tls", "assert: line < :limit", "mine.yaml:5:9: assert: there is no parameter limit"),
        ("message: no TLS", "message: 'no {:limit}'", "message: there is no parameter limit"),
        (
            "assert: tls", parameters.replacing("tls", with: "line < :limit").replacing("5", with: "lots"),
            "to be a number"
        ),
        ("assert: tls", parameters.replacing("tls", with: "line < :limit").replacing("5", with: ".inf"), "number"),
        (
            "assert: tls", parameters.replacing("tls", with: "line < :limit").replacing("type: number, ", with: ""),
            "type"
        ),
        ("assert: tls", parameters.replacing("limit:", with: "Limit:"), "lower-case letters"),
    ])
    func aMalformedParameterIsNamed(part: String, replacement: String, expected: String) {
        let error = #expect(throws: CatalogProblems.self) {
            _ = try CatalogFolder.load(["checks/own/mine.yaml": CatalogFolder.check.replacing(part, with: replacement)])
        }
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }
}
