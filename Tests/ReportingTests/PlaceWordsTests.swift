import Compliance
import Testing

@testable import Reporting

@Suite("Places in words")
struct PlaceWordsTests {
    private func place(_ line: Int?, _ column: Int?, _ pointer: String?, in file: String = "f") -> Citation {
        Citation(artifact: file, sha256: nil, line: line, column: column, pointer: pointer)
    }

    @Test(arguments: [
        ("/GOOSE_MODE", "GOOSE_MODEL: us.claude", true), ("/GOOSE_MODE", "GOOSE_MODE: auto", false),
        ("/model", "model = \"x\"", false), ("/model", "[model]", false), ("/model", "models = 1", true),
        ("/model", "x-model: 1", true), ("/sandbox/enabled", "{", true), ("/hooks/0", "[[hooks]]", false),
        ("/a~1b", "a/b: 1", false),
    ])
    func onlyTheWholeKeyIsTheKey(pointer: String, line: String, isDefault: Bool) {
        #expect(place(1, 1, pointer).isOfDefault(line) == isDefault)
        #expect(!place(2, 1, pointer).isOfDefault(line) && !place(1, 3, pointer).isOfDefault(line))
    }

    @Test func whatItsCollectorDidNotFindIsADefaultOnAnyLine() {
        let place = Citation(artifact: "f", sha256: nil, line: 12, column: 14, pointer: "/general/mode", isUnset: true)
        #expect(place.isOfDefault("  \"general\": {") && place.isOfDefault("mode"))
    }

    @Test func withoutALineNothingIsWritten() {
        #expect(place(nil, nil, "/model").isOfDefault(nil) && place(nil, nil, nil).isOfWhole)
        #expect(place(1, 1, "").isOfDefault("{") && place(1, 1, "").isOfWhole)
        #expect(!place(1, 1, nil).isOfWhole)
    }

    @Test(
        arguments: [
            ("/sandbox/enabled", "sandbox.enabled"), ("/a~1b/c~0d", "a/b.c~d"), ("", nil), ("/", nil),
        ] as [(String, String?)])
    func settingsReadAsPeopleWriteThem(pointer: String, expected: String?) {
        #expect(place(1, 1, pointer).setting == expected)
    }

    @Test(arguments: [
        ("{", false), ("  \"args\": [", false), ("role: >", false), ("engineer:", false), ("  ],", false),
        ("\"a\": {", false), ("run: |-", false), ("\"allow\": [\"Bash(*)\"],", true), ("model = \"x\"", true),
        ("- -y", true), ("", false),
    ])
    func aBracketProvesNothing(line: String, isTelling: Bool) {
        var evidence = Evidence()
        evidence.keep(line: 3, of: "f", text: line)
        #expect((evidence.quote(of: place(3, 1, "/a")) != nil) == isTelling)
    }

    @Test func linesAreSaidAsStretches() {
        let cited =
            [5, 3, 4, 9, 3].map { place($0, 1, nil) } + [place(7, 1, nil, in: "g"), place(nil, nil, nil, in: "h")]
        #expect(
            Places(cited).files == [
                Places.File(path: "f", lines: "lines 3–5, 9"), Places.File(path: "g", lines: "line 7"),
                Places.File(path: "h", lines: ""),
            ])
    }

    @Test(arguments: [
        ("\"notes\": retention_days not known", Table.memory, "\"notes\": how long it is kept"),
        ("\"main\": owner, purpose not known", .agent, "who answers for the agent, as its declaration says; "),
        ("\"fetch\": a value not known", .mcpServer, "\"fetch\": a value"),
        ("\"a\": \"b\": owner not known", .agent, "\"a\": \"b\": who"),
        ("\"w\": trigger.untrusted not known", .permission, "\"w\": of what starts it, and who may: whether"),
        ("something else", .agent, "something else"), ("", .agent, ""),
    ])
    func whatIsUnknownIsSaidInWords(fact: String, table: Table, expected: String) {
        #expect(UnknownValue.words(fact, of: table).hasPrefix(expected), "\(UnknownValue.words(fact, of: table))")
    }

    @Test func ofSeveralChecksEachLackIsSaidOnce() {
        let checks = ["c/one", "c/two"].map { id in
            Check(
                id: CheckID(id), title: "T (of \(id))", method: .test, severity: .low, subject: .memory, when: nil,
                assert: "a", message: "m", mappings: [], rationale: "r", remediation: "r", references: [], examples: [])
        }
        let gap = Gap(
            id: GapID("G-1"), agent: AgentID("a@."), cause: .unstatedValue, check: checks[0].id, severity: .info,
            title: "Not decided: 2 checks",
            detail: checks.map { "\($0.id): \($0.title) (\"notes\": retention_days not known)" }, remediation: "",
            controls: [], citations: [], valueDigest: "", waiver: nil, owner: nil)
        #expect(gap.undecided == checks.map(\.id))
        #expect(UnknownValue.all(of: gap, checks) == ["\"notes\": how long it is kept"])
    }

    @Test func everyTableHasWords() {
        for table in Table.allCases {
            #expect(!table.content.contains("_") && !table.respondent.isEmpty)
        }
        #expect(Set(Table.allCases.map(\.content)).count == Table.allCases.count)
    }

    @Test(arguments: [(0, "0 files"), (1, "1 file"), (2, "2 files")]) func numbersAgree(count: Int, words: String) {
        #expect(Counted.of(count, "file") == words)
    }

    @Test(arguments: [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
    func listsRead(words: [String], text: String) { #expect(Counted.list(words) == text) }
}
