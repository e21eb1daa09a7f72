internal import ArgumentParser
internal import Reporting

/// In which formats an assessment is written: shared by the commands that let their user choose.
struct FormatOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "What to write; repeat for several, or all: \(Writers.formats().map(\.format).joined(separator: ", ")). "
                + "By default \(Writers.named([]).map(\.format).joined(separator: ", ")).",
            valueName: "format"))
    var format: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A file with columns of your own for the register (CONTRIBUTING.md); repeat for several. Written as CSV, or as --format xlsx:NAME asks.",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var columns: [String] = []

    @OptionGroup
    var editions: EditionOptions

    /// The formats that were asked for, with the user's columns.
    ///
    /// - Parameter given: The editions of formats that none is asked for of.
    /// - Returns: The formats.
    /// - Throws: `Failure` for a file that is malformed, `ValidationError` for a format that does not exist.
    func formats(else given: Editions = Editions()) throws -> [any ReportFormat] {
        let layouts = try columns.map { path in
            let bytes = try InputFile.read(path)
            return try Failure.asInput { try ColumnMap.read(bytes, path: path) }
        }
        if let twice = Dictionary(grouping: layouts, by: \.name).first(where: { $0.value.count > 1 })?.key {
            throw Failure.input("two files of columns are named '\(twice)'")
        }
        let own = Set(
            layouts.flatMap { layout in RegisterLayout.Form.allCases.map { "\($0.rawValue):\(layout.name)" } })
        if let unknown = format.first(where: { !own.contains($0) && Writers.named([$0]).isEmpty }) {
            throw ValidationError("there is no format '\(unknown)'\(Self.hint(unknown, layouts))")
        }
        return Writers.named(format, in: editions.editions(else: given), layouts: layouts)
    }

    private static func hint(_ format: String, _ own: [RegisterLayout]) -> String {
        guard format.hasPrefix("csv:") || format.hasPrefix("xlsx:") else { return "" }
        let known = (RegisterLayout.all + own).map(\.name).joined(separator: ", ")
        return "; layouts are \(known)"
    }
}
