import Compliance
import Testing

@testable import Reporting

@Suite("gap-analysis.md")
struct MarkdownTests {
    private func write(_ assessment: Assessment) -> String {
        String(decoding: MarkdownWriter().bytes(of: assessment), as: UTF8.self)
    }

    /// The cells of a table row, as GitHub splits them: at pipes that no backslash escapes.
    private func cells(_ line: some StringProtocol) -> Int {
        var count = 0
        var isEscaped = false
        for character in line {
            if character == "|" && !isEscaped { count += 1 }
            isEscaped = character == "\\" && !isEscaped
        }
        return count - 1
    }

    @Test func theResultComesFirstAndCoverageBeforeAnyScore() throws {
        let text = write(Sample().assessment)
        let sections = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(
            sections == [
                "## Result", "## Scope and coverage", "## Counts by framework", "## Causes to change (4)",
                "## Autonomy",
                "## What is in force", "## Statements", "## Waivers", "## Annex: Questions to people",
                "## Annex: Every item of the frameworks", "## Annex: Gaps and checks", "## Annex: Files and digests",
                "## Annex: Frameworks and licences", "## Annex: How to read the verdicts",
            ])
        #expect(text.contains("Read: 3 of 5 files found (1 refused, 1 unsupported). Agents assessed: 2"))
        #expect(
            text.contains("- **4** causes to change, written in files (1 critical, 3 high; 1 accepted by a waiver)"))
        #expect(text.contains("\nBeside these: **1** question of the frameworks that only people can answer."))
        let heaviest = try #require(text.firstRange(of: "### The heaviest"))
        let asked = try #require(text.firstRange(of: "Beside these:"))
        #expect(heaviest.lowerBound < asked.lowerBound)
        let coverage = try #require(text.firstRange(of: "could not be read"))
        let score = try #require(text.firstRange(of: "× 2 agents"))
        #expect(coverage.lowerBound < score.lowerBound)
    }

    @Test func anEntrySaysWhereItIsWrittenAndWhatElseFails() throws {
        let text = write(Sample().assessment)
        #expect(
            text.contains(
                """
                ### Critical: any shell command runs without asking: `Bash(*)`

                - Agent: `claude-code@services/api`, owned by Platform team. Gap `G-0000000001`
                - Wanted: Shell commands are bounded or asked for
                - `.claude/settings.json:4:15` says `"allow": ["Bash(*)"]`
                - Counts against: ASI 2026 `asi01` Agent Goal Hijack
                """), "\(text.prefix(6000))")
        #expect(text.contains("### High, waived: \"search\" is reached at `http://10.0.0.7/mcp` without TLS"))
    }

    @Test func noQuestionIsPrintedTwice() throws {
        let text = write(Sample().assessment)
        for question in ["Who answers for it?", "by whom?"] {
            #expect(text.ranges(of: question).count <= 1, "\(question)")
        }
    }

    @Test func everyItemIsListedOnceInPublishedOrder() {
        let text = write(Sample().assessment)
        let start = text.firstRange(of: "## Annex: Every item")!.lowerBound
        let end = text.firstRange(of: "\n## Annex: Gaps")!.lowerBound
        let section = text[start..<end].split(separator: "### ").dropFirst(2).joined(separator: "### ")
        let items = section.split(separator: "\n").filter { $0.hasPrefix("| `") || $0.hasPrefix("| **`") }
        let ids = items.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        #expect(ids == ["govern-1.1", "govern-1.2", "measure-2.7", "asi01", "asi01.m1", "asi07", "asi07.m1"])
        #expect(section.contains("#### GOVERN (`govern`)\n\n##### Policies and practices (`govern-1`)"))
    }

    @Test func verdictsAreReadInTheFrameworksWords() {
        let text = write(Sample().assessment)
        #expect(text.contains("| 1 exposed<br>1 mitigation partly shown |"))
        #expect(text.contains("| 1 not met<br>1 met |"))
        #expect(text.contains("| 1 shown<br>1 not assessed |"))
    }

    @Test func whatWasNotReadIsSaid() {
        let text = write(Sample().assessment)
        #expect(text.contains("**1 file could not be read.**"))
        #expect(text.contains("| `broken.json` | refused | it ends early at 3:1 |"))
        #expect(
            text.contains(
                "- What records are kept of it: managed settings were not given (`claude-code@services/api`)"))
        #expect(text.contains("**no, contradicted**: a rule allows any shell command"))
        #expect(text.contains("**lapsed**: what was accepted has changed"))
        #expect(text.contains("self-reported"))
    }

    @Test func anEmptyFolderShowsNothing() {
        let text = write(Sample.empty)
        #expect(text.contains("**No agent was found.**"))
        #expect(text.contains("no item of AI RMF 1.0 (3 outcomes)"))
        #expect(text.split(separator: "\n").count < 8 && !text.contains("## "))
    }

    @Test(arguments: [
        Hostile.escape, Hostile.html, Hostile.markdown, Hostile.links, Hostile.lines, Hostile.direction, Hostile.xml,
        Hostile.backslashes, Hostile.everything, "\\", "|", "`", " ",
    ])
    func hostileTextsChangeNoStructure(hostile: String) {
        let plain = write(Sample().assessment).split(separator: "\n", omittingEmptySubsequences: false)
        let text = write(Sample(dress: { hostile + $0 + hostile }).assessment)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == plain.count)
        for (line, expected) in zip(lines, plain) {
            #expect(line.first == expected.first)
            if line.hasPrefix("|") { #expect(cells(line) == cells(expected)) }
        }
        let bare = text.replacing("\\\\", with: "").replacing(/\\./, with: "").replacing(/`[^`]*`/, with: "")
            .replacing("<br>", with: "")
        #expect(!bare.contains("<script") && !bare.contains("](") && !bare.contains("<img"))
        #expect(!bare.contains("http://evil") && !bare.contains("www.evil"))
    }

    @Test(arguments: [
        ("1. first", "1\\. first"), ("0.1.0", "0.1.0"), ("- item", "\\- item"), ("a-b", "a-b"), ("# h", "\\# h"),
        ("a | b", "a \\| b"), ("<b>", "\\<b\\>"), ("http://x", "http\\://x"), ("file.json:1:2", "file.json:1:2"),
        ("www.x.example", "www\\.x.example"), ("$x$", "\\$x\\$"), ("a\nb", "a b"), ("snake_case", "snake\\_case"),
    ])
    func textStaysText(input: String, output: String) { #expect(MarkdownText.text(input) == output) }

    @Test(arguments: [("a/b.json:1", "`a/b.json:1`"), ("a`b", "a\\`b"), ("a|b", "a\\|b"), ("a\\", "a\\\\"), ("", "")])
    func codeCannotBeLeft(input: String, output: String) { #expect(MarkdownText.code(input) == output) }
}
