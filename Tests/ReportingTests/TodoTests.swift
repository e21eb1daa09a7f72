import Testing

@testable import Reporting

@Suite("What to do")
struct TodoTests {
    @Test(arguments: [
        // An example in the syntax of some product is not everybody's.
        (
            "Continue",
            "Write the version behind the name of the package:\n  \"command\": \"npx\", \"args\": [\"-y\", \"x@1\"]\nTry it.",
            "Write the version behind the name of the package."
        ),
        // The product's own is.
        (
            "Goose", "Isolate.\nGoose (config.yaml):\n  GOOSE_MODE: smart_approve",
            "Goose (config.yaml): GOOSE_MODE: smart_approve"
        ),
        ("Kiro", "Or:\nRoo, Cline, Kiro: leave the tool out.", "Roo, Cline, Kiro: leave the tool out."),
        // A line that breaks off goes on.
        (
            "p", "Export it into one of\nOpenTelemetry and CycloneDX.",
            "Export it into one of OpenTelemetry and CycloneDX."
        ),
        (
            "p", "p: write \"Edit(path)\" or\n  \"Read(path)\" instead.",
            "p: write \"Edit(path)\" or \"Read(path)\" instead."
        ),
        (
            "p", "Require a scheme (A2A: \"security\"), with\n  a key.",
            "Require a scheme (A2A: \"security\"), with a key."
        ),
        ("p", "Either ask again, or isolate.\nThen try it.", "Either ask again, or isolate."),
        (
            "p", "No setting of p is known for this. Bound it from outside.",
            "No setting of p is known for this. Bound it from outside."
        ),
        (
            "p", "Shop: \"url\": \"https://shop.test/mcp?read_only=true\", and locally\n  \"args\": [\"--read-only\"]",
            "Shop: \"url\": \"https://shop.test/mcp?read_only=true\", and locally \"args\": [\"--read-only\"]"
        ),
        ("", "", "See the remedy of its entry below."),
    ])
    func isWhole(product: String, remedy: String, expected: String) {
        #expect(Todo.line(remedy, for: product) == expected)
    }

    @Test func whatIsLongEndsWithASentence() {
        let word = String(repeating: "word ", count: 20).trimmed
        #expect(Todo.line("\(word). \(word). \(word).", for: "") == "\(word). \(word).")
        #expect(Todo.line("p: \(word); \(word) \(word).", for: "p") == "p: \(word).")
        let object = "p: { \"a\": [" + String(repeating: "\"b. c\", ", count: 40) + "1] }"
        #expect(Todo.line(object, for: "p") == object)
        #expect(
            Todo.line("p: {" + String(repeating: "x. ", count: 900), for: "p") == "See the remedy of its entry below.")
    }
}
