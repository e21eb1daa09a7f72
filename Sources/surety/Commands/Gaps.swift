internal import ArgumentParser
internal import Compliance
internal import Reporting

/// `surety gaps`: what is open.
struct Gaps: ParsableCommand {
    enum Layout: String, CaseIterable, ExpressibleByArgument {
        case table, csv, json
    }

    static let configuration = CommandConfiguration(
        abstract: "List what is open, heaviest first.",
        discussion: "Missing statements weigh `info` and are left out unless --severity info is given.")

    @Argument(help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["evidence"]

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @Option(name: .long, help: ArgumentHelp("List gaps of this severity or above.", valueName: "severity"))
    var severity: Threshold = .low

    @Option(name: .long, help: ArgumentHelp("List the gaps of this agent only.", valueName: "id"))
    var agent: String?

    @Option(name: .shortAndLong, help: "How to print: table, csv, json.")
    var format: Layout = .table

    @Option(
        name: .long,
        help: ArgumentHelp("Exit with 1 when a gap of this severity or above is open.", valueName: "severity"))
    var failOn: Threshold = .medium

    @OptionGroup(title: "Talking")
    var talk: TalkOptions

    func run() throws {
        let assessment = try judging.assess(paths, quiet: talk.quiet)
        let least = Severity(rawValue: severity.rawValue) ?? .info
        let gaps = assessment.register.filter { $0.severity >= least && (agent == nil || $0.agent.rawValue == agent) }
        switch format {
        case .table: Console.say(table(gaps, assessment))
        case .csv: Console.write(Register.csv(gaps, of: assessment))
        case .json: Console.write(Register.json(gaps, of: assessment))
        }
        throw failOn.exitCode(for: assessment)
    }

    private func table(_ gaps: [Gap], _ assessment: Assessment) -> String {
        guard !assessment.agents.isEmpty else { return "No agent was found: nothing was assessed." }
        guard !gaps.isEmpty else { return "No gap of this severity is open." }
        let rows = gaps.map { gap in
            [
                gap.id.rawValue, gap.severity.rawValue, gap.waiver == nil ? "open" : "waived", gap.agent.rawValue,
                gap.check?.rawValue ?? gap.cause.rawValue, gap.citations.first?.place ?? "",
            ].map(PlainText.oneLine)
        }
        return TextTable(header: ["GAP", "SEVERITY", "STATE", "AGENT", "CAUSE", "PLACE"], rows: rows).lines
            .joined(separator: "\n") + "\n\nsurety explain <GAP> \(paths.joined(separator: " "))   shows one in full"
    }
}
