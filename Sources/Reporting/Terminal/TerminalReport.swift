public import Compliance

/// The assessment as a person reads it in a terminal: what is open with its source, counts that never hide the
/// unknown, and what to do next.
public struct TerminalReport: Sendable {
    /// Causes shown in full, unless all are asked for.
    static let keptGaps = 20
    /// Agents, files and tables shown in a list, unless all are asked for.
    static let keptLines = 10

    let style: TerminalStyle
    let width: Int
    let verbose: Bool

    /// A report.
    ///
    /// - Parameters:
    ///   - color: Whether to colour it.
    ///   - width: Columns of the terminal; taken as at least 40.
    ///   - verbose: Whether to show everything instead of the heaviest.
    public init(color: Bool, width: Int, verbose: Bool) {
        style = TerminalStyle(color: color)
        self.width = max(width, 40)
        self.verbose = verbose
    }

    /// The report as text, with a line end after each line.
    public func render(_ assessment: Assessment) -> String { render(AssessmentIndex(assessment)) }

    /// The report of an assessment that is indexed already.
    public func render(_ index: AssessmentIndex) -> String {
        let assessment = index.assessment
        var lines: [String] = []
        if let system = assessment.system { lines += paragraph("System: \(system)", indent: 0) + [""] }
        let outcome = index.outcome
        lines += causes(outcome, index)
        lines += defaults(outcome)
        lines += autonomy(index)
        lines += frameworks(index)
        lines += unread(index)
        lines += counts(outcome, index)
        lines += next(outcome, index)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The first elements, as many as are kept.
    func kept<Element>(_ elements: [Element], _ limit: Int) -> ArraySlice<Element> {
        verbose ? elements[...] : elements.prefix(limit)
    }
}
