import Testing

@testable import Reporting

@Suite("Sentences with code in them")
struct MarkdownProseTests {
    @Test(arguments: [
        ("`mcp__serena` (project) lets it", "`mcp__serena` (project) lets it"),
        (
            "starts whatever version of @upstash/context7-mcp is newest",
            "starts whatever version of `@upstash/context7-mcp` is newest"
        ),
        ("approval_policy = \"never\" only with", "`approval_policy = \"never\"` only with"),
        ("set \"sandbox\": { \"enabled\": true } here", "set `\"sandbox\": { \"enabled\": true }` here"),
        ("Goose: GOOSE_MODE: smart_approve.", "Goose: `GOOSE_MODE: smart_approve`."),
        ("at https://mcp.example.com/v1/sse, not TLS", "at `https://mcp.example.com/v1/sse`, not TLS"),
        ("in (~/.codex/config.toml):", "in (`~/.codex/config.toml`):"),
        ("model = \"<name with its date>\" where", "`model = \"<name with its date>\"` where"),
        ("Compose: deploy: { limits: { memory: 512m } } or", "Compose: `deploy: { limits: { memory: 512m } }` or"),
        ("a { b", "a \\{ b"), ("\"notes\": how long it is kept", "\"notes\": how long it is kept"),
        ("from `allow` to `ask`: now", "from `allow` to `ask`: now"), ("`a`: x_y", "`a`: `x_y`"),
        ("a plain sentence, \"quoted\"", "a plain sentence, \"quoted\""), ("a | b", "a \\| b"), ("# h", "\\# h"),
        ("1. first", "1\\. first"), ("odd ` tick", "odd \\` tick"), ("", ""), ("a\\b", "a\\\\b"),
    ])
    func codeIsCode(input: String, output: String) { #expect(MarkdownText.prose(input) == output) }

    @Test(arguments: [
        Hostile.html, Hostile.markdown, Hostile.links, Hostile.lines, Hostile.direction, Hostile.xml,
        Hostile.backslashes, Hostile.everything, "`a` `", "``", "```x```", "`a|b`", "` `", "`\\`",
    ])
    func nothingGetsOut(hostile: String) {
        for text in [hostile, "a " + hostile + " b", "`" + hostile + "`", "x_y `" + hostile] {
            let prose = MarkdownText.prose(text)
            #expect(!prose.contains("\n"))
            let bare = prose.replacing("\\\\", with: "").replacing(/\\./, with: "").replacing(/`[^`]*`/, with: "")
            #expect(
                !bare.contains("<") && !bare.contains("](") && !bare.contains("|") && !bare.contains("`"), "\(prose)")
            #expect(!bare.contains("://") && !bare.contains("www."), "\(prose)")
        }
    }
}
