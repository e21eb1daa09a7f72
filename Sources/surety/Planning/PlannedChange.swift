internal import Compliance
internal import Reporting
internal import Tracking

/// One change that would close gaps, and what it would move once those before it are made.
struct PlannedChange {
    /// What it is about: the heaviest that it closes, as it stood before any change.
    var group: CauseGroup
    /// What it was tried for, as it stood then.
    let cause: CauseGroup
    /// The edits, tried on a copy; empty when the change has to be made by hand.
    let edits: [FileEdit]
    /// What an assessment after the edits says otherwise; nil when nothing was tried.
    let difference: Difference?
    /// Gaps of the cause that stay: what its head says is closed all the same.
    var stays: [Gap] = []
    /// What a person has to do beside it, in sentences.
    var tasks: [String] = []

    init(_ cause: CauseGroup, edits: [FileEdit] = [], difference: Difference? = nil) {
        group = cause
        self.cause = cause
        self.edits = edits
        self.difference = difference
    }

    /// Gaps that go: seen to go where it was tried, else those that rest on the same places.
    var closed: [Snapshot.SeenGap] { difference?.closed ?? [] }

    /// Gaps that show once it is made.
    var shown: [Snapshot.SeenGap] { difference?.opened ?? [] }

    /// How much it takes away, so that one critical gap outweighs any number of high ones that a file can have.
    var weight: Int {
        difference == nil
            ? group.weight
            : closed.map { Self.weight($0.severity) }.reduce(0, +) + lightened
                - shown.map { Self.weight($0.severity) }.reduce(0, +)
    }

    /// How much the heaviest gap weighs that goes.
    var heaviest: Severity { closed.map(\.severity).max() ?? .info }

    /// How many gaps go that weigh as much as the cause and are none of it.
    var besides: Int {
        let own = Set(cause.gaps.map(\.id.rawValue))
        return closed.count { $0.severity >= cause.head.severity && !own.contains($0.id) }
    }

    /// Gaps that stay and weigh less.
    var lighter: [Difference.Pair] {
        (difference?.changed ?? []).filter { $0.after.severity < $0.before.severity }
    }

    /// Gaps that stay and weigh more, since another had said what they say.
    var heavier: [Difference.Pair] {
        (difference?.changed ?? []).filter { $0.after.severity > $0.before.severity }
    }

    private var lightened: Int {
        (difference?.changed ?? []).map { Self.weight($0.before.severity) - Self.weight($0.after.severity) }.reduce(
            0, +)
    }

    fileprivate static func weight(_ severity: Severity) -> Int {
        switch severity {
        case .critical: 100_000
        case .high: 3_000
        case .medium: 100
        case .low: 5
        case .info: 0
        }
    }
}

extension CauseGroup {
    /// What its gaps weigh together.
    fileprivate var weight: Int { gaps.map { PlannedChange.weight($0.severity) }.reduce(0, +) }

    /// Whether it is about one of the same gaps.
    func overlaps(_ other: CauseGroup) -> Bool {
        let ids = other.ids
        return gaps.contains { ids.contains($0.id) }
    }

    /// Those of some of its gaps that say what its head says.
    func heads(in gaps: [Gap]) -> [Gap] { gaps.filter { $0.check == head.check } }

    /// The identifiers of its gaps.
    var ids: Set<GapID> { Set(gaps.map(\.id)) }
}
