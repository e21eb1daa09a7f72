internal import Compliance
internal import Reporting
internal import Tracking

/// One change that would close gaps, and what it would move.
struct PlannedChange {
    /// An edit of one file that was tried.
    struct Edit {
        /// Path of the file as reports name it.
        let path: String
        /// What is taken out of it.
        let pointers: [String]
        let before: [UInt8]
        let after: [UInt8]
    }

    /// What it is about.
    let group: CauseGroup
    /// The edits, tried on a copy; empty when the change has to be made by hand.
    let edits: [Edit]
    /// What an assessment after the edits says otherwise; nil when nothing was tried.
    let difference: Difference?

    /// Gaps that go: seen to go where it was tried, else those that rest on the same places.
    var closed: [Snapshot.SeenGap] { difference?.closed ?? [] }

    /// Gaps that show once it is made.
    var shown: [Snapshot.SeenGap] { difference?.opened ?? [] }

    /// How much it takes away, so that one critical gap outweighs any number of high ones that a file can have.
    var weight: Int {
        difference == nil
            ? group.gaps.map { Self.weight($0.severity) }.reduce(0, +)
            : closed.map { Self.weight($0.severity) }.reduce(0, +) + lightened
                - shown.map { Self.weight($0.severity) }.reduce(0, +)
    }

    /// Gaps that stay and weigh less.
    private var lightened: Int {
        (difference?.changed ?? []).map { Self.weight($0.before.severity) - Self.weight($0.after.severity) }.reduce(
            0, +)
    }

    private static func weight(_ severity: Severity) -> Int {
        switch severity {
        case .critical: 100_000
        case .high: 3_000
        case .medium: 100
        case .low: 5
        case .info: 0
        }
    }
}
