internal import Compliance
internal import Parallel

extension Assessor {
    /// Some of the agents: nothing that is said of them depends on the others, so parts are worked on side by side.
    struct Part: Sendable {
        let agents: [AgentID]
        let index: EvidenceIndex
        /// What the checks of the catalog say, for each agent in the catalog's order.
        let checks: [[CheckResult]]

        /// Runs the checks.
        ///
        /// - Parameter checksAtOnce: Checks that share a connection; several connections work side by side.
        /// - Throws: `CheckError` when SQLite refuses a check.
        init(
            _ agents: [AgentID], _ evidence: Evidence, digests: [String: String], compiled: [CompiledCheck],
            checksAtOnce: Int
        ) throws {
            self.agents = agents
            let index = EvidenceIndex(evidence, agents: agents, digests: digests)
            self.index = index
            let results = try compiled.concurrentChunks(of: checksAtOnce) { some in
                Result { try Self.results(of: Array(some), on: index) }
            }.map { try $0.get() }
            checks = agents.indices.map { agent in results.flatMap { $0[agent] } }
        }

        /// What some checks say, for each agent in the order of the checks.
        private static func results(of checks: [CompiledCheck], on index: EvidenceIndex) throws -> [[CheckResult]] {
            let store = try EvidenceStore(
                index.evidence, tables: checks.reduce(into: []) { $0.formUnion($1.tables) },
                columns: checks.reduce(into: []) { $0.formUnion($1.names) })
            var runner = CheckRunner(index: index)
            var results = [[CheckResult]](repeating: [], count: index.agents.count)
            for position in results.indices { results[position].reserveCapacity(checks.count) }
            for check in checks {
                var certain = CertainFailures(of: check, in: store)
                var rest: ArraySlice<RowVerdict> = []
                if runner.concernsAnyone(check.check) {
                    rest = try store.verdicts(of: check)[...]
                } else {
                    try store.prepare(check)
                }
                for (position, agent) in index.agents.enumerated() {
                    let end = index.stretch(check.check.subject, at: position).upperBound
                    let rows = rest.prefix { $0.row < end }
                    rest = rest.dropFirst(rows.count)
                    let result = try runner.result(of: check, for: agent, rows: rows) { unseen in
                        try certain.rows(whenUnseen: unseen)
                    }
                    results[position].append(result)
                }
            }
            return results
        }

        /// Checks that fail, by agent.
        var failing: [AgentID: Set<CheckID>] {
            let failed = checks.map { Set($0.lazy.filter { $0.verdict == .notSatisfied }.map(\.check)) }
            return Dictionary(zip(agents, failed), uniquingKeysWith: { first, _ in first })
        }
    }

    /// What is said of some agents of one part.
    struct Report: Sendable {
        private(set) var controls: [ControlResult] = []
        private(set) var gaps: [Gap] = []
        private(set) var questions: [OpenQuestion] = []
        private(set) var autonomy: [AutonomyProfile] = []
        private(set) var summaries: [AgentSummary] = []

        init(on part: Part, _ agents: Range<Int>, rollup: ControlRollup, finder: GapFinder) {
            for (agent, checks) in zip(part.agents[agents], part.checks[agents]) {
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
