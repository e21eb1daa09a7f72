/// How one item relates to an item of another framework.
public struct MappingRow: Sendable, Hashable {
    /// On what ground the items were compared, IR 8477 §4.3.
    public enum Rationale: String, Sendable, Hashable, Codable, CaseIterable {
        /// Their wording.
        case syntactic
        /// Their meaning.
        case semantic
        /// What carrying them out results in.
        case functional
    }

    /// The item that comes first.
    public let source: ControlID
    /// The item that comes second.
    public let target: ControlID
    /// How the first relates to the second; nil in a concept crosswalk.
    public let relationship: Relationship?
    /// On what ground; nil in a concept crosswalk.
    public let rationale: Rationale?
    /// Why, in one sentence.
    public let because: String

    /// A row.
    public init(
        source: ControlID, target: ControlID, relationship: Relationship?, rationale: Rationale?, because: String
    ) {
        self.source = source
        self.target = target
        self.relationship = relationship
        self.rationale = rationale
        self.because = because
    }

    /// The same fact, read from the second item.
    public var reversed: MappingRow {
        MappingRow(
            source: target, target: source, relationship: relationship?.reversed, rationale: rationale,
            because: because)
    }

    /// The relationship as it is printed: `related` in a concept crosswalk.
    public var word: String { relationship?.rawValue ?? "related" }
}
