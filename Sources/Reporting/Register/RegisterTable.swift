internal import Compliance

/// The rows of an assessment in a layout.
struct RegisterTable {
    let layout: RegisterLayout
    let index: AssessmentIndex
    /// The columns, in order.
    let columns: [RegisterColumn]
    private let agents: [AgentID: AgentSummary]

    init(_ index: AssessmentIndex, in layout: RegisterLayout) {
        let assessment = index.assessment
        self.layout = layout
        self.index = index
        columns = layout.columns + (index.isTracked ? layout.historyColumns : [])
        agents = Dictionary(assessment.agents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The gaps that are rows, heaviest first.
    var entries: some Sequence<RegisterEntry> {
        let (heads, agents, index, scope) = (index.heads, agents, index, layout.scope)
        return index.assessment.register.lazy.filter { scope == .all || $0.isWeakness }.map { gap in
            RegisterEntry(gap: gap, index: index, group: heads.head(of: gap), agent: agents[gap.agent])
        }
    }

    /// How many rows there are.
    var count: Int {
        let found = index.assessment.gaps.count { layout.scope == .all || $0.isWeakness }
        return found + (layout.scope == .all ? index.assessment.questions.count : 0)
    }

    /// The headings.
    var titles: [String] { columns.map(\.title) }

    /// The cells of a row.
    func cells(of entry: RegisterEntry) -> [RegisterValue] { columns.map { $0.value(of: entry) } }

    /// The same as texts, cut to what the tool takes.
    func texts(of entry: RegisterEntry) -> [String] {
        columns.map { column in
            CellText.text(column.value(of: entry).text(separator: column.separator), limit: column.limit)
        }
    }
}
