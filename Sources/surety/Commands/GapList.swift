internal import ArgumentParser
internal import Compliance
internal import Reporting

/// `surety gaps list`: what is open.
struct GapList: ParsableCommand {
    enum Layout: String, CaseIterable, ExpressibleByArgument {
        case table, csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what is open now, heaviest first. `surety gaps` alone does the same.",
        discussion: """
            The table has a row for each cause: gaps that one change mends stand together. CSV and JSON have a row for each gap.
            Questions to people weigh `info` and are left out unless --severity info is given.
            """)

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
        guard !gaps.isEmpty else {
            let doubt = assessment.doubt
            return "No gap of this severity is open." + (doubt.isEmpty ? "" : " That is no all-clear: \(doubt).")
        }
        let listed = Set(gaps.map(\.id))
        let groups = CauseGroup.all(in: assessment).filter { $0.gaps.contains { listed.contains($0.id) } }
        let written = rows(groups, .written)
        let unset = rows(groups, .unset)
        let others = rows(groups, .unknown) + questions(gaps)
        let sections = [
            ("Written in files", written), ("Not set in any file that was read: product defaults", unset),
            ("To be asked of people", others),
        ]
        let header = ["GAP", "SEVERITY", "STATE", "AGENT", "CAUSE", "PLACE"]
        let parts = sections.filter { !$0.1.isEmpty }.map { title, rows in
            title + "\n" + TextTable(header: header, rows: rows).lines.joined(separator: "\n")
        }
        return parts.joined(separator: "\n\n")
            + "\n\nsurety explain <GAP> \(paths.joined(separator: " "))   shows one in full"
    }

    /// A row for each cause: the gap that stands for it, and how many go with it.
    private func rows(_ groups: [CauseGroup], _ origin: CauseGroup.Origin) -> [[String]] {
        groups.filter { $0.origin == origin }.map { group in
            let head = group.head
            let checks = group.distinct.count - 1
            let agents = group.agents.count - 1
            return [
                head.id.rawValue, head.severity.rawValue, head.waiver == nil ? "open" : "waived",
                (agent ?? head.agent.rawValue) + (agents > 0 && agent == nil ? " and \(agents) more" : ""),
                (head.check?.rawValue ?? head.cause.rawValue) + (checks > 0 ? " and \(checks) more" : ""),
                head.citations.first?.place ?? "",
            ].map(PlainText.oneLine)
        }
    }

    private func questions(_ gaps: [Gap]) -> [[String]] {
        gaps.filter { $0.cause == .missingStatement }.map { gap in
            [gap.id.rawValue, gap.severity.rawValue, "open", gap.agent.rawValue, gap.title, ""].map(PlainText.oneLine)
        }
    }
}
