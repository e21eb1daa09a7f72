internal import ArgumentParser
internal import Compliance
internal import Reporting
internal import Tracking

/// `surety gaps tracked`: the gaps of the history with age, owner and date.
struct GapsTracked: ParsableCommand {
    enum Layout: String, CaseIterable, ExpressibleByArgument {
        case table, csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "tracked",
        abstract: "List the gaps of the history: state, age, owner, date, ticket.")

    @OptionGroup(title: "History")
    var history: KeptHistory

    @Flag(name: .long, help: "Those that are closed or gone as well.")
    var all = false

    @Flag(name: .long, help: "Only those whose date has passed.")
    var overdue = false

    @Option(name: .long, help: ArgumentHelp("Only those of this person; none for those of nobody.", valueName: "name"))
    var owner: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Date that ages and dates are held against. Today by default.", valueName: "date"),
        transform: DateOption.parse)
    var at: String?

    @Option(name: .shortAndLong, help: "How to print: table, csv, json.")
    var format: Layout = .table

    func run() throws {
        let (log, scope) = try history.open()
        let date = at ?? Clock.now
        let gaps = try Failure.asInput { try log.gaps(scope: scope) }.filter { gap in
            (all || gap.state.isPending) && (!overdue || gap.isOverdue(on: date))
                && (owner.map { gap.owner == ($0 == "none" ? nil : $0) } ?? true)
        }
        switch format {
        case .table where gaps.isEmpty: Console.say("No such gap.")
        case .table:
            let header = ["GAP", "SEVERITY", "STATE", "DAYS", "DUE", "OWNER", "TICKET", "AGENT", "CHECK", "PLACE"]
            let rows = gaps.map { gap in
                [
                    gap.id, gap.severity.rawValue, gap.state.rawValue, gap.age(on: date).map(String.init) ?? "",
                    (gap.due ?? "") + (gap.isOverdue(on: date) ? " overdue" : ""), gap.owner ?? "", gap.ticket ?? "",
                    gap.agent, gap.check, gap.place,
                ].map(PlainText.oneLine)
            }
            Console.say(TextTable(header: header, rows: rows).lines.joined(separator: "\n"))
        case .csv: Console.write(Register.csv(columns: Self.columns, rows: gaps.map { fields(of: $0, date) }))
        case .json: Console.write(Register.json(columns: Self.columns, rows: gaps.map { fields(of: $0, date) }))
        }
    }

    private static let columns = [
        "id", "severity", "state", "since", "opened_at", "last_seen_at", "days_open", "due", "overdue", "owner",
        "ticket",
        "regressions", "waived_until", "agent", "check", "cause", "title", "place",
    ]

    private func fields(of gap: TrackedGap, _ date: String) -> [Value] {
        [
            .text(gap.id), .text(gap.severity.rawValue), .text(gap.state.rawValue), .text(gap.since),
            .text(gap.openedAt), .text(gap.seenAt), Value(gap.age(on: date)), Value(gap.due),
            .boolean(gap.isOverdue(on: date)), Value(gap.owner), Value(gap.ticket), .integer(gap.regressions),
            Value(gap.waivedUntil), .text(gap.agent), .text(gap.check), .text(gap.cause), .text(gap.title),
            .text(gap.place),
        ]
    }
}
