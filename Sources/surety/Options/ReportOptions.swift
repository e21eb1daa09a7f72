internal import ArgumentParser
internal import Parallel
internal import Reporting

/// What is written, and where: shared by the commands that write reports of an assessment.
struct ReportOptions: ParsableArguments {
    @OptionGroup(title: "Formats")
    var chosen: FormatOptions

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder for the reports.", valueName: "folder"), completion: .directory)
    var output = "output"

    /// Whether a format is named.
    var isAsked: Bool { !chosen.format.isEmpty || !chosen.columns.isEmpty }

    /// The formats that are asked for.
    ///
    /// - Throws: `Failure` for a malformed file of columns, `ValidationError` for a format that does not exist.
    func formats() throws -> [any ReportFormat] { try chosen.formats() }

    /// Writes the files.
    ///
    /// - Returns: Their paths; the files of a folder below are counted together.
    /// - Throws: `Failure` when one cannot be written.
    func write(_ index: AssessmentIndex, in formats: [any ReportFormat]) throws -> [String] {
        let output = output
        let files = ReportFolder.files(of: index, in: formats)
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
