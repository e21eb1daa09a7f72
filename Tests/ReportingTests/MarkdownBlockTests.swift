import Testing

@testable import Reporting

@Suite("Markdown blocks")
struct MarkdownBlockTests {
    @Test(arguments: [
        ("One line.", "One line."),
        ("One.\nTwo.", "One.\\\nTwo."),
        ("Set:\n  \"a\": {\n    \"b\": 1 }\nand go", "Set:\n\n```text\n\"a\": {\n  \"b\": 1 }\n```\n\nand go"),
        ("Set:\n  ```x", "Set:\n\n````text\n```x\n````"),
        ("  begins indented", "begins indented"), ("", ""), ("a\n\n \nb", "a\\\nb"),
    ])
    func keepCodeAsCode(input: String, expected: String) {
        #expect(MarkdownText.block(input) == expected)
    }
}
