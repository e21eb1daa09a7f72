import Compliance
import Testing

@testable import Reporting

@Suite("Causes")
struct CauseGroupTests {
    private static func place(_ line: Int?, _ column: Int? = 5, _ pointer: String? = "/a") -> Citation {
        Citation(artifact: "a.json", sha256: nil, line: line, column: line == nil ? nil : column, pointer: pointer)
    }

    private static func gap(
        _ check: String, _ severity: Severity, _ places: [Citation], agent: String = "x@.", seen: String? = nil,
        more: [String] = [],
        cause: Gap.Cause = .failingCheck, waiver: Int? = nil
    ) -> Gap {
        Gap(
            id: GapID(of: AgentID(agent), cause, key: check), agent: AgentID(agent), cause: cause,
            check: CheckID(check), severity: severity, title: "T \(check)", detail: [seen ?? "seen \(check)"] + more,
            remediation: "do \(check)", controls: [], citations: places, valueDigest: "d", waiver: waiver, owner: nil)
    }

    private static func assessment(
        _ gaps: [Gap], subject: Table = .permission, excerpts: [Int: String] = [:], waivers: [Waiver] = [],
        kind: String = "k", storage: String? = nil, products: [String: String] = [:]
    ) -> Assessment {
        var evidence = Evidence()
        if let storage {
            let place = Provenance(
                agent: AgentID("x@."), artifact: "a.json", line: 3, column: 5, pointer: "/a", collector: "t")
            evidence.record(
                .credential, place,
                ["holder": "agent", "name": "n", "storage": .text(storage), "detector": "d"])
        }
        for (line, text) in excerpts { evidence.keep(line: line, of: "a.json", text: text) }
        let checks = Set(gaps.compactMap(\.check)).sorted().map { id in
            Check(
                id: id, title: "T \(id)", method: .test, severity: .medium, subject: subject, when: nil, assert: "a",
                message: "m", mappings: [], rationale: "r", remediation: "r", references: [], examples: [])
        }
        return Assessment(
            at: "2026-11-23T00:00:00Z", toolVersion: "t",
            catalog: Catalog(frameworks: [], checks: checks, digest: Sample.digest), evidence: evidence,
            evidenceDigest: "e",
            agents: Set(gaps.map(\.agent)).sorted().map {
                AgentSummary(
                    id: $0, product: products[$0.rawValue] ?? "p", kind: kind, owner: nil, purpose: nil, subAgents: [],
                    unseen: [:])
            }, checks: [], controls: [], gaps: gaps, questions: [], statements: [], waivers: waivers, autonomy: [])
    }

    private func heads(_ groups: [CauseGroup]) -> [[String]] {
        groups.map { group in group.gaps.compactMap(\.check?.rawValue) }
    }

    @Test func gapsOfTheSamePlacesAreOneAndTheHeaviestLeads() {
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/low", .low, [Self.place(3)]), Self.gap("c/critical", .critical, [Self.place(3)]),
                Self.gap("c/other", .high, [Self.place(4)]),
            ]))
        #expect(heads(groups) == [["c/critical", "c/low"], ["c/other"]])
        #expect(groups[0].moreWords == "; 1 other check fails for the same reason")
        #expect(groups[1].moreWords == "")
    }

    @Test func whatWeighsAsMuchAsTheHeadSaysWhatToDo() {
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/a", .high, [Self.place(3), Self.place(4)]), Self.gap("c/b", .high, [Self.place(3)]),
                Self.gap("c/c", .low, [Self.place(3)]),
            ]))
        #expect(heads(groups) == [["c/a", "c/b", "c/c"]])
        #expect(groups[0].asHeavy.map(\.sentence) == ["seen c/b"])
        #expect(groups[0].remedies.map(\.text) == ["do c/a", "do c/b"])
    }

    @Test func repetitionsAreNamedAndCountedApart() {
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/a", .high, [Self.place(3)], more: ["seen too", "the same fails d/x: T d/x"]),
                Self.gap("c/b", .low, [Self.place(3)], more: ["the same fails d/x: T d/x"]),
            ]))
        #expect(groups[0].sentence == "seen c/a (and 1 more like it)" && groups[0].head.seenCount == 2)
        #expect(groups[0].others.map(\.name) == ["c/b", "d/x"])
        #expect(groups[0].moreWords == "; 2 other checks fail for the same reason")
    }

    @Test func whatRemediesHaveInCommonIsSaidOnce() {
        let texts = ["a@.": "Do it.\n\nA: so.", "b@.": "Do it.\n\nB: thus.\n\n```\nx\n```"]
        let gaps = texts.keys.sorted().map { agent in
            let plain = Self.gap("c/a", .high, [Self.place(3)], agent: agent)
            return Gap(
                id: plain.id, agent: plain.agent, cause: plain.cause, check: plain.check, severity: plain.severity,
                title: plain.title, detail: plain.detail, remediation: texts[agent] ?? "", controls: [],
                citations: plain.citations, valueDigest: "d", waiver: nil, owner: nil)
        }
        let remedies = CauseGroup.all(in: Self.assessment(gaps))[0].remedies
        #expect(remedies.map(\.text) == ["Do it.", "A: so.", "B: thus.\n\n```\nx\n```"])
        #expect(remedies.map { $0.agents.map(\.rawValue) } == [["a@.", "b@."], ["a@."], ["b@."]])
        #expect(remedies.compactMap(\.whole) == texts.values.sorted { $0.count < $1.count })
    }

    @Test func whatRestsOnSomeOfAGapsPlacesGoesWithIt() {
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/part", .high, [Self.place(4)]),
                Self.gap("c/all", .high, [Self.place(3), Self.place(4), Self.place(5)]),
                Self.gap("c/wider", .low, [Self.place(4), Self.place(9)]),
            ]))
        #expect(heads(groups) == [["c/all", "c/part"], ["c/wider"]])
    }

    @Test func anotherColumnOfALineIsAnotherPlace() {
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/a", .high, [Self.place(1, 5)]), Self.gap("c/b", .high, [Self.place(1, 50)]),
            ]))
        #expect(groups.count == 2)
    }

    @Test func theSameSentenceOfSeveralAgentsIsOneEntry() {
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/a", .high, [Self.place(3)], agent: "b@.", seen: "s"),
                Self.gap("c/a", .high, [Self.place(7)], agent: "a@.", seen: "s"),
                Self.gap("c/a", .high, [Self.place(7)], agent: "c@.", seen: "another"),
            ]))
        #expect(groups.map { $0.agents.map(\.rawValue) } == [["a@.", "b@."], ["c@."]])
    }

    @Test func theNameOfTheProductMakesNoDifference() {
        // Both agents of this assessment run on product "p".
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/a", .high, [Self.place(3)], agent: "a@.", seen: "\"s\" of p starts"),
                Self.gap("c/a", .high, [Self.place(4)], agent: "b@.", seen: "\"s\" of p starts"),
                Self.gap("c/a", .high, [Self.place(5)], agent: "c@.", seen: "\"t\" of p starts"),
            ]))
        #expect(groups.map(\.agents.count) == [2, 1])
    }

    @Test(arguments: [
        ("\"s\" of Alpha starts what is newest", "\"s\" of Beta starts what is newest", "\"s\" starts what is newest"),
        ("Alpha asks nobody", "Beta asks nobody", "the product asks nobody"),
    ])
    func ofSeveralProductsNoneIsNamed(first: String, second: String, sentence: String) {
        let groups = CauseGroup.all(
            in: Self.assessment(
                [
                    Self.gap("c/a", .high, [Self.place(3)], agent: "a@.", seen: first),
                    Self.gap("c/a", .high, [Self.place(3)], agent: "b@.", seen: second),
                ], products: ["a@.": "Alpha", "b@.": "Beta"]))
        #expect(groups.map(\.sentence) == [sentence])
    }

    @Test func whatNoFileSetsStandsApartWhateverItsWords() {
        let unset = Self.place(1, 1, "/sandbox/enabled")
        let gaps = [
            Self.gap("c/set", .low, [Self.place(2)]), Self.gap("c/unset", .high, [unset], seen: "of a"),
            Self.gap("c/unset", .high, [unset], agent: "y@.", seen: "of b"),
        ]
        let groups = CauseGroup.all(in: Self.assessment(gaps, excerpts: [1: "{", 2: "  \"a\": 1"]))
        #expect(groups.map(\.origin) == [.unset, .written])
        #expect(groups[0].agents.count == 2)
        #expect(groups[0].sentence == "Not met by default: T c/unset")
        #expect(groups[1].sentence == "seen c/set")
    }

    @Test func defaultsOfDifferentKeysAreDifferentAndThoseOfNoKeyToo() {
        let groups = CauseGroup.all(
            in: Self.assessment(
                [
                    Self.gap("c/a", .high, [Self.place(1, 1, "/a")]), Self.gap("c/b", .high, [Self.place(1, 1, "/b")]),
                    Self.gap("c/c", .high, [Self.place(1, 1, "")]), Self.gap("c/d", .high, [Self.place(1, 1, "")]),
                    Self.gap("c/e", .low, [Self.place(1, 1, "/a")]),
                ], excerpts: [1: "{"]))
        #expect(heads(groups) == [["c/a", "c/e"], ["c/b"], ["c/c"], ["c/d"]])
        #expect(groups.allSatisfy { $0.origin == .unset })
    }

    @Test func aFileAsAWholeSaysSomethingOfItself() {
        let gaps = [Self.gap("c/a", .high, [Self.place(1, 1, "")])]
        #expect(CauseGroup.all(in: Self.assessment(gaps, subject: .artifact)).map(\.origin) == [.written])
        #expect(CauseGroup.all(in: Self.assessment(gaps, subject: .agent)).map(\.origin) == [.unset])
    }

    @Test func whatAWaiverAcceptsStandsLastAndApart() {
        let waiver = Sample().waivers[0]
        let groups = CauseGroup.all(
            in: Self.assessment(
                [
                    Self.gap("c/a", .critical, [Self.place(3)], waiver: 0), Self.gap("c/b", .low, [Self.place(3)]),
                ], waivers: [waiver]))
        #expect(heads(groups) == [["c/b"], ["c/a"]])
        #expect(groups.map(\.isAccepted) == [false, true])
    }

    @Test func whatTheFilesDoNotTellIsNoCause() {
        let unknown = Self.gap("c/a", .info, [Self.place(3)], seen: "\"n\": x not known", cause: .unstatedValue)
        let groups = CauseGroup.all(in: Self.assessment([Self.gap("c/b", .low, [Self.place(3)]), unknown]))
        #expect(groups.map(\.origin) == [.written, .unknown])
    }

    @Test func everyGapIsInOneGroupAndTheRegisterNamesItsHead() {
        let assessment = Sample().assessment
        let groups = CauseGroup.all(in: assessment)
        #expect(groups.flatMap(\.gaps).map(\.id).sorted() == assessment.gaps.map(\.id).sorted())
        let heads = GroupHeads(assessment)
        for group in groups {
            for gap in group.gaps { #expect(heads.head(of: gap) == group.head.id) }
        }
        for gap in assessment.register where gap.cause == .missingStatement {
            #expect(heads.head(of: gap) == gap.id)
        }
    }

    @Test func whatFailsOfDifferentServersStandsApart() {
        func at(_ server: String, _ line: Int, _ key: String = "") -> Citation {
            Self.place(line, 9, "/mcpServers/\(server)\(key)")
        }
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/both", .high, [at("fetch", 7), at("github", 17)]),
                Self.gap("c/pin", .high, [at("fetch", 7)]), Self.gap("c/archived", .low, [at("fetch", 7)]),
                Self.gap("c/token", .medium, [at("github", 17, "/env")]),
                Self.gap("c/asks", .medium, [at("fetch", 7), at("github", 17)]),
                // One line of a file may hold two servers.
                Self.gap("c/other", .low, [at("z", 7)]),
            ]))
        #expect(heads(groups) == [["c/both"], ["c/pin", "c/archived"], ["c/asks"], ["c/token"], ["c/other"]])
    }

    @Test(
        arguments: [
            ("/mcpServers/a/command", "mcpServers/a"), ("/mcp/servers/a/env/X", "mcp/servers/a"), ("/mcp/a", "mcp/a"),
            ("/mcp/servers", "mcp/servers"), ("/servers/servers/x", "servers/servers"), ("/mcpServers", nil),
            ("/projects/~1p/mcpServers/a/x", "projects/~1p/mcpServers/a"), ("/sandbox/enabled", nil), ("", nil),
        ] as [(String, String?)])
    func aPointerNamesItsServer(pointer: String, server: String?) {
        #expect(Self.place(1, 1, pointer).server == server.map { "a.json\u{1F}\($0)" })
    }

    @Test func aDefaultIsSaidAsWhatHolds() {
        let unset = Self.place(1, 1, "/sandbox/enabled")
        func sentence(_ seen: [String]) -> String? {
            let gaps = seen.enumerated().map { Self.gap("c/a", .low, [unset], agent: "\($0)@.", seen: $1) }
            return CauseGroup.all(in: Self.assessment(gaps, excerpts: [1: "{"])).first?.sentence
        }
        #expect(sentence(["nothing isolates commands"]) == "nothing isolates commands")
        // Both agents run on product "p", whose name does not count.
        #expect(sentence(["p asks nobody", "p asks nobody"]) == "p asks nobody")
        #expect(sentence(["of a", "of b"]) == "Not met by default: T c/a")
    }

    @Test func whatIsAlikeAndWhatFailsTooIsCountedApart() {
        let also = ["the same fails c/x: T", "the same fails c/y: T"]
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/a", .high, [Self.place(3)], seen: "s", more: ["t", "u"] + also),
                Self.gap("c/b", .low, [Self.place(3)]),
                Self.gap("c/c", .low, [Self.place(9)], seen: "v", more: also),
            ]))
        #expect(groups.map(\.sentence) == ["s (and 2 more like it)", "v"])
        #expect(
            groups.map(\.moreWords) == [
                "; 3 other checks fail for the same reason", "; 2 other checks fail for the same reason",
            ])
    }

    @Test func aTemplatesGapSaysThatItWeighsLess() {
        let gaps = [Self.gap("c/a", .low, [Self.place(3)])]
        func isLighter(_ kind: String, _ subject: Table = .permission, _ storage: String? = nil) -> [Bool] {
            let assessment = Self.assessment(gaps, subject: subject, kind: kind, storage: storage)
            return CauseGroup.all(in: assessment).map(\.isLighterAsTemplate)
        }
        #expect(isLighter("policy-template") == [true])
        #expect(isLighter("coding-assistant") == [false])
        // A secret in a template is one all the same; what it only refers to is none.
        #expect(isLighter("policy-template", .credential, "inline") == [false])
        #expect(isLighter("policy-template", .credential, "environment") == [true])
    }

    @Test func manyGapsOfOneAgentArePutTogetherInTime() {
        let gaps = (0..<6_000).map { Self.gap("c/\($0)", .low, [Self.place($0 / 2 + 2)]) }
        let clock = ContinuousClock()
        var groups: [CauseGroup] = []
        let time = clock.measure { groups = CauseGroup.all(in: Self.assessment(gaps)) }
        #expect(groups.count == 3_000)
        // Comparing each with each takes far longer.
        #expect(time < .seconds(20))
    }

    @Test func remediesAreThoseOfTheProducts() {
        let one = Self.gap("c/a", .high, [Self.place(3)], agent: "a@.", seen: "s")
        let groups = CauseGroup.all(
            in: Self.assessment([one, Self.gap("c/a", .high, [Self.place(4)], agent: "b@.", seen: "s")]))
        #expect(groups[0].remedies.map(\.text) == ["do c/a"])
        #expect(groups[0].remedies.map { $0.agents.count } == [2])
    }
}
