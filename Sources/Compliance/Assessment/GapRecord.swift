/// What is known of a gap over time: since when it is open, until when it is to be closed, who sees to it.
///
/// It stands beside the gap and changes no verdict.
public struct GapRecord: Sendable, Hashable {
    /// Something that a person wrote on it.
    public struct Note: Sendable, Hashable {
        /// What was written.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// A remark.
            case note
            /// That it is done, which the assessment does not confirm: the gap is there.
            case done
        }

        /// What was written.
        public let kind: Kind
        /// When, RFC 3339 in UTC.
        public let at: String
        /// By whom.
        public let by: String
        /// The text.
        public let text: String

        /// A note.
        public init(_ kind: Kind, at: String, by: String, text: String) {
            self.kind = kind
            self.at = at
            self.by = by
            self.text = text
        }
    }

    /// The gap.
    public let gap: GapID
    /// Date and time of the assessment that found it first, or first again after it was closed.
    public let openedAt: String
    /// Date until when it is to be closed, YYYY-MM-DD.
    public let due: String?
    /// Who sees to it.
    public let owner: String?
    /// Where it is tracked elsewhere.
    public let ticket: String?
    /// How often it came back after it was closed.
    public let regressions: Int
    /// What people wrote, the earliest first.
    public let notes: [Note]

    /// A record.
    public init(
        gap: GapID, openedAt: String, due: String? = nil, owner: String? = nil, ticket: String? = nil,
        regressions: Int = 0, notes: [Note] = []
    ) {
        self.gap = gap
        self.openedAt = openedAt
        self.due = due
        self.owner = owner
        self.ticket = ticket
        self.regressions = regressions
        self.notes = notes
    }
}
