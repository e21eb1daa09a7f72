import Compliance
import Testing

@testable import Reporting

@Suite("Remedies as they are written")
struct RemedyWritingTests {
    static let remedy = """
        Set *it* to `a_b`: now.
        ```json
        "a": {
          "b": "<c>" }
        ```

        Then | wait.
        """

    @Test func inMarkdown() {
        #expect(
            MarkdownText.remedy(Self.remedy) == """
                Set \\*it\\* to `a_b`: now.

                ```json
                "a": {
                  "b": "<c>" }
                ```

                Then \\| wait.
                """)
    }

    @Test(arguments: [
        ("Go:\n  ```sh\n  ```x\n  ```", "Go:\n\n````sh\n```x\n````"), ("a ` b", "a \\` b"), ("", ""),
        ("Go:\n```<b>\nx\n```", "Go:\n\n```text\nx\n```"), ("```sh\n`````", "``````sh\n`````\n``````"),
    ])
    func noFenceIsLeft(input: String, expected: String) {
        let written = MarkdownText.remedy(input)
        #expect(written == expected)
    }

    @Test(arguments: [
        Hostile.html, Hostile.markdown, Hostile.links, Hostile.lines, Hostile.direction, Hostile.xml,
        Hostile.backslashes, Hostile.everything, "`a` `", "```x", "``` \n# h",
    ])
    func nothingGetsOutOfSentences(hostile: String) {
        let spans: [Remedy.Span] = [.words("a " + hostile), .code(hostile), .words(hostile)]
        let text = MarkdownText.spans(spans)
        let bare = text.replacing("\\\\", with: "").replacing(/\\./, with: "").replacing(/`[^`]*`/, with: "")
        #expect(!text.contains("\n") && !bare.contains("<") && !bare.contains("](") && !bare.contains("|"), "\(text)")
    }

    @Test func inOSCALsMarkup() {
        let bytes = ByteSink.bytes { sink in
            OSCALOutput.xml(sink).remedy("description", Self.remedy)
        }
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                <description>
                  <p>Set *it* to `a_b`: now.</p>
                  <pre>&quot;a&quot;: {
                  &quot;b&quot;: &quot;&lt;c&gt;&quot; }</pre>
                  <p>Then | wait.</p>
                </description>

                """)
    }

    @Test func everyReportHasItInItsOwnForm() throws {
        let sample = Sample(remedy: Self.remedy)
        let markdown = String(decoding: MarkdownWriter().bytes(of: sample.assessment), as: UTF8.self)
        #expect(
            markdown.contains("**Remedy.** Set \\*it\\* to `a_b`: now.\n\n```json\n\"a\": {\n  \"b\": \"<c>\" }\n```"))
        #expect(markdown.contains("To do: Set \\*it\\* to `a_b`: now."))
        let html = String(decoding: HTMLWriter().bytes(of: sample.assessment), as: UTF8.self)
        #expect(html.contains("<code>a_b</code>: now."))
        #expect(html.contains("<pre>") && !html.contains("<c>"))
        let terminal = TerminalReport(color: false, width: 100, verbose: true).render(sample.assessment)
        #expect(
            terminal.contains(
                "  remedy    Set *it* to `a_b`: now.\n              \"a\": {\n                \"b\": \"<c>\" }\n"))
    }
}
