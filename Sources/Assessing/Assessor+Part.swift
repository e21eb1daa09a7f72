internal import Compliance
internal import Parallel

extension Assessor {
    /// Some of the agents: nothing that is said of them depends on the others, so parts are worked on side by side.
    struct Part: Sendable {
        let agents: [AgentID]
        let index: EvidenceIndex
        /// What the checks of the catalog say, agent by agent, in the catalog's order.
        private(set) var checks: [CheckResult] = []

        /// Runs the checks; as many as `checksAtOnce` share a connection, and several connections work side by side.
        ///
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
            checks.reserveCapacity(agents.count * compiled.count)
            for agent in agents.indices {
                for some in results { checks += some[agent] }
            }
        }

        /// Hands over what the checks say: of a fleet that is kept once.
        mutating func takeChecks() -> [CheckResult] {
            defer { checks = [] }
            return checks
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
            var failing: [AgentID: Set<CheckID>] = [:]
            for result in checks where result.verdict == .notSatisfied {
                failing[result.agent, default: []].insert(result.check)
            }
            return failing
        }

        /// Places of the statements that have to be signed and are not known to be.
        var unsigned: Set<Citation> {
            let judged = checks.lazy.filter { $0.check == StatementReview.signing }.flatMap(\.findings)
            return Set(judged.filter { $0.verdict != .satisfied }.flatMap(\.citations))
        }
    }

    /// What is said of some agents of one part.
    struct Report: Sendable {
        private(set) var controls: [ControlResult] = []
        private(set) var gaps: [Gap] = []
        private(set) var questions: [OpenQuestion] = []
        private(set) var autonomy: [AutonomyProfile] = []
        private(set) var summaries: [AgentSummary] = []

        /// Nothing yet.
        init() {}

        /// What is said of agents of whom the checks are given, agent by agent.
        init(on agents: ArraySlice<AgentID>, in part: Part, _ checks: ArraySlice<CheckResult>, by judges: Judges) {
            guard !agents.isEmpty else { return }
            let count = checks.count / agents.count
            for (place, agent) in agents.enumerated() {
                let own = Array(checks.dropFirst(place * count).prefix(count))
                let results = judges.rollup.results(for: agent, checks: own.map(\.verdict))
                controls += results.controls
                questions += results.questions
                gaps += judges.finder.gaps(for: agent, checks: own)
                autonomy.append(AutonomyAssessor(index: part.index, agent: agent).profile())
                summaries.append(AgentSummary(agent, in: part.index))
            }
        }

        /// Adds what is said of the agents that follow.
        mutating func append(_ other: Report) {
            controls += other.controls
            gaps += other.gaps
            questions += other.questions
            autonomy += other.autonomy
            summaries += other.summaries
        }
    }

    /// What turns verdicts of checks into a report.
    struct Judges: Sendable {
        let rollup: ControlRollup
        let finder: GapFinder
    }
}
