/// How much of a table the collectors could see for an agent.
public enum Completeness: String, Sendable, Hashable, Codable, Comparable {
    /// Nothing was looked at, or nothing could be.
    case none
    /// Some of it: a row that is there counts, a row that is missing says nothing.
    case partial
    /// All of it.
    case complete

    private var rank: Int {
        switch self {
        case .none: 0
        case .partial: 1
        case .complete: 2
        }
    }

    /// Less seen comes before more seen.
    public static func < (left: Completeness, right: Completeness) -> Bool { left.rank < right.rank }
}
