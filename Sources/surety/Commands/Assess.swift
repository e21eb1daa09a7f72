internal import ArgumentParser
internal import Compliance
internal import Parallel
internal import Reporting

/// `surety assess`: collect, assess and report in one go.
struct Assess: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assess agents and write the reports.",
        discussion: """
            Collects evidence from the given folders, files or saved evidence, joins it with the frameworks, prints what is \
            open and writes the reports. The same inputs and --at give the same bytes.

            Examples:
              surety assess .                                   the repository you are in
              surety assess repo --framework owasp-asi-2026     one framework
              surety assess repo --at 2026-11-24 --fail-on high for CI, reproducible
            """)

    @Argument(
        help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["evidence"]

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "What to write; repeat for several, or all: \(Writers.formats().map(\.format).joined(separator: ", ")). "
                + "By default \(Writers.named([]).map(\.format).joined(separator: ", ")).",
            valueName: "format"))
    var format: [String] = []

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder for the reports.", valueName: "folder"), completion: .directory)
    var output = "output"

    @Option(
        name: .long,
        help: ArgumentHelp("Exit with 1 when a gap of this severity or above is open.", valueName: "severity"))
    var failOn: Threshold = .medium

    @OptionGroup(title: "OSCAL")
    var oscal: OSCALOptions

    @OptionGroup(title: "Talking")
    var talk: TalkOptions

    func validate() throws {
        if let unknown = format.first(where: { Writers.named([$0]).isEmpty }) {
            throw ValidationError("there is no format '\(unknown)'")
        }
    }

    func run() throws {
        let assessment = try judging.assess(paths, quiet: talk.quiet)
        let written = try write(assessment)
        if !talk.quiet {
            let report = TerminalReport(color: talk.usesColor, width: Console.width, verbose: talk.verbose)
            Console.say(report.render(assessment))
            Console.say("Written: " + named(written).joined(separator: ", "))
        }
        // A process that ends gives its memory back at once; freeing a fleet piece by piece takes a tenth of the run.
        withExtendedLifetime(assessment) { Surety.exit(withError: failOn.exitCode(for: assessment)) }
    }

    /// The files by name; those of a folder below together.
    private func named(_ paths: [String]) -> [String] {
        var counts: [String: Int] = [:]
        let folders = paths.map { String($0.prefix(through: $0.lastIndex(of: "/") ?? $0.startIndex)) }
        for folder in folders { counts[folder, default: 0] += 1 }
        var said: Set<String> = []
        return zip(paths, folders).compactMap { path, folder in
            guard folder != output + "/" else { return path }
            return said.insert(folder).inserted ? "\(folder) (\(counts[folder] ?? 0) files)" : nil
        }
    }

    private func write(_ assessment: Assessment) throws -> [String] {
        let output = output
        let files = Writers.named(format, oscal: oscal.oscalVersion).flatMap { $0.files(of: assessment) }
        return try files.concurrentChunks(of: 1) { files in
            files.map { file in Result { try ReportFolder.write(file, into: output) } }
        }.flatMap(\.self).compactMap { try $0.get() }
    }
}
