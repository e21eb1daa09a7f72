internal import ArgumentParser
internal import Compliance

/// The severity from which an open gap fails the run.
enum Threshold: String, CaseIterable, ExpressibleByArgument {
    case critical, high, medium, low, info, never

    private var severity: Severity? { Severity(rawValue: rawValue) }

    /// The exit code of an assessment: 2 when it could not be made in full, 1 when a gap is open, else 0.
    ///
    /// A waived gap does not fail the run; what could not be read outweighs what could.
    func exitCode(for assessment: Assessment) -> ExitCode {
        let unread = assessment.evidence.hasUnreadFiles
        if assessment.agents.isEmpty || unread { return ExitCode(2) }
        guard let severity else { return .success }
        let isOpen =
            assessment.gaps.contains { $0.waiver == nil && $0.severity >= severity }
            || (severity == .info && !assessment.questions.isEmpty)
        return isOpen ? ExitCode(1) : .success
    }
}
