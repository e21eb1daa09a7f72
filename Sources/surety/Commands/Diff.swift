internal import ArgumentParser
internal import Compliance
internal import Reporting
internal import Tracking

/// `surety diff`: which verdict changed between two assessments, and why.
struct Diff: ParsableCommand {
    enum Layout: String, CaseIterable, ExpressibleByArgument {
        case text, markdown, json
    }

    static let configuration = CommandConfiguration(
        abstract: "Show what changed between two assessments of the history, and why.",
        discussion: """
            An assessment is named by its number, or as last, previous or baseline. For each verdict that changed it says \
            whether the agent, the evidence, a statement, the check or its mapping made it so.

            Examples:
              surety diff previous last
              surety diff baseline last --format markdown        a comment for a pull request
              surety diff 3 12 --format json

            Exit codes: 0 nothing changed, 1 something did, 65 no such assessment.
            """)

    @Argument(help: "The earlier assessment.")
    var before: String

    @Argument(help: "The later assessment.")
    var after: String

    @OptionGroup(title: "History")
    var history: KeptHistory

    @Option(name: .shortAndLong, help: "How to print: text, markdown, json.")
    var format: Layout = .text

    func run() throws {
        let (log, scope) = try history.open()
        let (old, new) = (try snapshot(before, scope, log), try snapshot(after, scope, log))
        let difference = Difference(from: old, to: new)
        let text = DifferenceText(difference, from: old, to: new)
        switch format {
        case .text: Console.say(text.plain)
        case .markdown: Console.say(text.markdown)
        case .json: Console.write(text.json)
        }
        throw difference.isEmpty ? ExitCode.success : ExitCode(1)
    }

    private func snapshot(_ name: String, _ scope: String, _ log: History) throws -> Snapshot {
        try Failure.asInput {
            let numbers = try log.numbers(scope: scope)
            let number: Int? =
                switch name {
                case "last": numbers.last
                case "previous": numbers.dropLast().last
                case "baseline": try log.baseline(scope: scope)?.assessment
                default: Int(name)
                }
            guard let number, numbers.contains(number) else { throw HistoryError.noAssessment(name) }
            return try log.snapshot(number)
        }
    }
}
