import Foundation
import Testing

/// `surety statement`: what is asked comes back filled in, and what it is worth is said.
@Suite struct StatementCommandTests {
    private let scene: OutsideScene

    init() throws { scene = try OutsideScene(["repo/.claude/settings.json": "{}"]) }

    private func statement(_ arguments: [String]) throws -> (output: String, code: Int32) {
        try scene.run(["statement"] + arguments)
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: scene.root.appending(path: path), encoding: .utf8)
    }

    private let item = "nist-ai-rmf-1.0/map-1.1"

    private func answers(_ more: String = "") -> String {
        """
        # whatever stands before
        ## map-1.1

        Some question.

        - agent: `claude-code@.`
        - control: `\(item)`
        - claim: It's "written down"; \(more)
        - method: interview
        - by: Jana Novak
        - role: Head of security
        - stated_on: 2026-11-01
        - expires_on: 2027-03-01
        - document:

        ## map-1.2
        - control: nist-ai-rmf-1.0/map-1.2
        - claim:
        - by:
        """
    }

    @Test func aQuestionnaireComesBackFilledIn() throws {
        let csv = try statement(["template", "repo", "--format", "csv", "--framework", "nist-ai-rmf-1.0"]).output
        var lines = csv.split(whereSeparator: \.isNewline).map(String.init)
        #expect(
            lines[0]
                == "question,agent,control,check,claim,method,by,role,stated_on,expires_on,document,document_sha256")
        let place = try #require(lines.firstIndex { $0.contains(",\(item),") })
        #expect(lines[place].hasSuffix(",claude-code@.,\(item),,,,,,,,,"))
        lines[place].removeLast(9)
        lines[place] += ",,\"'=1, said\",interview,Jana Novak,Head of security,2026-11-01,2027-03-01,,"
        try scene.write(lines.joined(separator: "\r\n") + "\r\n", to: "back.csv")
        #expect(try statement(["import", "back.csv", "--output", "repo/statements.yaml"]).code == 0)
        let listed = try statement(["list", "repo", "--at", "2026-11-24"]).output
        #expect(listed.split(separator: "\n").count == 2)
        #expect(listed.contains("\(item)") && listed.contains("yes, self-reported"))
        #expect(try text("repo/statements.yaml").contains("claim: '=1, said'"))
        let open = try statement(["template", "repo", "--framework", "nist-ai-rmf-1.0", "--at", "2026-11-24"]).output
        #expect(!open.contains("'\(item)'"))
    }

    @Test func markdownComesBackToo() throws {
        let asked = try statement(["template", "repo", "--format", "markdown"]).output
        #expect(asked.contains("## nist-ai-rmf-1.0/map-1.1") && asked.contains("\n- claim:\n"))
        try scene.write(answers(), to: "back.md")
        try scene.write("agents:\n  - agent: claude-code@.\n    owner: Ops # kept\n", to: "repo/statements.yaml")
        #expect(try statement(["import", "back.md", "--output", "repo/statements.yaml"]).code == 0)
        let written = try text("repo/statements.yaml")
        #expect(
            written.hasPrefix(
                "agents:\n  - agent: claude-code@.\n    owner: Ops # kept\nstatements:\n  - claim: 'It''s \"written down\";'"
            ))
        #expect(try statement(["check", "repo", "--at", "2026-11-24"]).output == "1 statements, all of them count.\n")
        #expect(try statement(["check", "repo", "--at", "2026-11-24", "--within", "120"]).code == 1)
        #expect(try statement(["check", "repo", "--at", "2027-03-02"]).code == 1)
        // Once more behind what is there.
        #expect(try statement(["import", "back.md", "--output", "repo/statements.yaml"]).code == 0)
        #expect(try text("repo/statements.yaml").hasPrefix(written))
    }

    @Test(arguments: [
        ("back.md", "- control: x\n- claim: y\n"), ("back.csv", "claim,control\n\"a\",b,c\n"),
        ("back.csv", "a,b\n1,2\n"),
        ("back.txt", "claim: x"), ("back.md", "nothing"), ("back.yaml", "statements: ["),
    ])
    func whatCannotBeReadWritesNothing(name: String, content: String) throws {
        try scene.write(content, to: name)
        #expect(try statement(["import", name, "--output", "repo/statements.yaml"]).code == 65)
        #expect(!FileManager.default.fileExists(atPath: scene.root.appending(path: "repo/statements.yaml").path))
    }

    @Test func aFileOfAnotherShapeIsLeftAlone() throws {
        try scene.write(answers(), to: "back.md")
        for shape in ["statements: []\n", "statements:\n  - claim: a\nagents: []\n"] {
            try scene.write(shape, to: "repo/statements.yaml")
            #expect(try statement(["import", "back.md", "--output", "repo/statements.yaml"]).code == 65)
            #expect(try text("repo/statements.yaml") == shape)
        }
    }

    @Test func oneIsWrittenWithItsDocument() throws {
        try scene.write("reviewed", to: "repo/docs/review.md")
        let arguments = [
            "new", "--control", item, "--claim", "Reviewed.", "--by", "Jana", "--role", "Head", "--on", "2026-11-01",
            "--document", "docs/review.md", "--output", "repo/statements.yaml",
        ]
        #expect(try statement(arguments).code == 0)
        #expect(try statement(["check", "repo", "--at", "2026-11-24"]).code == 0)
        try scene.write("changed", to: "repo/docs/review.md")
        let check = try statement(["check", "repo", "--at", "2026-11-24"])
        #expect(check.code == 1 && check.output.contains("does not have the digest"))
        #expect(
            try statement(["new", "--control", "nist-ai-rmf-1.0/map-99", "--claim", "x", "--by", "a", "--role", "b"])
                .code == 65)
        #expect(try statement(["new", "--claim", "x", "--by", "a", "--role", "b"]).code == 64)
        #expect(try statement(arguments + ["--days", "400"]).code == 64)
    }

    @Test func aBrokenFileIsSaid() throws {
        try scene.write("statements: [", to: "repo/statements.yaml")
        let check = try statement(["check", "repo"])
        #expect(check.code == 2 && check.output.contains("statements.yaml could not be read"))
    }
}
