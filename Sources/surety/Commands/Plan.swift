internal import ArgumentParser
internal import Compliance
internal import Documents
internal import Reporting
internal import Tracking

/// `surety plan`: what to do first.
struct Plan: ParsableCommand {
    enum Layout: String, CaseIterable, ExpressibleByArgument {
        case text, markdown, json, diff
    }

    static let configuration = CommandConfiguration(
        abstract: "Rank the changes that close the most severe gaps, and make those that are safe.",
        discussion: """
            One change is one cause, however many checks it fails. Where a remedy holds as it stands, or a file grants \
            something that can be taken away, the edit (JSON, YAML, TOML, front matter) is tried on a copy, and offered as a \
            diff only when it closes what it is for and makes nothing worse. Each is weighed by what it adds to those before \
            it. Everything else says its remedy, to be done by hand.

            Examples:
              surety plan .
              surety plan . --severity high --limit 5
              surety plan . --apply 1,3             writes these edits, each file kept beside it as FILE.before-surety
              surety plan . --apply all-safe        writes all of them
              surety plan . --format diff | git apply
            """)

    @Argument(help: "The repository.", completion: .directory)
    var folder = "."

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @Option(name: .long, help: ArgumentHelp("Plan for causes of this severity or above.", valueName: "severity"))
    var severity: Threshold = .low

    @Option(name: .long, help: ArgumentHelp("Plan for so many causes, the heaviest.", valueName: "number"))
    var limit = 50

    @Option(name: .shortAndLong, help: "How to print: text, markdown, json, diff.")
    var format: Layout = .text

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the edits of these changes, by their numbers in the plan (1,3), or those of all that have one (all-safe).",
            valueName: "numbers"))
    var apply: [PlanChoice] = []

    func validate() throws {
        guard (1...200).contains(limit) else { throw ValidationError("--limit is 1 to 200") }
        guard apply.isEmpty || format == .text else { throw ValidationError("--apply says what it did as text only") }
    }

    func run() throws {
        var inputs = try judging.inputs([folder], quiet: true)
        try inputs.prepare()
        let assessment = try inputs.assess()
        guard !assessment.agents.isEmpty else {
            if format == .text { Console.say("No agent was found: nothing was assessed.") }
            throw ExitCode(2)
        }
        guard
            let trial = try TrialFolder(
                of: folder, like: assessment, judge: { [inputs] in try judging.inputs(like: inputs, of: [$0]).assess() }
            )
        else { throw Failure.input("the files of \(folder) cannot be tried on a copy: nothing was planned") }
        let least = Severity(rawValue: severity.rawValue) ?? .info
        let planner = Planner(folder: trial, least: least, limit: limit)
        let plan = try planner.plan()
        guard apply.isEmpty else { return try write(plan, planner) }
        let document = PlanDocument(plan: plan)
        switch format {
        case .text: Console.say(PlanText(plan: plan).text)
        case .markdown: Console.say(document.markdown)
        case .json: Console.write(document.json)
        case .diff:
            let (text, left) = document.patch
            for path in left {
                Console.note(
                    "surety: \(path) is left out: a line of the edit or beside it holds a secret; --apply writes it")
            }
            Console.write(Array(text.utf8))
        }
    }

    private func write(_ plan: ChangePlan, _ planner: Planner) throws {
        let edits = try PlanChoice.edits(apply, of: plan, by: planner)
        try Backup.replace(edits, in: folder)
        for edit in edits { Console.say("written  \(PlainText.oneLine(edit.path))") }
        let before = planner.folder.before.snapshot
        let after = Snapshot(try judging.assess([folder], quiet: true))
        Console.say(DifferenceText(Difference(from: before, to: after), from: before, to: after).plain)
    }
}
