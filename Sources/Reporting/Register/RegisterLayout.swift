/// A register in the columns that a tool imports: data, a file for each in `Layouts/`.
public struct RegisterLayout: Sendable, Hashable {
    /// The form of file that a register is written in.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// RFC 4180.
        case csv
        /// A workbook, ISO/IEC 29500.
        case xlsx
    }

    /// Which gaps are rows.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// Everything open, also what was not assessed and what waits for a person.
        case all
        /// What was found: failures, contradictions, files that could not be read. What was only not assessed is none.
        case weaknesses
    }

    /// A cell above the headings.
    public enum Head: Sendable, Hashable {
        case text(String)
        /// Name of the system, when one was given.
        case system
        /// Date of the assessment.
        case date
        /// Name and version of the program.
        case tool
    }

    /// Name by which it is chosen, for example `jira`.
    public let name: String
    /// What it is and who reads it, in one line.
    public let summary: String
    /// The form that the tool takes; the other can be asked for.
    public let form: Form
    /// Which gaps are rows.
    public let scope: Scope
    /// Name of the sheet in a workbook.
    public let sheet: String
    /// Rows above the headings, in a workbook.
    public let head: [[Head]]
    /// The columns, in order.
    public let columns: [RegisterColumn]
    /// Columns behind those, where a history was given.
    public let historyColumns: [RegisterColumn]

    /// A layout.
    public init(
        name: String, summary: String, form: Form, scope: Scope, sheet: String = "Gaps", head: [[Head]] = [],
        columns: [RegisterColumn], historyColumns: [RegisterColumn] = []
    ) {
        self.name = name
        self.summary = summary
        self.form = form
        self.scope = scope
        self.sheet = sheet
        self.head = head
        self.columns = columns
        self.historyColumns = historyColumns
    }

    /// The layouts that there are, by name.
    public static let all: [RegisterLayout] = [
        archerFindings, cisoAssistant, emassPOAM, fedRAMPPOAM, generic, jira, serviceNowIssue,
    ]
}
