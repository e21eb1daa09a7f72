public import Compliance

/// What is worse than a baseline: a run may fail on that alone while old gaps are worked off.
public struct Ratchet: Sendable, Hashable {
    /// Gaps at or above the threshold that the baseline does not have, or has with a waiver that holds no longer.
    public let opened: [Snapshot.SeenGap]
    /// Gaps at or above the threshold that weigh more than in the baseline.
    public let heavier: [Snapshot.SeenGap]
    /// Gaps at or above the threshold that more rows leave open than in the baseline.
    public let wider: [Snapshot.SeenGap]
    /// Checks that the baseline decided for an agent that is still there, and that cannot be decided now.
    public let blinded: [Fact.Key]

    /// Whether nothing is worse.
    public var holds: Bool { opened.isEmpty && heavier.isEmpty && wider.isEmpty && blinded.isEmpty }

    /// Compares with a baseline.
    ///
    /// - Parameters:
    ///   - baseline: What was accepted as the state from which on nothing gets worse.
    ///   - current: The assessment that is held against it.
    ///   - threshold: Lighter gaps do not count; nil lets no gap count.
    public init(baseline: Snapshot, current: Snapshot, threshold: Severity?) {
        let old = Dictionary(baseline.gaps.map { ($0.id, $0) }) { first, _ in first }
        let heavy = current.gaps.filter { gap in
            threshold.map { gap.severity >= $0 } ?? false && gap.waivedUntil == nil
        }
        opened = heavy.filter { gap in old[gap.id].map { $0.waivedUntil != nil } ?? true }
        heavier = heavy.filter { gap in old[gap.id].map { $0.waivedUntil == nil && $0.severity < gap.severity } ?? false
        }
        wider = heavy.filter { gap in
            old[gap.id].map {
                $0.waivedUntil == nil && $0.severity >= gap.severity && $0.findings < gap.findings
            } ?? false
        }
        let undetermined = Verdict.undetermined.rawValue
        blinded = baseline.facts.filter { key, fact in
            key.facet == .check && fact.value != undetermined && current.hasAgent(key.agent)
                && current.facts[key]?.value == undetermined && !(current.facts[key]?.reason.isEmpty ?? true)
        }.keys.sorted()
    }
}
