/// One column of an evidence table.
public struct Column: Sendable, Hashable {
    /// What a column can hold, beside null.
    public enum Kind: String, Sendable, Hashable, Codable {
        case text, integer, real, boolean
    }

    /// How a column follows from dates of its row and the date of the assessment.
    public enum Derivation: Sendable, Hashable {
        /// Whole days since the date in another column.
        case daysSince(String)
        /// Whole days since the last use, or since it was made when the column of truth says that it was never used.
        case daysUnused(last: String, used: String, made: String)
        /// Whole days until the date in another column; negative when it has passed.
        case daysUntil(String)
    }

    /// The name, as checks write it.
    public let name: String
    /// What the column can hold.
    public let kind: Kind
    /// The closed list of texts that the column can hold; empty when any text can stand there.
    public let vocabulary: [String]
    /// Whether the column always has a value.
    ///
    /// A collector that leaves it out is refused.
    public let isRequired: Bool
    /// How the column is computed when evidence is assessed; nil for one that collectors fill.
    ///
    /// Evidence keeps dates, never ages: the same evidence is older tomorrow, and no clock is asked for that.
    public let derivation: Derivation?
    /// What the column says, in one or two sentences.
    public let summary: String

    /// A column of the given kind.
    public init(
        _ name: String, _ kind: Kind, vocabulary: [String] = [], isRequired: Bool = false,
        derived derivation: Derivation? = nil, _ summary: String
    ) {
        self.name = name
        self.kind = kind
        self.vocabulary = vocabulary
        self.isRequired = isRequired
        self.derivation = derivation
        self.summary = summary
    }

    /// Whether the value can stand in this column.
    public func accepts(_ value: Value) -> Bool {
        switch (value, kind) {
        case (.null, _): !isRequired
        case (.text(let text), .text): vocabulary.isEmpty || vocabulary.contains(text)
        case (.integer, .integer), (.boolean, .boolean), (.real, .real), (.integer, .real): true
        default: false
        }
    }
}
