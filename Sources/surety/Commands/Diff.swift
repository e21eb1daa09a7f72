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
        abstract: "Show what changed between two assessments, and why.",
        discussion: """
            An assessment of the history is named by its number, or as last, previous or baseline; any other by its path: \
            an assessment.json, the folder that it lies in, or an evidence bundle as folder or ZIP archive. Files are taken \
            at their word; `surety verify` asks whether it is true.

            For each verdict that changed it says whether the agent, the evidence, a statement, the check, its mapping or the \
            edition of the framework made it so.

            Examples:
              surety diff previous last
              surety diff baseline last --format markdown        a comment for a pull request
              surety diff before.zip after.zip                   two evidence bundles
              surety diff last output/assessment.json            what was recorded, and what is now

            Exit codes: 0 nothing changed, 1 something did, 65 no such assessment, or not readable.
            """)

    @Argument(help: "The earlier assessment.", completion: .file())
    var before: String

    @Argument(help: "The later assessment.", completion: .file())
    var after: String

    @OptionGroup(title: "History")
    var history: KeptHistory

    @Option(name: .shortAndLong, help: "How to print: text, markdown, json.")
    var format: Layout = .text

    func run() throws {
        let (old, new) = (try Side(before, history), try Side(after, history))
        guard old.system == new.system else {
            throw Failure.input(
                PlainText.oneLine(
                    "\(before) is of the system '\(old.system)', \(after) of '\(new.system)': the same gap has another "
                        + "identifier in each"))
        }
        let difference = Difference(from: old.snapshot, to: new.snapshot)
        let text = DifferenceText(difference, from: old.snapshot, to: new.snapshot)
        switch format {
        case .text: Console.say(text.plain)
        case .markdown: Console.say(text.markdown)
        case .json: Console.write(text.json)
        }
        throw difference.isEmpty ? ExitCode.success : ExitCode(1)
    }
}

extension Diff {
    /// One of the two assessments.
    private struct Side {
        let snapshot: Snapshot
        /// Name of the system; empty when it has none.
        let system: String

        init(_ name: String, _ history: KeptHistory) throws {
            guard ["last", "previous", "baseline"].contains(name) || Int(name) != nil else {
                let file = try SnapshotFile(name)
                (snapshot, system) = (file.snapshot, file.system ?? "")
                return
            }
            let (log, scope) = try history.open()
            system = scope
            snapshot = try Failure.asInput {
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
}
