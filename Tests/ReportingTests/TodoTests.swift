import Compliance
import Testing

@testable import Reporting

@Suite("What to do")
struct TodoTests {
    @Test(arguments: [
        ("", "Ask again. Or isolate.", "Ask again."), ("Zed", "Ask again.\n\nOr isolate.", "Ask again."),
        (
            "Kiro", "Ask again.\n\nRoo, Kiro: name `a. b` (see c. d.) first. Then try.",
            "Ask again. Roo, Kiro: name `a. b` (see c. d.) first."
        ),
        (
            "Goose", "Isolate.\n\nGoose (`config.yaml`): let it ask.\n```yaml\nGOOSE_MODE: smart_approve\n```",
            "Goose (`config.yaml`): let it ask: `GOOSE_MODE: smart_approve`"
        ),
        ("", "Run this:\n```sh\na b\n```\nThen wait.", "Run this: `a b`"),
        ("Zed", "Isolate. Or not.\n\nZed: name it.\n```sh\na\nb\n```", "Isolate. Zed: name it."),
        ("Zed", "Kiro: no.\nZed: name it.", "Zed: name it."),
        // What is announced and takes several lines, or cannot stand between backticks, is left out.
        ("", "Run this:\n```sh\na\nb\n```", "Run this."), ("", "Run:\n```sh\na `b`\n```", "Run."),
        ("", "First this. Then:\n```sh\na\n```", "First this."),
        ("", "Set `a`:\n```sh\nb\n```", "Set `a`: `b`"),
        ("Acme", "Isolate.\n\nAcme: set it.", "Isolate. Acme: set it."),
        ("", "Until 2.1 is out, wait.", "Until 2.1 is out, wait."), ("", "", ""),
    ])
    func isTheFirstSentence(product: String, remedy: String, expected: String) {
        #expect(Todo.line(remedy, for: product).source == expected)
    }

    @Test func longCodeStaysBelow() {
        let code = String(repeating: "x", count: 121)
        #expect(Todo.line("Run:\n```sh\n\(code)\n```", for: "").source == "Run.")
    }
}
