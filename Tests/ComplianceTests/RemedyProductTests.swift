import Compliance
import Testing

@Suite("What of a remedy concerns a product")
struct RemedyProductTests {
    private func text(_ remedy: String, _ product: String) -> String { Remedy(remedy).concerning(product).source }

    static let remedy = """
        Either ask again, or isolate.

        Claude Code (`settings.json`): close the sandbox.
        ```json
        "sandbox": { "enabled": true }
        ```
        It holds for commands.
        Codex CLI: use `never` only in a sandbox.
        Roo, Cline, Kiro: name the tools.

        Then try it.
        """

    @Test(arguments: [
        ("Codex CLI", "Either ask again, or isolate.\n\nCodex CLI: use `never` only in a sandbox.\n\nThen try it."),
        (
            "Claude Code",
            """
            Either ask again, or isolate.

            Claude Code (`settings.json`): close the sandbox.
            ```json
            "sandbox": { "enabled": true }
            ```
            It holds for commands.

            Then try it.
            """
        ),
        ("Cline", "Either ask again, or isolate.\n\nRoo, Cline, Kiro: name the tools.\n\nThen try it."),
        ("Zed", "Either ask again, or isolate.\n\nThen try it."),
    ])
    func itIsWhatIsGeneralAndItsOwn(product: String, expected: String) {
        #expect(text(Self.remedy, product) == expected)
    }

    @Test func allOfItWhereTheProductIsNotKnown() {
        #expect(Remedy(Self.remedy).concerning("").parts == Remedy(Self.remedy).parts)
        #expect(Remedy("").concerning("Zed").parts == [])
    }

    @Test func aNameInASentenceIsNoHead() {
        for remedy in [
            "Claude Code reads it first.\nClaude Code action runs it.", "Claude Code (a) reads it.", "Roo, b.",
        ] {
            #expect(Remedy(remedy).parts.map(\.heads) == [[]])
        }
        #expect(Remedy("See the file. Kiro: reads it late.").parts.map(\.heads) == [[]])
    }

    @Test func whereNothingIsGeneralItSaysSo() {
        #expect(text("Claude Code: set `a`.", "Goose").hasPrefix("No setting of Goose is known for this."))
        #expect(!Remedy("Claude Code: set `a`.").isForAll)
        #expect(Remedy("Claude Code: set `a`.\n\nTry it.").isForAll)
    }

    @Test func whatIsForOtherProductsIsForThoseWithoutTheirOwnAndLosesItsName() {
        let remedy = "Isolate.\n\nClaude Code: set `a`.\nOther products: a container.\n```sh\nb\n```"
        #expect(Remedy(remedy).isForAll)
        #expect(text(remedy, "Goose") == "Isolate.\n\nA container.\n```sh\nb\n```")
        #expect(text(remedy, "Claude Code") == "Isolate.\n\nClaude Code: set `a`.")
        #expect(text("Other products: `a` it.", "Goose") == "`a` it.")
    }

    @Test func theNameOfAProductIsItsWholeName() {
        let remedy = "Amazon Bedrock: a.\nAmazon Bedrock AgentCore: b.\nAgentCore: c."
        #expect(text(remedy, "Amazon Bedrock") == "Amazon Bedrock: a.")
        #expect(text(remedy, "Amazon Bedrock AgentCore") == "Amazon Bedrock AgentCore: b.\n\nAgentCore: c.")
    }

    @Test(arguments: [
        ("Claude Code on GitHub Actions", "Claude Code: a.\n\nGitHub Actions: b."),
        ("Codex on GitHub Actions", "Codex CLI: c.\n\nGitHub Actions: b."), ("Claude Code", "Claude Code: a."),
        ("agent in Docker Compose", "Docker Compose: d."), ("kagent on Kubernetes", "Kubernetes: e."),
    ])
    func whatAProductRunsOnConcernsItToo(product: String, expected: String) {
        let remedy = "Claude Code: a.\nCodex CLI: c.\nGitHub Actions: b.\nDocker Compose: d.\nKubernetes: e."
        #expect(text(remedy, product) == expected)
    }
}
