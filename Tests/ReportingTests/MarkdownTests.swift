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

    @Test func scopeComesBeforeEverythingElse() throws {
        let sections = write(Sample().assessment).split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(
            sections == [
                "## Scope and coverage", "## Summary", "## Autonomy", "## Frameworks", "## Gaps", "## Statements",
                "## Waivers", "## Provenance", "## Frameworks and licences", "## How to read the verdicts",
            ])
    }

    @Test func everyItemIsListedOnceInPublishedOrder() {
        let text = write(Sample().assessment)
        let section = text.split(separator: "## Frameworks\n")[1].prefix(
            upTo: text.firstRange(of: "\n## Gaps")!.lowerBound)
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
        #expect(text.contains("| `telemetry` | `claude-code@services/api` | managed settings were not given |"))
        #expect(text.contains("**no, contradicted**: a rule allows any shell command"))
        #expect(text.contains("**lapsed**: what was accepted has changed"))
        #expect(text.contains("self-reported"))
    }

    @Test func anEmptyFolderShowsNothing() {
        let text = write(Sample.empty)
        #expect(text.contains("**No agent was found.**"))
        #expect(text.contains("**AI RMF 1.0**: 3 outcomes, none assessed"))
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
