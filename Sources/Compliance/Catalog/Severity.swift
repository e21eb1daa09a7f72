/// How much an open gap weighs.
public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case info, low, medium, high, critical

    private var rank: Int {
        switch self {
        case .info: 0
        case .low: 1
        case .medium: 2
        case .high: 3
        case .critical: 4
        }
    }

    /// One step less, where there is one.
    public var lighter: Severity {
        switch self {
        case .critical: .high
        case .high: .medium
        case .medium: .low
        case .low, .info: .info
        }
    }

    /// The lighter comes before the heavier.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
