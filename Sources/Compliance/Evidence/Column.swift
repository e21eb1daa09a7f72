/// One column of an evidence table.
public struct Column: Sendable, Hashable {
    /// What a column can hold, beside null.
    public enum Kind: String, Sendable, Hashable, Codable {
        case text, integer, real, boolean
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
    /// What the column says, in one or two sentences.
    public let summary: String

    /// A column of the given kind.
    public init(_ name: String, _ kind: Kind, vocabulary: [String] = [], isRequired: Bool = false, _ summary: String) {
        self.name = name
        self.kind = kind
        self.vocabulary = vocabulary
        self.isRequired = isRequired
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
