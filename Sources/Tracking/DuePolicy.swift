public import Compliance

/// Days within which a gap is to be closed, by its severity.
public struct DuePolicy: Sendable, Hashable {
    /// Days by severity; a severity without days has no date.
    public let days: [Severity: Int]

    /// A policy.
    public init(days: [Severity: Int]) { self.days = days }

    /// 15, 30, 90 and 180 days from critical to low: high, moderate and low as FedRAMP's continuous monitoring has them.
    ///
    /// FedRAMP Continuous Monitoring Strategy Guide, section 3: 30, 90 and 180 days; known exploited critical ones by
    /// CISA's BOD 19-02: 15 days.
    public static let standard = DuePolicy(days: [.critical: 15, .high: 30, .medium: 90, .low: 180])

    /// The last date for a gap that is opened at a date or time.
    public func date(_ severity: Severity, from opened: String) -> String? {
        guard let days = days[severity], let start = CalendarDate(opened) else { return nil }
        return start.adding(days: days).text
    }
}
