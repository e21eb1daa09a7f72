/// Something that happened to a gap.
public struct GapEvent: Sendable, Hashable {
    /// What can happen.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Seen for the first time.
        case opened
        /// Seen again after it was closed or its agent gone.
        case regressed
        /// Seen again after an assessment could not tell, or after a person said it is done.
        case stillOpen = "still-open"
        /// It weighs otherwise.
        case reweighed
        /// A waiver holds for it.
        case waived
        /// The waiver that held for it does no longer.
        case waiverExpired = "waiver-expired"
        /// Not seen, and not shown to be closed.
        case unconfirmed
        /// Looked for and not there.
        case closed
        /// The agent is not there.
        case gone
        /// A person says it is done.
        case done
        /// A person sees to it.
        case assigned
        /// It has a date.
        case due
        /// It has a ticket.
        case ticket
        /// A person wrote something.
        case note
    }

    /// The gap.
    public let gap: String
    /// What happened.
    public let kind: Kind
    /// Date and time, RFC 3339 in UTC.
    public let at: String
    /// Number of the assessment that saw it; nil when a person did it.
    public let assessment: Int?
    /// The person; empty for an assessment.
    public let by: String
    /// What there is to say about it.
    public let text: String

    /// An event.
    public init(gap: String, kind: Kind, at: String, assessment: Int?, by: String, text: String) {
        self.gap = gap
        self.kind = kind
        self.at = at
        self.assessment = assessment
        self.by = by
        self.text = text
    }
}
