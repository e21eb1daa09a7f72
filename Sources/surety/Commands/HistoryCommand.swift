internal import ArgumentParser
internal import Compliance
internal import Reporting
internal import Tracking

/// `surety history`: what happened from assessment to assessment.
struct HistoryCommand: ParsableCommand {
    enum Layout: String, CaseIterable, ExpressibleByArgument {
        case table, csv, json, markdown, html
    }

    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show the assessments of a history, or the life of one gap.",
        discussion: """
            Examples:
              surety history                                     one line for each assessment
              surety history --gap G-5CFBF36DD9                  what happened to a gap, and who did what
              surety history --format html > trend.html          the trend as a page
            """)

    @OptionGroup(title: "History")
    var history: KeptHistory

    @Option(name: .long, help: ArgumentHelp("Show the life of this gap.", valueName: "id"))
    var gap: String?

    @Option(name: .shortAndLong, help: "How to print: table, csv, json, markdown, html.")
    var format: Layout = .table

    func run() throws {
        let (log, scope) = try history.open()
        if let gap { return Console.say(try life(of: gap, scope, log)) }
        let entries = try Failure.asInput { try log.entries(scope: scope) }
        switch format {
        case .table:
            Console.say(
                TextTable(header: Self.columns.map { $0.uppercased() }, rows: entries.map(row)).lines.joined(
                    separator: "\n"))
        case .csv: Console.write(Register.csv(columns: Self.columns, rows: entries.map { row($0).map { .text($0) } }))
        case .json: Console.write(Register.json(columns: Self.columns, rows: entries.map { row($0).map { .text($0) } }))
        case .markdown: Console.write(TrendMarkdown(try trend(entries, scope, log)).bytes)
        case .html: Console.write(TrendHTML(try trend(entries, scope, log)).bytes)
        }
    }

    private static let columns = [
        "number", "at", "critical", "high", "medium", "low", "info", "waived", "opened", "closed", "regressed",
        "unconfirmed",
    ]

    private func row(_ entry: History.Entry) -> [String] {
        let severities: [Severity] = [.critical, .high, .medium, .low, .info]
        let kinds: [GapEvent.Kind] = [.opened, .closed, .regressed, .unconfirmed]
        return [String(entry.number), entry.at] + severities.map { String(entry.open[$0] ?? 0) }
            + [String(entry.waived)]
            + kinds.map { String((entry.events[$0] ?? 0) + ($0 == .closed ? entry.events[.gone] ?? 0 : 0)) }
    }

    private func life(of id: String, _ scope: String, _ log: History) throws -> String {
        let events = try Failure.asInput { try log.events(of: id, scope: scope) }
        guard format == .table else {
            throw ValidationError("the life of a gap is printed as a table")
        }
        let rows = events.map { event in
            [
                event.at, event.kind.rawValue, event.assessment.map { "assessment \($0)" } ?? event.by, event.text,
            ].map(PlainText.oneLine)
        }
        return TextTable(header: ["AT", "EVENT", "BY", "WHAT"], rows: rows).lines.joined(separator: "\n")
    }

    private func trend(_ entries: [History.Entry], _ scope: String, _ log: History) throws -> Trend {
        let gaps = try Failure.asInput { try log.gaps(scope: scope) }
        let last = entries.last?.at ?? ""
        return Trend(
            system: scope,
            points: entries.map { entry in
                Trend.Point(
                    at: entry.at, open: entry.open, waived: entry.waived, opened: entry.events[.opened] ?? 0,
                    closed: (entry.events[.closed] ?? 0) + (entry.events[.gone] ?? 0),
                    regressed: entry.events[.regressed] ?? 0)
            },
            pending: gaps.filter(\.state.isPending).map { gap in
                Trend.Pending(
                    id: gap.id, severity: gap.severity, agent: gap.agent, title: gap.title, place: gap.place,
                    state: gap.state.rawValue, age: gap.age(on: last) ?? 0, owner: gap.owner, due: gap.due,
                    isOverdue: gap.isOverdue(on: last), ticket: gap.ticket)
            })
    }
}
