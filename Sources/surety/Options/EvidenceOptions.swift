internal import ArgumentParser
internal import Collecting
internal import Compliance

/// What is collected beside Surety's own: programs and reports that the user names.
struct EvidenceOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A program of yours that collects evidence by the protocol of COLLECTORS.md; repeat for several. It is run.",
            valueName: "path"),
        completion: .file())
    var collector: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("Time that one run of a collector may take.", valueName: "seconds"),
        transform: { text in
            guard let seconds = Int(text), (1...86_400).contains(seconds) else {
                throw ValidationError("'\(text)' is not a number of seconds from 1 to 86400")
            }
            return seconds
        })
    var collectorTimeout: Int = 60

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Results of another scanner: SARIF 2.1.0, or findings as CSV or JSON; repeat for several.",
            valueName: "file"),
        completion: .file())
    var findings: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A log of what agents did, or a folder of such logs: transcripts of Claude Code and Codex, OTLP JSON, logs of MCP gateways, JSON lines (evidence/README.md); repeat for several.",
            valueName: "path"),
        completion: .file())
    var actions: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A register or export of non-human identities, or a folder of such files: identities.csv, AWS credential reports and access keys, service accounts, Entra applications, GitHub tokens (evidence/README.md); repeat for several.",
            valueName: "path"),
        completion: .file())
    var identities: [String] = []

    /// The programs, each there and executable.
    ///
    /// - Throws: `Failure` when one is not.
    func collectors() throws -> [ExternalCollector] {
        try Failure.asInput { try collector.map { try ExternalCollector(path: $0, seconds: collectorTimeout) } }
    }

    /// The reports of other scanners.
    ///
    /// - Throws: `Failure` when one cannot be read.
    func reports() throws -> [FindingsReport] {
        try findings.map { path in
            let bytes = try InputFile.read(path)
            return try Failure.asInput { try FindingsReport(bytes, path: path) }
        }
    }
}
