public import Documents

/// A reference in somebody else's table, not yet resolved.
public struct ForeignReference: Sendable, Hashable {
    /// The reference as it is written; empty where the cell is.
    public let text: String
    /// The title that stands beside it.
    public let title: String?
    /// The framework that the table names for it.
    public let framework: String?

    /// A reference.
    public init(text: String, title: String? = nil, framework: String? = nil) {
        self.text = text
        self.title = title
        self.framework = framework
    }
}

/// A row of somebody else's mapping: what it says, and where.
public struct ForeignMappingRow: Sendable, Hashable {
    /// What is mapped; nil in an alignment table, whose document is the source.
    public let source: ForeignReference?
    /// What it is mapped to.
    public let target: ForeignReference
    /// The relationship as it is written; empty when the row gives none, nil when its table has no place for it.
    public let relationship: String?
    /// Why, as it is written; empty when the row gives no reason, nil when its table has no place for it.
    public let rationale: String?
    /// Whether the relationship is a word of the publisher's own namespace.
    public let hasOwnRelationships: Bool
    /// Which table of the file it belongs to, from 0.
    public let table: Int
    /// Where the row stands.
    public let position: Position

    /// A row.
    public init(
        source: ForeignReference?, target: ForeignReference, relationship: String?, rationale: String?,
        hasOwnRelationships: Bool = false, table: Int = 0, position: Position
    ) {
        self.source = source
        self.target = target
        self.relationship = relationship
        self.rationale = rationale
        self.hasOwnRelationships = hasOwnRelationships
        self.table = table
        self.position = position
    }
}
