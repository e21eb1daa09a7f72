internal import Compliance

/// What a history knows of an entry of the reports: of the gaps that one change mends.
struct RecordedCause {
    private static let keptNames = 3

    private let index: AssessmentIndex
    private let gaps: [Gap]
    private let records: [GapRecord]

    /// Nil where no history was given.
    init?(_ group: CauseGroup, in index: AssessmentIndex) {
        guard index.isTracked else { return nil }
        self.index = index
        gaps = group.gaps
        records = group.gaps.compactMap { index.record(of: $0) }
    }

    /// Date and time since when it is open: that of the oldest gap.
    var openedAt: String { gaps.map { index.openedAt($0) }.min() ?? index.assessment.at }

    /// Date until when it is to be closed: the first of its gaps that no waiver accepts.
    var due: String? {
        gaps.filter { index.waiver(of: $0)?.holds != true }.compactMap { index.record(of: $0)?.due }.min()
    }

    /// Whether the date of any of its gaps has passed.
    var isOverdue: Bool { gaps.contains { index.isOverdue($0) } }

    /// Whether nobody sees to it.
    var isUnowned: Bool { gaps.allSatisfy { index.owner(of: $0) == nil } }

    /// Since when, until when, who, where: `since 2026-09-01 (14 days), due 2026-10-01; ben; SEC-7`.
    var sentence: String {
        let days = gaps.map { index.age(of: $0) }.max() ?? 0
        var parts = [
            records.isEmpty
                ? "since this assessment, which the history does not have"
                : "since \(openedAt.prefix(10)) (\(Counted.of(days, "day")))"
        ]
        if let due { parts[0] += ", due \(due)" + (isOverdue ? ", overdue" : "") }
        parts.append(isUnowned ? "nobody sees to it" : Self.list(gaps.compactMap { index.owner(of: $0) }))
        let tickets = records.compactMap(\.ticket)
        if !tickets.isEmpty { parts.append(Self.list(tickets)) }
        if let back = records.max(by: { $0.regressions < $1.regressions })?.cameBack { parts.append(back) }
        return parts.joined(separator: "; ")
    }

    /// What people wrote on any of its gaps, each once.
    var remarks: [String] {
        var seen: Set<String> = []
        return records.flatMap(\.remarks).filter { seen.insert($0).inserted }
    }

    /// Each once, the first few of them.
    private static func list(_ names: [String]) -> String {
        var seen: Set<String> = []
        let all = names.filter { seen.insert($0).inserted }
        let rest = all.count - keptNames
        return all.prefix(keptNames).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}

extension Outcome {
    /// What a history says of the causes in one sentence; nil where none was given.
    func history(_ index: AssessmentIndex) -> String? {
        let causes = (written + unset).filter { !$0.isAccepted }.compactMap { RecordedCause($0, in: index) }
        guard index.isTracked else { return nil }
        guard let oldest = causes.map(\.openedAt).min() else { return "By the history: nothing is open." }
        return "By the history: the oldest of \(Counted.of(causes.count, "open cause")) is from "
            + "\(oldest.prefix(10)), \(causes.count(where: \.isOverdue)) overdue, "
            + "\(causes.count(where: \.isUnowned)) without an owner."
    }
}
