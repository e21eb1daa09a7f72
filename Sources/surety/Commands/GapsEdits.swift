internal import ArgumentParser
internal import Collecting
internal import Tracking

/// Which gaps of which history a person does something to.
struct GapSelection: ParsableArguments {
    @Argument(help: ArgumentHelp("Identifiers of gaps, as `surety gaps tracked` shows them.", valueName: "gap"))
    var gaps: [String]

    @OptionGroup(title: "History")
    var history: KeptHistory

    @OptionGroup(title: "Person")
    var person: PersonOptions

    /// Writes it down, for all of them or for none.
    ///
    /// - Throws: `Failure` when one of them is not in the history, nobody is named, or the text looks like a secret.
    func record(_ edit: GapEdit) throws {
        guard SecretText.line(in: Array(edit.text.utf8)) == nil else {
            throw Failure.input("that looks like a secret: write where it is kept, not what it is")
        }
        let (log, scope) = try history.open()
        let name = try person.name()
        try Failure.asInput { try log.edit(gaps, edit, scope: scope, by: name, at: Clock.now) }
    }
}

/// `surety gaps assign`.
struct GapsAssign: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "assign", abstract: "Give gaps to a person.")

    @OptionGroup
    var selection: GapSelection

    @Option(name: .long, help: ArgumentHelp("Who sees to them.", valueName: "name"))
    var to: String

    func run() throws { try selection.record(.assign(to)) }
}

/// `surety gaps due`.
struct GapsDue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Set the date until when gaps are closed.")

    @OptionGroup
    var selection: GapSelection

    @Option(
        name: .long, help: ArgumentHelp("The date, YYYY-MM-DD.", valueName: "date"), transform: DateOption.parse)
    var on: String

    func run() throws { try selection.record(.due(on)) }
}

/// `surety gaps ticket`.
struct GapsTicket: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ticket", abstract: "Link gaps to what tracks them elsewhere.")

    @OptionGroup
    var selection: GapSelection

    @Option(name: .long, help: ArgumentHelp("Key or address of the ticket.", valueName: "link"))
    var link: String

    func run() throws { try selection.record(.ticket(link)) }
}

/// `surety gaps note`.
struct GapsNote: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "note", abstract: "Write a note on gaps.")

    @OptionGroup
    var selection: GapSelection

    @Option(name: .long, help: ArgumentHelp("The note.", valueName: "text"))
    var text: String

    func run() throws { try selection.record(.note(text)) }
}

/// `surety gaps close`.
struct GapsClose: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Say that gaps are done.",
        discussion: """
            The gap is `done` by your word until the next assessment: it closes when that does not find it any more, and \
            opens again when it does.
            """)

    @OptionGroup
    var selection: GapSelection

    @Option(name: .long, help: ArgumentHelp("What was done.", valueName: "text"))
    var note: String

    func run() throws { try selection.record(.done(note)) }
}
