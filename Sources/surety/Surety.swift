internal import ArgumentParser

/// The root command.
struct Surety: ParsableCommand {
    /// Version of the program.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "surety",
        abstract: "Shows which framework controls an AI agent's configuration meets, by which line of which file.",
        discussion: """
            Surety collects evidence from agent configurations, joins it with control frameworks (OWASP Top 10 for Agentic \
            Applications 2026, NIST AI RMF 1.0, CSA MAESTRO) and writes gap analyses. What was not looked at is never a pass.

            Exit codes: 0 nothing open at the threshold, 1 gaps, 2 not assessable (no evidence, or evidence that could not \
            be read), 64 usage, 65 bad input, 70 a fault of the program.
            """,
        version: version,
        subcommands: [
            Assess.self, Collect.self, Report.self, Gaps.self, Explain.self, Schema.self, Query.self,
            CatalogCommand.self, Attest.self, Verify.self, KeyCommand.self, CheckCommand.self, MapCommand.self,
            Resolve.self, StatementCommand.self, Track.self, HistoryCommand.self, Diff.self, Watch.self, Init.self,
            Plan.self, Identities.self,
        ])
}
