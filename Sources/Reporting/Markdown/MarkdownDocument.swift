internal import Compliance

/// A gap analysis in the making; its sections are in files of their own.
///
/// Texts come as finished Markdown; what stems from the assessment goes through `MarkdownText` where it is put in.
final class MarkdownDocument {
    let index: AssessmentIndex
    /// The agents with sections of their own, sorted by name.
    let kept: [AgentSummary]
    /// What is open, as causes.
    var outcome: Outcome { index.outcome }

    private let sink: ByteSink

    var assessment: Assessment { index.assessment }

    init(_ index: AssessmentIndex, to sink: ByteSink) {
        let assessment = index.assessment
        self.sink = sink
        self.index = index
        let worst = index.heaviestFirst(assessment.agents.map(\.id)).prefix(MarkdownWriter.keptAgents)
        let names = Set(worst)
        kept = assessment.agents.filter { names.contains($0.id) }
    }

    /// Says which agents a section leaves out, where it leaves any out.
    func sayWhatIsLeftOut() {
        let rest = assessment.agents.count - kept.count
        guard rest > 0 else { return }
        paragraph(
            "This section shows the \(kept.count) agents with the heaviest gaps. The other \(rest) are in "
                + "`assessment.json`, and their gaps in `gaps.csv`.")
    }

    func heading(_ level: Int, _ text: String) {
        sink.append(String(repeating: "#", count: level) + " " + text + "\n\n")
    }

    func paragraph(_ text: String) { sink.append(text + "\n\n") }

    func list(_ items: [String]) {
        for item in items { sink.append(item.hasPrefix("  - ") ? "\(item)\n" : "- \(item)\n") }
        if !items.isEmpty { sink.append("\n") }
    }

    /// Writes a table; nothing when it has no rows.
    func table(_ header: [String], _ rows: some Sequence<[String]>) {
        var isBegun = false
        for cells in rows {
            let lines = (isBegun ? [] : MarkdownRows.head(header)) + [MarkdownRows.row(cells)]
            isBegun = true
            for line in lines { sink.append(line + "\n") }
        }
        if isBegun { sink.append("\n") }
    }
}
