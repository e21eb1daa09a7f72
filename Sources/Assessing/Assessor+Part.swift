internal import Compliance

extension Assessor {
    /// Some of the agents: nothing that is said of them depends on the others, so parts are worked on side by side.
    struct Part: Sendable {
        let agents: [AgentID]
        let index: EvidenceIndex
        /// What the checks of the catalog say, for each agent in the catalog's order.
        let checks: [[CheckResult]]

        /// Runs the checks.
        ///
        /// - Throws: `CheckError` when SQLite refuses a check.
        init(_ agents: [AgentID], _ evidence: Evidence, digests: [String: String], compiled: [CompiledCheck]) throws {
            self.agents = agents
            let index = EvidenceIndex(evidence, agents: agents, digests: digests)
            self.index = index
            let store = try EvidenceStore(
                index.evidence, tables: compiled.reduce(into: []) { $0.formUnion($1.tables) },
                columns: compiled.reduce(into: []) { $0.formUnion($1.names) })
            let runner = CheckRunner(index: index)
            var checks = [[CheckResult]](repeating: [], count: agents.count)
            for position in checks.indices { checks[position].reserveCapacity(compiled.count) }
            for check in compiled {
                var certain = CertainFailures(of: check, in: store)
                var rest = try store.verdicts(of: check)[...]
                for (position, agent) in agents.enumerated() {
                    let end = index.stretch(check.check.subject, of: agent).upperBound
                    let rows = rest.prefix { $0.row < end }
                    rest = rest.dropFirst(rows.count)
                    let result = try runner.result(of: check, for: agent, rows: rows) { unseen in
                        try certain.rows(whenUnseen: unseen)
                    }
                    checks[position].append(result)
                }
            }
            self.checks = checks
        }

        /// Checks that fail, by agent.
        var failing: [AgentID: Set<CheckID>] {
            let failed = checks.map { Set($0.lazy.filter { $0.verdict == .notSatisfied }.map(\.check)) }
            return Dictionary(zip(agents, failed), uniquingKeysWith: { first, _ in first })
        }
    }

    /// What is said of the agents of one part.
    struct Report: Sendable {
        private(set) var controls: [ControlResult] = []
        private(set) var gaps: [Gap] = []
        private(set) var questions: [OpenQuestion] = []
        private(set) var autonomy: [AutonomyProfile] = []
        private(set) var summaries: [AgentSummary] = []

        init(on part: Part, rollup: ControlRollup, catalog: Catalog, statements: [Statement]) {
            var rollup = rollup
            var finder = GapFinder(catalog: catalog, index: part.index, statements: statements)
            for (agent, checks) in zip(part.agents, part.checks) {
                let results = rollup.results(for: agent, checks: checks.map(\.verdict))
                controls += results.controls
                questions += results.questions
                gaps += finder.gaps(for: agent, checks: checks)
                autonomy.append(AutonomyAssessor(index: part.index, agent: agent).profile())
                summaries.append(AgentSummary(agent, in: part.index))
            }
        }
    }
}
