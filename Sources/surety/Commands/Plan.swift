internal import ArgumentParser
internal import Compliance
internal import Documents
internal import Reporting
internal import Tracking

/// `surety plan`: what to do first.
struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rank the changes that close the most severe gaps, and make those that are safe.",
        discussion: """
            One change is one cause, however many checks it fails. Where it is a grant in a JSON file (a rule that allows, a \
            setting that switches questions off), taking it away is tried on a copy; the edit is offered as a diff only \
            when it closes what it is for and makes nothing worse. Everything else says its remedy, to be done by hand.

            Examples:
              surety plan .
              surety plan . --severity high --limit 5
              surety plan . --apply 1 --apply 3     writes these edits, each file kept beside it as FILE.before-surety
            """)

    @Argument(help: "The repository.", completion: .directory)
    var folder = "."

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @Option(name: .long, help: ArgumentHelp("Plan for causes of this severity or above.", valueName: "severity"))
    var severity: Threshold = .low

    @Option(name: .long, help: ArgumentHelp("Plan for so many causes, the heaviest.", valueName: "number"))
    var limit = 10

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the edits of this change, by its number in the plan; repeat for several.", valueName: "number"))
    var apply: [Int] = []

    func validate() throws {
        guard (1...200).contains(limit) else { throw ValidationError("--limit is 1 to 200") }
    }

    func run() throws {
        let assessment = try judging.assess([folder], quiet: true)
        guard !assessment.agents.isEmpty else {
            Console.say("No agent was found: nothing was assessed.")
            throw ExitCode(2)
        }
        let trial = try TrialFolder(of: folder, like: assessment) { try judging.assess([$0], quiet: true) }
        if trial == nil { Console.note("The files cannot be tried on a copy: every change is left to you.") }
        let least = Severity(rawValue: severity.rawValue) ?? .info
        let changes = try Planner(assessment: assessment, folder: folder, trial: trial).changes(
            from: least, limit: limit)
        guard !apply.isEmpty else { return Console.say(PlanText(changes: changes).text) }
        try write(changes, trial)
    }

    private func write(_ changes: [PlannedChange], _ trial: TrialFolder?) throws {
        let chosen = try Set(apply).sorted().map { number in
            guard changes.indices.contains(number - 1) else {
                throw Failure.input("the plan has \(changes.count) changes, no number \(number)")
            }
            let change = changes[number - 1]
            guard !change.edits.isEmpty else {
                throw Failure.input(
                    "change \(number) has to be made by hand: surety explain \(change.group.head.id) \(folder)")
            }
            return change
        }
        let paths = Set(chosen.flatMap { $0.edits.map(\.path) }).sorted()
        for path in paths {
            let edits = chosen.flatMap { $0.edits.filter { $0.path == path } }
            try Backup.replace(folder + "/" + path, of: edits)
            Console.say("written  \(path)")
        }
        guard let trial else { return }
        let after = Snapshot(try judging.assess([folder], quiet: true))
        let difference = Difference(from: trial.before.snapshot, to: after)
        Console.say(DifferenceText(difference, from: trial.before.snapshot, to: after).plain)
    }
}
