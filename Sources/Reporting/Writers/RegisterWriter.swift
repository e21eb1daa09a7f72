/// `gaps-<layout>.csv` and `gaps-<layout>.xlsx`: the register in the columns that a tool imports.
///
/// Identifiers are those of the gaps, the same in every run, so that a second import updates. Every text is one line that
/// no spreadsheet runs as a formula. A waived failure is a row like any other; only what its layout says of it differs.
public struct RegisterWriter: Writer {
    /// `csv:jira`, `xlsx:fedramp-poam`; `xlsx` for every field.
    public let format: String
    /// `gaps-jira.csv`.
    public let fileName: String
    /// What the file is.
    public var summary: String { layout.summary }

    private let layout: RegisterLayout
    private let form: RegisterLayout.Form

    /// A writer of a layout.
    public init(_ layout: RegisterLayout, as form: RegisterLayout.Form) {
        self.layout = layout
        self.form = form
        let isPlain = layout == .generic && form == .xlsx
        format = isPlain ? form.rawValue : "\(form.rawValue):\(layout.name)"
        fileName = isPlain ? "gaps.xlsx" : "gaps-\(layout.name).\(form.rawValue)"
    }

    /// Writes the register.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        let table = RegisterTable(index, in: layout)
        switch form {
        case .xlsx: RegisterWorkbook(table).write(to: sink)
        case .csv:
            let csv = CSVText(sink: sink)
            csv.row(table.titles)
            for entry in table.entries { csv.row(table.texts(of: entry)) }
        }
    }

    /// Every layout in the form that its tool takes.
    static let usual = RegisterLayout.all.map { RegisterWriter($0, as: $0.form) }

    /// Every layout in the other form.
    static let others = RegisterLayout.all.map { RegisterWriter($0, as: $0.form == .csv ? .xlsx : .csv) }
}
