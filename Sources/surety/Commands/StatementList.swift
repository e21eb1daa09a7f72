internal import ArgumentParser
internal import Compliance
internal import Reporting

/// `surety statement list`.
struct StatementList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what people stated, until when, and whether it counts.")

    @Argument(help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["."]

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    func run() throws {
        let statements = try judging.assess(paths, quiet: true).statements
        guard !statements.isEmpty else { return Console.say("Nobody has stated anything.") }
        let header = ["NAME", "ABOUT", "AGENT", "BY", "METHOD", "UNTIL", "COUNTS", "SIGNATURE", "PLACE"]
        let rows = statements.map { statement in
            [
                statement.id, statement.control?.rawValue ?? statement.check?.rawValue ?? "", statement.agent.rawValue,
                "\(statement.by), \(statement.role)", statement.method.rawValue, statement.expiresOn,
                statement.problem.map { "no: \($0)" } ?? "yes, \(statement.origin.words)",
                statement.signatureNote ?? statement.signatureWord ?? "", statement.citation.place,
            ].map(PlainText.oneLine)
        }
        Console.say(TextTable(header: header, rows: rows).lines.joined(separator: "\n"))
    }
}

/// `surety statement check`.
struct StatementCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say which statements do not count, or will not for long.",
        discussion: """
            A statement counts while its dates and its document hold and the evidence does not say otherwise. A signature \
            that does not hold is said too.

            Exit codes: 0 all count, 1 one does not, lapses within --within days, or has a signature that does not hold, 2 a statements file could not be read.
            """)

    @Argument(help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["."]

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @Option(name: .long, help: ArgumentHelp("Warn of what lapses within so many days.", valueName: "days"))
    var within = 0

    func run() throws {
        let assessment = try judging.assess(paths, quiet: true)
        let lines = assessment.statements.compactMap { statement -> String? in
            let about =
                "\(statement.citation.place): \(statement.control?.rawValue ?? statement.check?.rawValue ?? "") by \(statement.by)"
            if let problem = statement.problem { return "\(about) does not count: \(problem)" }
            if case .invalid(let why) = statement.signature {
                return "\(about) counts as self-reported only: its signature does not hold: \(why)"
            }
            guard let today = CalendarDate(assessment.at), let end = CalendarDate(statement.expiresOn) else {
                return nil
            }
            let days = end.days(since: today)
            return days < within ? "\(about) lapses in \(days) days" : nil
        }
        let broken = assessment.evidence[.artifact].filter {
            $0["kind"].text?.contains("statement") == true && $0["status"].text == "refused"
        }
        for row in broken {
            Console.say(PlainText.oneLine("\(row["path"].text ?? "") could not be read: \(row["reason"].text ?? "")"))
        }
        for line in lines { Console.say(PlainText.oneLine(line)) }
        if lines.isEmpty, broken.isEmpty {
            Console.say("\(assessment.statements.count) statements, all of them count.")
        }
        if !broken.isEmpty { throw ExitCode(2) }
        if !lines.isEmpty { throw ExitCode(1) }
    }
}

extension Statement {
    /// Why it does not count; nil when it does.
    fileprivate var problem: String? {
        switch standing {
        case .valid: nil
        case .invalid(let why): why
        case .contradicted(let why): "the evidence says otherwise: \(why)"
        }
    }
}
