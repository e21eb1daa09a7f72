public import Compliance

/// How the gaps of a system went from assessment to assessment, and what is still to be seen to.
public struct Trend: Sendable {
    /// One assessment.
    public struct Point: Sendable {
        /// The date and time that it was made for.
        public let at: String
        /// Gaps that it saw and that no waiver covered.
        public let open: [Severity: Int]
        /// Gaps with a waiver that held.
        public let waived: Int
        /// Gaps that it saw for the first time.
        public let opened: Int
        /// Gaps that were not there any more.
        public let closed: Int
        /// Gaps that came back.
        public let regressed: Int

        /// An assessment.
        public init(at: String, open: [Severity: Int], waived: Int, opened: Int, closed: Int, regressed: Int) {
            self.at = at
            self.open = open
            self.waived = waived
            self.opened = opened
            self.closed = closed
            self.regressed = regressed
        }

        var total: Int { open.values.reduce(0, +) }
    }

    /// A gap that still has to be seen to.
    public struct Pending: Sendable {
        /// Its identifier.
        public let id: String
        /// How much it weighs.
        public let severity: Severity
        /// The agent.
        public let agent: String
        /// What is open.
        public let title: String
        /// File and line.
        public let place: String
        /// Where it is in its life.
        public let state: String
        /// Days since it was opened.
        public let age: Int
        /// Who sees to it.
        public let owner: String?
        /// Until when.
        public let due: String?
        /// Whether that date has passed.
        public let isOverdue: Bool
        /// Where it is tracked elsewhere.
        public let ticket: String?

        /// A gap.
        public init(
            id: String, severity: Severity, agent: String, title: String, place: String, state: String, age: Int,
            owner: String?, due: String?, isOverdue: Bool, ticket: String?
        ) {
            self.id = id
            self.severity = severity
            self.agent = agent
            self.title = title
            self.place = place
            self.state = state
            self.age = age
            self.owner = owner
            self.due = due
            self.isOverdue = isOverdue
            self.ticket = ticket
        }
    }

    /// Name of the system; empty when it has none.
    public let system: String
    /// The assessments, the earliest first.
    public let points: [Point]
    /// What is to be seen to, heaviest first.
    public let pending: [Pending]

    /// A trend.
    public init(system: String, points: [Point], pending: [Pending]) {
        self.system = system
        self.points = points
        self.pending = pending
    }

    var title: String { system.isEmpty ? "Gaps over time" : "Gaps of \(system) over time" }

    /// The first screen: where it began, where it is.
    var lead: String {
        guard let first = points.first, let last = points.last else { return "No assessment is recorded." }
        let overdue = pending.count(where: \.isOverdue)
        let unowned = pending.count { $0.owner == nil }
        return "\(Counted.of(points.count, "assessment")) from \(first.at.prefix(10)) to \(last.at.prefix(10)). "
            + "Open then \(first.total), now \(last.total); \(last.waived) waived. "
            + "\(pending.count) to see to, \(overdue) overdue, \(unowned) without an owner."
    }

    /// Severities from the heaviest.
    static let severities: [Severity] = [.critical, .high, .medium, .low, .info]
}
