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
              surety assess repo --format xlsx:fedramp-poam     a register in the columns of another tool
            """)

    @Argument(
        help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["evidence"]

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @OptionGroup(title: "Formats")
    var formats: FormatOptions

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder for the reports.", valueName: "folder"), completion: .directory)
    var output = "output"

    @Option(
        name: .long,
        help: ArgumentHelp("Exit with 1 when a gap of this severity or above is open.", valueName: "severity"))
    var failOn: Threshold = .medium

    @OptionGroup(title: "Talking")
    var talk: TalkOptions

    func run() throws {
        let formats = try self.formats.formats()
        let assessment = try judging.assess(paths, quiet: talk.quiet)
        let index = AssessmentIndex(assessment)
        let written = try write(index, in: formats)
        if !talk.quiet {
            let report = TerminalReport(color: talk.usesColor, width: Console.width, verbose: talk.verbose)
            Console.say(report.render(index))
            Console.say("Written: " + named(written).joined(separator: ", "))
        }
        // A process that ends gives its memory back at once; freeing a fleet piece by piece takes a tenth of the run.
        withExtendedLifetime(index) { Surety.exit(withError: failOn.exitCode(for: assessment)) }
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

    private func write(_ index: AssessmentIndex, in formats: [any ReportFormat]) throws -> [String] {
        let output = output
        let files = ReportFolder.files(of: index, in: formats)
        // The largest formats are the last in the alphabet; begun first, they do not keep the others waiting.
        return try Array(files.reversed()).concurrentChunks(of: 1) { files in
            files.map { file in Result { try ReportFolder.write(file, into: output) } }
        }.flatMap(\.self).reversed().compactMap { try $0.get() }
    }
}
