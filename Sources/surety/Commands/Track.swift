internal import ArgumentParser
internal import Compliance
internal import Reporting
internal import Tracking

/// `surety track`: assess, and record the result in the history.
struct Track: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assess, and record in the history what opened, closed and came back.",
        discussion: """
            Every gap has a life: opened, still open, waived, waiver expired, closed, regressed. It closes only when an \
            assessment looked and it was not there any more: a file that cannot be read closes nothing, and what is deleted \
            with its agent is gone, not closed.

            With --report, or a --format, it writes the reports too, each gap with its dates, owner, ticket and notes.

            With --ratchet the run fails only on what is worse than the baseline. The baseline moves only with --baseline.

            Examples:
              surety track . --system billing-service            every week, or on every merge
              surety track . --baseline                          from here on, no worse
              surety track . --ratchet --fail-on high            in CI
              surety track . --format xlsx:fedramp-poam          each week, with the register that goes out
              surety track . --due critical=7,high=21,medium=60  your own dates

            Exit codes: 0 nothing open at --fail-on (with --ratchet: nothing worse than the baseline), 1 gaps, 2 recorded, \
            and something could not be read.
            """)

    @Argument(help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["."]

    @OptionGroup(title: "History")
    var history: HistoryOptions

    @Flag(name: .long, help: "Fail only on what is worse than the baseline.")
    var ratchet = false

    @Flag(name: .long, help: "Make this assessment the baseline.")
    var baseline = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Days to close a new gap, by severity. By default critical=15,high=30,medium=90,low=180.",
            valueName: "days"), transform: DueDays.parse)
    var due: DuePolicy = .standard

    @Flag(name: .long, help: "Write the reports too, with what the history knows of each gap.")
    var report = false

    @OptionGroup(title: "Reports")
    var reports: ReportOptions

    @OptionGroup(title: "Person")
    var person: PersonOptions

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @Option(
        name: .long,
        help: ArgumentHelp("Exit with 1 when a gap of this severity or above is open.", valueName: "severity"))
    var failOn: Threshold = .medium

    @OptionGroup(title: "Talking")
    var talk: TalkOptions

    func run() throws {
        let scope = judging.system ?? ""
        // A person's name, the formats and the baseline are asked for before anything is recorded.
        let formats = report || reports.isAsked ? try reports.formats() : []
        let name = baseline ? try person.name() : ""
        let log = try history.openOrMake()
        let reference = try reference(of: scope, in: log)
        let assessment = try judging.assess(paths, quiet: talk.quiet)
        let snapshot = Snapshot(assessment)
        let recording = try Failure.asInput {
            try log.record(snapshot, scope: scope, recordedAt: Clock.now, policy: due)
        }
        if baseline {
            try Failure.asInput { try log.setBaseline(recording.number, scope: scope, by: name, at: Clock.now) }
        }
        let written = try write(assessment, in: formats, log)
        let severity = Severity(rawValue: failOn.rawValue)
        let verdict = reference.map { Ratchet(baseline: $0, current: snapshot, threshold: severity) }
        if !talk.quiet {
            let gaps = try Failure.asInput { try log.gaps(scope: scope) }
            Console.say(TrackText(recording: recording, gaps: gaps, at: snapshot.at, isBaseline: baseline).text)
            if let verdict { Console.say(TrackText.text(verdict)) }
            if !written.isEmpty { Console.say("Written: " + written.joined(separator: ", ")) }
        }
        let code = failOn.exitCode(for: assessment)
        guard let verdict, code != ExitCode(2) else { throw code }
        throw verdict.holds ? ExitCode.success : ExitCode(1)
    }

    /// Writes the reports, with what the history knows now.
    private func write(_ assessment: Assessment, in formats: [any ReportFormat], _ log: History) throws -> [String] {
        guard !formats.isEmpty else { return [] }
        let records = try KnownHistory.records(of: assessment, in: log, path: history.history)
        return try reports.write(AssessmentIndex(assessment.knowing(records)), in: formats)
    }

    private func reference(of scope: String, in log: History) throws -> Snapshot? {
        guard ratchet else { return nil }
        return try Failure.asInput {
            guard let baseline = try log.baseline(scope: scope) else {
                throw Failure.input("there is no baseline to compare with: record one with `surety track --baseline`")
            }
            return try log.snapshot(baseline.assessment)
        }
    }
}

/// Days by severity as an option has them: `critical=7,high=21`.
enum DueDays {
    /// Reads the option.
    ///
    /// - Throws: `ValidationError` when a severity is unknown or a number of days is none.
    static func parse(_ text: String) throws -> DuePolicy {
        var days: [Severity: Int] = [:]
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false)
            guard pair.count == 2, let severity = Severity(rawValue: String(pair[0])), let number = Int(pair[1]),
                (0...36_500).contains(number)
            else { throw ValidationError("'\(part)' is not a severity and a number of days, such as high=30") }
            days[severity] = number
        }
        return DuePolicy(days: days)
    }
}
