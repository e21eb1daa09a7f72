/// Text from inputs, made safe for a terminal.
public enum PlainText {
    /// One line without control characters, escapes and characters that reorder text.
    public static func oneLine(_ text: String) -> String { SafeText.line(text) }

    /// Text for Markdown, in which nothing is markup but what is meant as code.
    public static func markdown(_ text: String) -> String { MarkdownText.prose(text) }

    /// Text as inline code of Markdown.
    public static func markdownCode(_ text: String) -> String { MarkdownText.code(text) }

    /// The same for a text of several lines, which stay lines.
    public static func clean(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let indent = line.prefix { $0 == " " }
            return indent + SafeText.line(String(line.dropFirst(indent.count)))
        }.joined(separator: "\n")
    }

    /// Lines of code between fences that none of them closes.
    public static func markdownFence(_ language: String, _ code: [String]) -> String {
        MarkdownText.fenced(language, code.map(SafeText.line))
    }
}
