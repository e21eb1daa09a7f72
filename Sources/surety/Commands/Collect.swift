internal import ArgumentParser
internal import Collecting
internal import Compliance
internal import Reporting

/// `surety collect`: evidence as one JSON file.
struct Collect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Collect evidence into one JSON file, to be assessed later or elsewhere.",
        discussion: """
            The file holds rows with file, line and digest, never a secret. `surety assess evidence.json` assesses it.
            """)

    @Argument(help: "Folders or configuration files.", completion: .file())
    var paths: [String]

    @Option(
        name: .shortAndLong, help: ArgumentHelp("File to write; - for standard output.", valueName: "file"),
        completion: .file())
    var output: String

    @OptionGroup(title: "Evidence")
    var options: EvidenceOptions

    @OptionGroup(title: "Talking")
    var talk: TalkOptions

    func run() throws {
        let evidence = try EvidenceInput.read(paths, options: options, quiet: talk.quiet)
        if output == "-" {
            try write(evidence) { Console.write($0) }
        } else {
            try AtomicFile.write(to: output) { append in try write(evidence, to: append) }
        }
        let refused = evidence[.artifact].filter { $0["status"].text == "refused" }
        if !talk.quiet {
            Console.note(
                "\(evidence.agents.count) agents, \(evidence[.artifact].count) files found, \(refused.count) could not be read"
            )
            for row in refused.prefix(talk.verbose ? .max : 10) {
                Console.note("  \(row["path"].description): \(row["reason"].description)")
            }
        }
        if evidence.isEmpty || !refused.isEmpty { throw ExitCode(2) }
    }

    private func write(_ evidence: Evidence, to receive: @escaping ([UInt8]) throws -> Void) throws {
        let sink = ByteSink(receive)
        EvidenceFile.write(evidence) { sink.append($0) }
        try sink.finish()
    }
}
