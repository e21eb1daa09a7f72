import Compliance
import Testing

@Suite("The little Markdown of remedies")
struct RemedyTests {
    @Test func sentencesCodeAndBlocksAreRead() {
        let remedy = Remedy(
            """
            Either ask again,
            or use `a b`.
            ```json
              "a": 1

            "b": 2
            ```
            And try it.

            For all.
            Roo, Cline (`x: y`): take it
            out.
            """)
        #expect(remedy.problems == [])
        #expect(remedy.parts.map(\.heads) == [[], [], ["Roo", "Cline"]])
        #expect(
            remedy.parts[0].blocks == [
                .prose([.words("Either ask again, or use "), .code("a b"), .words(".")]),
                .code(language: "json", lines: ["  \"a\": 1", "", "\"b\": 2"]), .prose([.words("And try it.")]),
            ])
        #expect(remedy.parts[1].blocks == [.prose([.words("For all.")])])
        #expect(remedy.parts[2].blocks == [.prose([.words("Roo, Cline ("), .code("x: y"), .words("): take it out.")])])
    }

    @Test func whatIsWrittenIsReadAgain() {
        let text = """
            Isolate it.

            Kiro: name `a`.
            ```toml
            [a]
            b = 1
            ```
            """
        #expect(Remedy(text).source == text)
        #expect(Remedy(text).plainLines == ["Isolate it.", "", "Kiro: name `a`.", "  [a]", "  b = 1"])
        #expect(Remedy(text).oneLine == "Isolate it. Kiro: name `a`. [a] b = 1")
        #expect(Remedy("").parts == [] && Remedy("").source.isEmpty && Remedy("\n \n").plainLines == [])
    }

    @Test func linesOfOtherSystemsAreLines() {
        let remedy = Remedy("Go:\r\n```sh\r\na\r\n```\r\n\r\nWait.")
        #expect(remedy.problems == [] && remedy.parts.count == 2)
        #expect(remedy.parts[0].blocks.last == .code(language: "sh", lines: ["a"]))
    }

    @Test func theIndentOfAFenceIsTakenAway() {
        let remedy = Remedy("Do:\n  ```sh\n  a\n    b\n c\n  ```")
        #expect(remedy.problems == [])
        #expect(remedy.blocks.last == .code(language: "sh", lines: ["a", "  b", "c"]))
    }

    @Test(arguments: [
        ("a `b.", "line 1: the paragraph has an odd number of backticks"),
        ("Go.\n\nMore\nof `it.", "line 3: the paragraph has an odd number of backticks"),
        ("a `` b.", "line 1: nothing is between two backticks"),
        ("Go:\n```json\n\"a\": 1", "line 2: the block that begins here is not closed by ```"),
        ("Go:\n```json\n\n```", "line 2: the block is empty"),
        ("Go:\n```\na\n```", "line 2: expected one of json, python, sh, sql, text, toml, yaml behind ```, not ''"),
        ("Go:\n```js\na\n```", "line 2: expected one of json, python, sh, sql, text, toml, yaml behind ```, not 'js'"),
        ("```sh\na\n```", "line 1: no sentence says what the block is"),
        ("Go:\n\n```sh\na\n```", "line 3: no sentence says what the block is"),
        ("Go:\n  \"a\": 1", "line 2: the line is indented and in no block: what is pasted goes between ```"),
    ])
    func whatIsMalformedIsNamedWithItsLine(text: String, problem: String) {
        #expect(Remedy(text).problems.map(\.description) == [problem])
    }

    @Test(arguments: [
        ("Set {\"a\": 1}.", "‘{\"a\":’ looks like code"), ("Write a_b here.", "‘a_b’"), ("Use --flag.", "‘--flag.’"),
        ("Open settings.json now.", "‘settings.json’"), ("Set maxTurns first.", "‘maxTurns’"),
        ("See .env for it.", "‘.env’"), ("A sentence", "is no whole sentence"), ("It announces:", "announces nothing"),
        ("Better: use it.", "‘Better:’ reads like the head"), ("Acme Bot (x): use it.", "‘Acme Bot:’"),
        ("`a` and `b.", "line 1"),
    ])
    func whatShouldBeSaidOtherwiseIsFound(text: String, flaw: String) {
        #expect(Remedy(text).flaws.contains { $0.contains(flaw) }, "\(Remedy(text).flaws)")
    }

    @Test(arguments: [
        "Set `{\"a\": 1}` (of version 1.0, on macOS) and wait.", "Say it:\n```json\n\"a\": 1\n```", "",
        "Kiro: name it.",
        "Roo (`a`): name it, as said: once.", "Keep it 30 days, until 2.1 is out.",
    ])
    func whatIsWellWrittenHasNoFlaw(text: String) { #expect(Remedy(text).flaws == []) }

    @Test func aCheckMayNameItsOwnProducts() {
        let text = "Acme Bot (settings): use it."
        #expect(Remedy(text, knowing: ["Acme Bot"]).flaws == [])
        #expect(Remedy(text, knowing: ["Acme Bot"]).parts[0].heads == ["Acme Bot"])
    }

    /// A block that holds as it stands is marked; reports show it like any other.
    @Test func blocksThatHoldAsTheyStand() {
        let remedy = Remedy("Codex CLI (`config.toml`): ask.\n```toml apply\na = 1\n```\n```toml\nb = 2\n```")
        #expect(remedy.problems.isEmpty && remedy.parts.first?.file == "config.toml")
        #expect(remedy.parts.first?.applicable.map(\.text) == ["a = 1"])
        #expect(!remedy.source.contains("apply"))
        #expect(Remedy("Codex CLI: ask.\n```toml apply\na = 1\n```").parts.first?.file == nil)
        #expect(Remedy("Codex CLI (`config.toml`, the server): ask.").parts.first?.file == nil)
        for wrong in ["toml now", "sh apply", "toml apply now"] {
            #expect(!Remedy("Codex CLI: ask.\n```\(wrong)\na = 1\n```").problems.isEmpty, "\(wrong)")
        }
    }
}
