/// One item of a framework.
public struct Control: Sendable, Hashable {
    /// What kind of item it is; it decides how its verdict is read.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A heading that gathers items and has no verdict of its own: an AI RMF category, a MAESTRO layer.
        case group
        /// A measure that is carried out or not: an ASI guideline.
        case control
        /// A result that is reached or not: an AI RMF subcategory.
        case outcome
        /// A threat to which the agent is exposed or not: an ASI entry, a MAESTRO threat.
        case risk
    }

    /// How much of the item configuration can show.
    public enum Observability: String, Sendable, Hashable, Codable, CaseIterable {
        /// The core of it.
        case direct
        /// A necessary part; a person must state the rest.
        case partial
        /// Nothing; only a person can.
        case none
    }

    /// Identifier with its framework.
    public let id: ControlID
    /// The item it belongs to.
    public let parent: ControlID?
    /// What kind of item it is.
    public let kind: Kind
    /// Title exactly as published; for items published without one, our short title.
    public let title: String
    /// What it asks, in our own words.
    public let statement: String
    /// How much of it configuration can show.
    public let observability: Observability
    /// What a person would have to state, beside what configuration shows.
    public let question: String?

    /// What a person is asked for the item: its question, or what would show that it holds.
    public var demand: String {
        question ?? (kind == .risk ? "What is done against this: \(statement)" : "What shows this: \(statement)")
    }

    /// A framework item.
    public init(
        id: ControlID, parent: ControlID?, kind: Kind, title: String, statement: String, observability: Observability,
        question: String?
    ) {
        self.id = id
        self.parent = parent
        self.kind = kind
        self.title = title
        self.statement = statement
        self.observability = observability
        self.question = question
    }
}
