import Attesting
import Testing

/// What is said of files and verdicts that are not as attested.
@Suite struct ReviewTests {
    private static let digests = ["a": String(repeating: "a", count: 64), "b": String(repeating: "b", count: 64)]
    private static let subjects = [
        Subject(.report, "one.md", sha256: digests["a"] ?? ""),
        Subject(.evidence, "x/one.md", sha256: digests["b"] ?? ""),
    ]
    private static let predicate: JSONValue = [
        "tool": ["version": "1"], "at": "2026-11-25T00:00:00Z", "catalog": ["sha256": "c"], "evidence": ["sha256": "e"],
        "agents": [
            [
                "id": "a", "checks": ["satisfied": ["m/one"], "undetermined": ["m/two"]],
                "frameworks": ["f": ["not-satisfied": ["i1"], "undetermined": ["i2"]]], "notSeen": ["tool": "why"],
            ]
        ],
        "gaps": [["id": "G-1", "waived": .boolean(false)]], "notRead": [["path": "p", "reason": "r"]],
        "questions": .integer(3),
    ]

    private func differing(_ outcomes: [Outcome]) -> [String] {
        outcomes.filter { $0.standing == .differs }.map(\.text)
    }

    @Test func aStatementIsReadBackAsItWasWritten() throws {
        let statement = InTotoStatement(
            subjects: Self.subjects, predicateType: "https://p.example/v1", predicate: Self.predicate)
        let text = String(decoding: statement.payload, as: UTF8.self)
        #expect(text.hasPrefix(#"{"_type":"https://in-toto.io/Statement/v1","predicate":{"agents":[{"checks":{"#))
        #expect(text.contains(#""subject":[{"digest":{"sha256":"bbbb"#))
        let turned = InTotoStatement(
            subjects: Self.subjects.reversed() + Self.subjects, predicateType: "https://p.example/v1",
            predicate: Self.predicate)
        #expect(turned.payload == statement.payload)
    }

    @Test(
        arguments: [
            [:], ["_type": "https://in-toto.io/Statement/v0.1"],
            ["_type": "https://in-toto.io/Statement/v1", "predicateType": "p", "subject": []],
            [
                "_type": "https://in-toto.io/Statement/v1",
                "subject": [["name": "report/a", "digest": ["sha256": "00"]]],
            ],
            [
                "_type": "https://in-toto.io/Statement/v1", "predicateType": "p",
                "subject": [["name": "report/a", "digest": ["md5": "00"]]],
            ],
            [
                "_type": "https://in-toto.io/Statement/v1", "predicateType": "p",
                "subject": [["name": "elsewhere/a", "digest": ["sha256": .string(String(repeating: "0", count: 64))]]],
            ],
            [
                "_type": "https://in-toto.io/Statement/v1", "predicateType": "p",
                "subject": [
                    ["name": "report/a", "digest": ["sha256": .string(String(repeating: "0", count: 64))]],
                    ["name": "report/a", "digest": ["sha256": .string(String(repeating: "1", count: 64))]],
                ],
            ],
        ] as [JSONValue])
    func whatLacksAPartIsNoStatement(json: JSONValue) {
        #expect(throws: Envelope.Malformed.self) { try InTotoStatement(json) }
    }

    @Test func filesAreHeldAgainstTheirDigests() {
        let good = ["one.md": Self.digests["a"] ?? ""]
        let review = { SubjectReview.review(.report, of: Self.subjects, found: $0) }
        #expect(differing(review(good)).isEmpty && review(good).first?.standing == .holds)
        #expect(differing(review(["one.md": "other"])).first?.contains("SHA-256 is other") == true)
        #expect(differing(review([:])) == ["report/one.md: is not there"])
        #expect(
            differing(review(good.merging(["two.md": "x"]) { $1 })) == ["report/two.md: was added, and is not attested"]
        )
    }

    @Test func theSamePredicateHolds() {
        let outcomes = PredicateReview(attested: Self.predicate, derived: Self.predicate).outcomes
        #expect(outcomes.allSatisfy { $0.standing == .holds })
        #expect(outcomes.contains { $0.text == "verdicts of checks and framework items: all 4 as attested" })
    }

    /// Each change of a member, and what is said of it.
    @Test(
        arguments: [
            ("catalog", ["sha256": "d"], "catalog digest: is d, attested is c"),
            ("evidence", ["sha256": "d"], "evidence digest: is d, attested is e"),
            ("tool", ["version": "2"], "tool version: is 2, attested is 1"),
            ("gaps", [], #"G-1: is not there, attested is {"id":"G-1","waived":false}"#),
            ("notRead", [], #"p: is not there, attested is {"path":"p","reason":"r"}"#),
            ("questions", .integer(4), "questions: is 4, attested is 3"),
            (
                "agents",
                [
                    [
                        "id": "a", "checks": ["satisfied": ["m/one", "m/two"]],
                        "frameworks": ["f": ["not-satisfied": ["i1"], "undetermined": ["i2"]]],
                        "notSeen": ["tool": "why"],
                    ]
                ], "a check m/two: is satisfied, attested is undetermined"
            ),
            (
                "agents",
                [
                    [
                        "id": "a", "checks": ["satisfied": ["m/one"], "undetermined": ["m/two"]],
                        "frameworks": ["f": ["not-satisfied": ["i1"], "satisfied": ["i1"], "undetermined": ["i2"]]],
                        "notSeen": ["tool": "why"],
                    ]
                ], "a f/i1: is not-satisfied and satisfied, attested is not-satisfied"
            ),
            (
                "agents",
                [
                    [
                        "id": "a", "checks": ["satisfied": ["m/one"], "undetermined": ["m/two"]],
                        "frameworks": ["f": ["not-satisfied": ["i1"], "undetermined": ["i2"]]], "notSeen": [:],
                    ]
                ], #"a tool: is not there, attested is "why""#
            ),
        ] as [(String, JSONValue, String)])
    func aDifferenceIsNamed(member: String, value: JSONValue, sentence: String) {
        var members = Self.predicate.members
        members[member] = value
        let outcomes = PredicateReview(attested: Self.predicate, derived: .object(members)).outcomes
        #expect(differing(outcomes) == [sentence])
    }
}
