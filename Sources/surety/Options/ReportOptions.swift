internal import ArgumentParser
internal import Parallel
internal import Reporting

/// What is written, and where: shared by the commands that write reports of an assessment.
struct ReportOptions: ParsableArguments {
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

    @OptionGroup(title: "Columns")
    var columns: ColumnOptions

    @OptionGroup(title: "OSCAL")
    var oscal: OSCALOptions

    /// Whether a format is named.
    var isAsked: Bool { !format.isEmpty || !columns.columns.isEmpty }

    /// The formats that are asked for.
    ///
    /// - Throws: `Failure` for a malformed file of columns, `ValidationError` for a format that does not exist.
    func formats() throws -> [any ReportFormat] { try columns.formats(format, oscal: oscal.oscalVersion) }

    /// Writes the files.
    ///
    /// - Returns: Their paths; the files of a folder below are counted together.
    /// - Throws: `Failure` when one cannot be written.
    func write(_ index: AssessmentIndex, in formats: [any ReportFormat]) throws -> [String] {
        let output = output
        let files = formats.flatMap { $0.files(of: index) }
        // The largest formats are the last in the alphabet; begun first, they do not keep the others waiting.
        let written = try Array(files.reversed()).concurrentChunks(of: 1) { files in
            files.map { file in Result { try ReportFolder.write(file, into: output) } }
        }.flatMap(\.self).reversed().compactMap { try $0.get() }
        return named(written)
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
}
