import Compliance
import Testing

@testable import Reporting

@Suite("What a result rests on")
struct CoverageTests {
    private static func assessment(
        _ classes: [AutonomyProfile.Class], templates: Int = 0, files: [(path: String, status: String)] = [],
        reason: String? = "why"
    ) throws -> Assessment {
        let unknown = AutonomyProfile.Answer(holds: nil, because: "", citations: [])
        let ids = classes.indices.map { AgentID("a\($0)@.") }
        var evidence = Evidence()
        for file in files {
            evidence.add(
                try Row(
                    .artifact, Provenance(agent: AgentID("a0@."), collector: "test"),
                    [
                        "path": .text(file.path), "kind": .text("settings"), "status": .text(file.status),
                        "reason": Value(file.status == "read" ? reason : "why"),
                    ]))
        }
        return Assessment(
            at: "2026-11-23T00:00:00Z", toolVersion: "t",
            catalog: Catalog(frameworks: [], checks: [], digest: Sample.digest), evidence: evidence,
            evidenceDigest: "e",
            agents: ids.enumerated().map {
                AgentSummary(
                    id: $1, product: "p", kind: $0 < templates ? "policy-template" : "k", owner: nil, purpose: nil,
                    subAgents: [], unseen: [:])
            }, checks: [], controls: [], gaps: [], questions: [], statements: [], waivers: [],
            autonomy: zip(ids, classes).map {
                AutonomyProfile(
                    agent: $0, freedoms: [:], gate: unknown, autonomy: $1, guardrails: [:], misapplied: unknown)
            })
    }

    @Test(
        arguments: [
            (
                [.unknown, .unknown],
                "Of none of them is it known whether it may choose and act on consequential things without a person."
            ),
            ([.unknown], "Whether the agent may choose and act on consequential things without a person is not known."),
            (
                [.autonomous, .unknown, .unknown],
                "Of 3 agents 1 may choose and act on consequential things without a person, 2 not known."
            ),
            (
                [.supervised, .unknown],
                "Of 2 agents 0 may choose and act on consequential things without a person, 1 not known."
            ),
            ([.autonomous], "The agent may choose and act on consequential things without a person."),
            ([.supervised], "The agent is supervised: it chooses, and a person decides before consequential actions."),
            (
                [.supervised, .scripted],
                "Of 2 agents none may choose and act on consequential things without a person."
            ),
        ] as [([AutonomyProfile.Class], String)])
    func unknownAutonomyIsCountedApart(classes: [AutonomyProfile.Class], sentence: String) throws {
        let text = Coverage(try Self.assessment(classes)).sentences
        #expect(text.hasSuffix(sentence), "\(text)")
    }

    @Test func aTemplateIsCalledOneAndActsNowhere() throws {
        let text = Coverage(try Self.assessment([.autonomous], templates: 1)).sentences
        #expect(!text.contains("may choose"))
        #expect(
            text.hasSuffix(
                "`a0@.` is a template, in force nowhere here: what it fails weighs a step less than it would in force.")
        )
    }

    @Test func whatWasNotReadIsNamedInTheFirstParagraph() throws {
        let text = Coverage(
            try Self.assessment(
                [.supervised],
                files: [
                    ("a.json", "read"), ("b.json", "refused"), ("c.json", "unsupported"), ("d.json", "unsupported"),
                ], reason: nil)
        ).sentences
        #expect(text.contains("Read: 1 of 4 files found (1 refused, 2 unsupported)."))
        #expect(text.contains("`b.json` could not be read (why): what it would show counts as unknown."))
        #expect(!text.contains("parts"))
        #expect(text.contains("Nothing in `c.json` and `d.json` was assessed: no collector reads them."))
    }

    @Test func whatWasReadInPartIsNamedToo() throws {
        let one = try Self.assessment([.supervised], files: [("a.yaml", "read")])
        #expect(
            Coverage(one).sentences.contains("Only parts of `a.yaml` were read (why): the rest counts as unknown."))
        #expect(Coverage(one).doubt == "1 file was read in part")
        let two = try Self.assessment([.supervised], files: [("a.yaml", "read"), ("b.yaml", "read")])
        #expect(
            Coverage(two).sentences.contains(
                "Only parts of `a.yaml` and `b.yaml` were read: the rest counts as unknown.")
        )
        #expect(Coverage(two).doubt == "2 files were read in part")
    }

    @Test func noCausesAreNoAllClearWhereThingsAreUnknown() throws {
        func words(_ assessment: Assessment) -> String { Outcome(assessment).lines(assessment)[0].words }
        #expect(words(try Self.assessment([.supervised])) == "causes to change, written in files")
        #expect(
            words(try Self.assessment([.unknown, .unknown]))
                == "causes to change, written in files; that is no all-clear: how autonomous 2 agents may be is not known"
        )
        #expect(
            words(try Self.assessment([.supervised], files: [("c.json", "unsupported")]))
                == "causes to change, written in files; that is no all-clear: 1 file was not read")
    }
}
