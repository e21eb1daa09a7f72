public import Compliance

/// A gap with its life: since when it is open, who sees to it, until when, and what became of it.
public struct TrackedGap: Sendable, Hashable {
    /// Where a gap is in its life.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// The last assessment saw it.
        case open
        /// It was seen, and a waiver that holds stands beside it.
        case waived
        /// A person says it is done; no assessment has confirmed it.
        case done
        /// It was not seen, and nothing shows that it is closed: a file could not be read, a check was not made.
        case unconfirmed
        /// An assessment looked and it was not there any more.
        case closed
        /// Its agent was not found any more.
        case gone

        /// Whether it still has to be seen to.
        public var isPending: Bool { self != .closed && self != .gone }
    }

    /// Identifier, the same in every run.
    public let id: String
    /// The agent.
    public let agent: String
    /// The check that failed or could not be decided; empty when it is about a statement.
    public let check: String
    /// Why it is open, in the words of `Gap.Cause`.
    public let cause: String
    /// How much it weighed when it was last seen.
    public var severity: Severity
    /// What is open, in one sentence.
    public var title: String
    /// File and line, where there is one.
    public var place: String
    /// Where it is in its life.
    public var state: State
    /// Date and time since when it is in that state.
    public var since: String
    /// Date and time of the assessment that saw it first, or first again after it was closed.
    public var openedAt: String
    /// Date and time of the assessment that saw it last.
    public var seenAt: String
    /// How often it came back after it was closed.
    public var regressions: Int
    /// Last date of the waiver, in state `waived`.
    public var waivedUntil: String?
    /// Who sees to it.
    public var owner: String?
    /// Date until when it is to be closed, YYYY-MM-DD.
    public var due: String?
    /// Where it is tracked elsewhere.
    public var ticket: String?

    /// Whole days that it has been open by a date; nil once it is closed.
    public func age(on date: String) -> Int? {
        state.isPending ? CalendarDate.days(from: openedAt, to: date) : nil
    }

    /// Whether its date has passed by a date, and it still has to be seen to; a waiver suspends the date.
    public func isOverdue(on date: String) -> Bool {
        guard state.isPending, state != .waived, let due else { return false }
        return (CalendarDate.days(from: due, to: date) ?? 0) > 0
    }
}
