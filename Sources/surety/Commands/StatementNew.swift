internal import ArgumentParser
internal import Compliance
internal import Hashing
internal import Reporting

/// `surety statement new`.
struct StatementNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write one statement into a statements file.",
        discussion: """
            With --document the method is examine, and the SHA-256 of the file goes with it: a statement whose document \
            changes counts no longer.

            Examples:
              surety statement new --control nist-ai-rmf-1.0/map-1.1 --claim "Context and users are written down." \\
                --by "Jana Novak" --role "Head of security" --document docs/review.md --days 180
            """)

    @Option(name: .long, help: ArgumentHelp("Framework item that it is for.", valueName: "id"))
    var control: String?

    @Option(name: .long, help: ArgumentHelp("Check that it is for.", valueName: "id"))
    var check: String?

    @Option(name: .long, help: ArgumentHelp("Agent that it is about; all beside the file by default.", valueName: "id"))
    var agent: String?

    @Option(name: .long, help: ArgumentHelp("What is stated, in a sentence.", valueName: "text"))
    var claim: String

    @Option(name: .long, help: ArgumentHelp("Who states it.", valueName: "name"))
    var by: String

    @Option(name: .long, help: ArgumentHelp("The person's role.", valueName: "role"))
    var role: String

    @Option(
        name: .long, help: ArgumentHelp("File that shows it, beside the statements file or below.", valueName: "path"),
        completion: .file())
    var document: String?

    @Option(
        name: .long, help: ArgumentHelp("Date on which it is stated. Today by default.", valueName: "date"),
        transform: DateOption.parse)
    var on: String?

    @Option(name: .long, help: ArgumentHelp("Days for which it counts, 366 at most.", valueName: "days"))
    var days = 180

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The statements file.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var output = "statements.yaml"

    func validate() throws {
        guard (control == nil) != (check == nil) else { throw ValidationError("say --control or --check, one of them") }
        guard (1...366).contains(days) else { throw ValidationError("--days is 1 to 366") }
    }

    func run() throws {
        guard let date = CalendarDate(on ?? Clock.now) else { throw Failure.fault("the clock gives no date") }
        let catalog = try JudgingOptions.builtinCatalog()
        if let control, catalog.control(ControlID(control)) == nil {
            throw Failure.input("there is no control \(control)")
        }
        if let check, catalog.check(CheckID(check)) == nil { throw Failure.input("there is no check \(check)") }
        let folder = output.contains("/") ? String(output[...(output.lastIndex(of: "/") ?? output.startIndex)]) : ""
        let digest = try document.map { SHA256.hex(try InputFile.read(folder + $0)) }
        let draft = StatementDraft([
            "agent": agent ?? "", "control": control ?? "", "check": check ?? "", "claim": claim,
            "method": document == nil ? "interview" : "examine", "by": by, "role": role, "stated_on": date.text,
            "expires_on": date.adding(days: days).text, "document": document ?? "", "document_sha256": digest ?? "",
        ])
        guard draft.missing.isEmpty else {
            throw Failure.input("a statement without \(draft.missing.joined(separator: ", "))")
        }
        try StatementsFile(path: output).append([draft])
    }
}
