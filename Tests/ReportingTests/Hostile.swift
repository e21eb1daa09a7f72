/// Texts that try to break out of a format, hide, or run.
enum Hostile {
    static let escape = "\u{1B}[31mred\u{1B}]0;title\u{07}"
    static let html = "</td><script>alert(1)</script><img src=x onerror=alert(1)>"
    static let markdown = "|x|`y`[a](javascript:alert(1))![i](http://evil.example/i.png)**b**~~~$z${#id .c}"
    static let links = " http://evil.example www.evil.example <http://evil.example> [^1]: @me"
    static let lines = "\r\n# heading\n- item\n\n| a | b |\n| --- | --- |\n\u{2028}---\u{85}"
    static let direction = "\u{202E}gnp\u{2066}\u{200F}\u{200B}\u{FEFF}\u{E0041}"
    static let xml = "]]>&lt;&amp;<!--\u{0}\u{8}\u{B}\u{FFFE}\u{FFFF}\u{7F}\u{9F}--><?x?>\"'"
    static let backslashes = "\\|\\`\\\\|"

    /// All of them in one text.
    static let everything = escape + html + markdown + links + lines + direction + xml + backslashes
}
