internal import ArgumentParser
internal import Compliance
internal import Reporting

/// `surety assess`: collect, assess and report in one go.
struct Assess: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assess agents and write the reports.",
        discussion: """
            Collects evidence from the given folders, files or saved evidence, joins it with the frameworks, prints what is \
            open and writes the reports. The same inputs and --at give the same bytes.

            Examples:
              surety assess .                                   the repository you are in
              surety assess repo --framework owasp-asi-2026     one framework
              surety assess repo --at 2026-11-24 --fail-on high for CI, reproducible
              surety assess repo --format xlsx:fedramp-poam     a register in the columns of another tool
              surety assess repo --history surety-history.sqlite  with what the history knows of each gap
            """)

    @Argument(
        help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["evidence"]

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @OptionGroup(title: "History")
    var known: KnownHistory

    @OptionGroup(title: "Reports")
    var reports: ReportOptions

    @Option(
        name: .long,
        help: ArgumentHelp("Exit with 1 when a gap of this severity or above is open.", valueName: "severity"))
    var failOn: Threshold = .medium

    @OptionGroup(title: "Talking")
    var talk: TalkOptions

    func run() throws {
        let formats = try reports.formats()
        var inputs = try judging.inputs(paths, quiet: talk.quiet)
        let assessment = try inputs.assess(known)
        let index = AssessmentIndex(assessment)
        let written = try reports.write(index, in: formats)
        if !talk.quiet {
            let report = TerminalReport(color: talk.usesColor, width: Console.width, verbose: talk.verbose)
            Console.say(report.render(index))
            Console.say("Written: " + written.joined(separator: ", "))
        }
        // A process that ends gives its memory back at once; freeing a fleet piece by piece takes a tenth of the run.
        withExtendedLifetime(index) { Surety.exit(withError: failOn.exitCode(for: assessment)) }
    }
}
