internal import Compliance

/// What a history knows of the gaps, where one was given.
extension AssessmentIndex {
    /// Whether a history was given: reports then have places for what it knows.
    var isTracked: Bool { assessment.records != nil }

    /// What is known of a gap over time; nil for one that no history knows.
    func record(of gap: Gap) -> GapRecord? { assessment.records?[gap.id] }

    /// Date and time of the assessment that found a gap first: this one, where no history knows an earlier.
    func openedAt(_ gap: Gap) -> String { record(of: gap)?.openedAt ?? assessment.at }

    /// Who sees to a gap, else who answers for its agent.
    func owner(of gap: Gap) -> String? { record(of: gap)?.owner ?? gap.owner }

    /// Days that a gap is open.
    func age(of gap: Gap) -> Int { max(0, CalendarDate.days(from: openedAt(gap), to: assessment.at) ?? 0) }

    /// Whether the date of a gap has passed; a waiver that holds suspends it.
    func isOverdue(_ gap: Gap) -> Bool {
        guard let due = record(of: gap)?.due, waiver(of: gap)?.holds != true else { return false }
        return (CalendarDate.days(from: due, to: assessment.at) ?? 0) > 0
    }
}
