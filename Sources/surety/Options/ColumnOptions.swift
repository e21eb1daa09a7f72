internal import ArgumentParser
internal import Reporting

/// Columns of the user's own.
struct ColumnOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A file with columns of your own for the register (CONTRIBUTING.md); repeat for several. Written as CSV, or as --format xlsx:NAME asks.",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var columns: [String] = []

    /// The formats of some names, with the user's columns.
    ///
    /// - Throws: `Failure` for a file that is malformed, `ValidationError` for a format that does not exist.
    func formats(_ names: [String], oscal version: OSCALVersion) throws -> [any ReportFormat] {
        let layouts = try columns.map { path in
            let bytes = try InputFile.read(path)
            return try Failure.asInput { try ColumnMap.read(bytes, path: path) }
        }
        if let twice = Dictionary(grouping: layouts, by: \.name).first(where: { $0.value.count > 1 })?.key {
            throw Failure.input("two files of columns are named '\(twice)'")
        }
        let own = Set(
            layouts.flatMap { layout in RegisterLayout.Form.allCases.map { "\($0.rawValue):\(layout.name)" } })
        if let unknown = names.first(where: { !own.contains($0) && Writers.named([$0]).isEmpty }) {
            throw ValidationError("there is no format '\(unknown)'\(Self.hint(unknown, layouts))")
        }
        return Writers.named(names, oscal: version, layouts: layouts)
    }

    private static func hint(_ format: String, _ own: [RegisterLayout]) -> String {
        guard format.hasPrefix("csv:") || format.hasPrefix("xlsx:") else { return "" }
        let known = (RegisterLayout.all + own).map(\.name).joined(separator: ", ")
        return "; layouts are \(known)"
    }
}
