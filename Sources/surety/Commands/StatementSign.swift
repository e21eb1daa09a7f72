internal import ArgumentParser
internal import Attesting
internal import Collecting
internal import Hashing
internal import Reporting

/// `surety statement sign`.
struct StatementSign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign statements with the key of the person who states them.",
        discussion: """
            Writes one file for each statement, statements/NAME.dsse.json beside the statements file: a DSSE envelope around an \
            in-toto Statement v1 with the SHA-256 of the statement's canonical text and of its document. Whoever changes \
            either makes the signature invalid. NAME is the `id` of the entry, or the one that `surety statement list` shows.

            Whether a signature counts is decided by those who assess: they say with --statement-key whose key is whose. Then \
            the statement is attested; without a key of that person it stays self-reported.

            With --canonical nothing is signed: the text is printed as it would be, for `sha256sum` and other tools.

            Examples:
              surety key new jana.pem
              surety statement sign statements.yaml --all --by "Jana Novak" --key jana.pem
              surety statement sign statements.yaml --id training --key jana.pem
              surety assess . --statement-key "Jana Novak=jana.pub.pem"

            Exit codes: 0 signed, 64 usage, 65 bad input or key.
            """)

    @Argument(help: "The statements file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(name: .long, help: ArgumentHelp("The statement to sign; repeat for several.", valueName: "name"))
    var id: [String] = []

    @Flag(name: .long, help: "Sign all of them.")
    var all = false

    @Option(name: .long, help: ArgumentHelp("Of these, the statements of one person only.", valueName: "name"))
    var by: String?

    @Option(name: .long, help: PassphraseOptions.keyHelp, completion: .file(extensions: ["pem", "key"]))
    var key: String?

    @OptionGroup
    var lock: PassphraseOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The one system that the signature is for, as --system names it; for any by default.", valueName: "name"))
    var system: String?

    @Flag(name: .long, help: "Print the canonical text and sign nothing.")
    var canonical = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
        guard id.isEmpty == all else { throw ValidationError("say --id for some of them, or --all") }
        guard canonical == (key == nil) else { throw ValidationError("say --key to sign, or --canonical to look") }
    }

    func run() throws {
        let chosen = try chosen(of: entries())
        guard let key else {
            for entry in chosen { Console.write(StatementText(entry.values).canonical + [UInt8(ascii: "\n")]) }
            return
        }
        let signing = try lock.unlock(key)
        for entry in chosen { try check(entry) }
        for entry in chosen {
            let text = StatementText(entry.values)
            let envelope = try Failure.asInput { try StatementSignature.sign(text, for: system, with: signing) }
            let path = folder + "statements/\(entry.name).dsse.json"
            try AtomicFile.write(to: path) { try $0(envelope.file) }
            if !quiet {
                let about = entry["control"] ?? entry["check"] ?? ""
                Console.say(PlainText.oneLine("\(path): \(text.claimant) on \(about): “\(entry["claim"] ?? "")”"))
            }
        }
        if !quiet { Console.say("Signed with the \(signing.publicKey)") }
    }

    private var folder: String { file.lastIndex(of: "/").map { String(file[...$0]) } ?? "" }

    private func entries() throws -> [StatementEntry] {
        let bytes = try InputFile.read(file)
        return try Failure.asInput(about: file) { try StatementEntry.all(in: bytes) }
    }

    /// The statements that were asked for; a name that two have means neither.
    private func chosen(of entries: [StatementEntry]) throws -> [StatementEntry] {
        let chosen = entries.filter { (all || id.contains($0.name)) && (by == nil || $0["by"] == by) }
        let names = entries.map(\.name)
        if let unknown = id.first(where: { !names.contains($0) }) {
            let known = names.isEmpty ? "there is none" : "there are \(names.joined(separator: ", "))"
            throw Failure.input(PlainText.oneLine("\(file) has no statement \(unknown); \(known)"))
        }
        guard !chosen.isEmpty else { throw Failure.input("\(file): no statement to sign") }
        if let twice = chosen.first(where: { entry in names.count { $0 == entry.name } > 1 }) {
            throw Failure.input(
                "\(file):\(twice.line): two statements are called \(twice.name): give one an id of its own")
        }
        return chosen
    }

    /// Refuses what nobody should put their name to: a text that is not whole, or a document that is another.
    private func check(_ entry: StatementEntry) throws {
        let place = "\(file):\(entry.line)"
        if let problem = entry.problem { throw Failure.input("\(place): \(problem)") }
        if entry.holdsSecret { throw Failure.input("\(place): it holds what looks like a secret, and is not signed") }
        guard let document = entry["document"] else {
            if entry["method"] == "examine" { throw Failure.input("\(place): method examine needs a document") }
            return
        }
        let digest = SHA256.hex(try InputFile.read(folder + document))
        guard digest == entry["document_sha256"]?.lowercased() else {
            throw Failure.input("\(place): SHA-256 of \(document) is \(digest), and the statement gives another")
        }
    }
}
