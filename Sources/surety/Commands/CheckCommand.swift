internal import ArgumentParser
internal import Assessing
internal import Compliance

/// `surety check`: the checks.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "List checks, try them on their examples, write new ones and their page.",
        subcommands: [List.self, Test.self, New.self, Docs.self, Schema.self])

    /// `surety check list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the checks.")

        @OptionGroup var judging: JudgingOptions

        func run() throws {
            let rows = try judging.catalog().checks.map { [$0.id.rawValue, $0.severity.rawValue, $0.title] }
            Console.say(
                TextTable(header: ["CHECK", "SEVERITY", "TRUE OF A GOOD AGENT"], rows: rows).lines.joined(
                    separator: "\n"))
        }
    }

    /// `surety check test`.
    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try checks on their examples and hold them against the six laws.",
            discussion: """
                Tests the built-in checks and those of --catalogs; exit code 1 when one breaks a law. Examples show what a \
                check decides by its own values: where --profile sets others, the laws are tried without them.
                """)

        @Argument(help: "Identifiers or areas to test; all by default.") var ids: [String] = []
        @OptionGroup var judging: JudgingOptions

        func run() throws {
            let checks = try judging.catalog().checks.filter { check in
                ids.isEmpty || ids.contains(check.id.rawValue) || ids.contains(check.id.area)
            }
            guard !checks.isEmpty else { throw Failure.input("no check of that name") }
            var broken = 0
            for check in checks {
                let problems = try Failure.asInput {
                    try check.isTailored ? CheckTrial(check).problemsWithAnyValues() : CheckTrial(check).problems()
                }
                broken += problems.isEmpty ? 0 : 1
                problems.forEach { Console.say("\(check.id): \($0)") }
            }
            Console.say("\(checks.count) checks, \(broken) broken")
            if broken > 0 { throw ExitCode(1) }
        }
    }
}
