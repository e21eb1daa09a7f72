/// A test of evidence: a sentence that is true of a good agent, and the SQL that decides it row by row.
public struct Check: Sendable, Hashable {
    /// SP 800-53A assessment methods.
    public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
        case examine, interview, test
    }

    /// Identifier: the path of its file.
    public let id: CheckID
    /// A sentence true of a good agent, with the values of the parameters in it.
    public let title: String
    /// How it is assessed.
    public let method: Method
    /// How much a failure weighs.
    public let severity: Severity
    /// What weighs otherwise; the first whose condition holds counts.
    public let weights: [CheckWeight]
    /// Checks that say the same of the same place, so that a second gap would only repeat theirs.
    public let saidBy: [CheckID]
    /// The table whose rows are judged.
    public let subject: Table
    /// Products whose agents are judged; empty for all.
    ///
    /// What a check says of one product says nothing of another, not even that something was not seen.
    public let products: [String]
    /// SQL expression: which rows are judged, with the literals of the parameters in it.
    ///
    /// Nil for all.
    public let when: String?
    /// SQL expression: what holds of a good row, with the literals of the parameters in it.
    public let assert: String
    /// Text of a failed row, columns of the subject in braces, parameters as `{:name}`.
    public let message: String
    /// The framework items that it shows something of.
    public let mappings: [CheckMapping]
    /// Why it matters.
    public let rationale: String
    /// What to do about a failure.
    public let remediation: String
    /// Documents behind it.
    public let references: [String]
    /// Evidence with the verdict that it gives while the parameters have the values of the check's file.
    public let examples: [CheckExample]
    /// What a profile may set, as the file orders it.
    public let parameters: [CheckParameter]
    /// The texts as the file has them.
    public let written: Wording

    /// The texts of a check in which parameters may stand, as its file has them.
    public struct Wording: Sendable, Hashable {
        /// Title.
        public let title: String
        /// Which rows are judged.
        public let when: String?
        /// What holds of a good row.
        public let assert: String
        /// Why it matters.
        public let rationale: String
        /// What to do about a failure.
        public let remediation: String
    }

    /// A check.
    ///
    /// The texts are those of its file; the values of the parameters are put in here.
    public init(
        id: CheckID, title: String, method: Method, severity: Severity, subject: Table, when: String?, assert: String,
        message: String, mappings: [CheckMapping], rationale: String, remediation: String, references: [String],
        examples: [CheckExample], parameters: [CheckParameter] = [], weights: [CheckWeight] = [],
        saidBy: [CheckID] = [], products: [String] = []
    ) {
        self.id = id
        self.title = parameters.filled(prose: title)
        self.method = method
        self.severity = severity
        self.weights = weights
        self.saidBy = saidBy
        self.subject = subject
        self.products = products
        self.when = when.map { parameters.filled(sql: $0) }
        self.assert = parameters.filled(sql: assert)
        self.message = message
        self.mappings = mappings
        self.rationale = parameters.filled(prose: rationale)
        self.remediation = parameters.filled(prose: remediation)
        self.references = references
        self.examples = examples
        self.parameters = parameters
        written = Wording(title: title, when: when, assert: assert, rationale: rationale, remediation: remediation)
    }
}

/// What a check shows of a framework item.
public struct CheckMapping: Sendable, Hashable, Codable {
    /// The item.
    public let control: ControlID
    /// How what the check shows relates to the item.
    public let relationship: Relationship
    /// Why.
    public let because: String

    /// A mapping of a check.
    public init(control: ControlID, relationship: Relationship, because: String) {
        self.control = control
        self.relationship = relationship
        self.because = because
    }
}

/// Evidence with the verdict that a check gives on it.
public struct CheckExample: Sendable, Hashable {
    /// What it shows.
    public let name: String
    /// Rows by table, values by column.
    ///
    /// What is not given is null, or the table's default for required columns.
    public let given: [Table: [[String: Value]]]
    /// The verdict of the whole check.
    public let expect: Verdict
    /// What the heaviest failed row weighs; nil where the example does not say.
    public let severity: Severity?

    /// An example.
    public init(name: String, given: [Table: [[String: Value]]], expect: Verdict, severity: Severity? = nil) {
        self.name = name
        self.given = given
        self.expect = expect
        self.severity = severity
    }
}
