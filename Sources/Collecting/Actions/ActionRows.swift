internal import Compliance
internal import Documents

/// Writes what logs hold as rows: kinds of actions, the logs, agents that only logs tell of, and how much was seen.
struct ActionRows {
    private static let keptReasons = 5

    private let tally: ActionTally
    private let readings: [ActionCollection.Reading]
    private let agents: [ObservedAgent]
    private let evidence: Evidence

    init(
        _ tally: ActionTally, _ readings: [ActionCollection.Reading], agents: [ObservedAgent],
        beside evidence: Evidence
    ) {
        self.tally = tally
        self.readings = readings
        self.agents = agents
        self.evidence = evidence
    }

    /// All rows.
    func written() -> Evidence {
        var result = Evidence()
        for reading in readings { record(artifact: reading, into: &result) }
        for agent in agents where !agent.isDeclared && isSeen(agent.id) { declare(agent, into: &result) }
        for (kind, count) in sorted { record(kind, count, into: &result) }
        for reading in readings where reading.refusal == nil { record(log: reading, into: &result) }
        cover(into: &result)
        return result
    }

    private func isSeen(_ agent: AgentID) -> Bool { readings.contains { $0.log.actions[agent] != nil } }

    /// In an order that does not depend on how they were found.
    private var sorted: [(ActionTally.Kind, ActionTally.Count)] {
        tally.counts.map { (key: ($0.value.log, $0.value.line, "\($0.key)"), pair: ($0.key, $0.value)) }
            .sorted { $0.key < $1.key }.map(\.pair)
    }

    private func record(_ kind: ActionTally.Kind, _ count: ActionTally.Count, into result: inout Evidence) {
        result.record(
            .action,
            Provenance(
                agent: kind.agent, artifact: readings[count.log].file.path.text, line: count.line, column: 1,
                collector: ActionCollection.name),
            [
                "at": Value(count.first.map(LogTime.text)), "last_at": Value(count.last.map(LogTime.text)),
                "tool": .text(kind.tool), "server": Value(kind.server), "origin": Value(kind.origin),
                "capability": .text(kind.capability), "target": Value(kind.target?.kind),
                "hazard": Value(kind.target?.hazard), "decision": Value(kind.decision?.rawValue),
                "approved_by": Value(kind.approvedBy), "outcome": Value(kind.outcome?.rawValue),
                "gate": Value(kind.gate.effect), "rule": Value(kind.gate.rule), "credential": Value(kind.credential),
                "in_scope": Value(kind.inScope),
                "minutes_after_revocation": Value(tally.minutesAfterRevocation(kind, count)),
                "off_schedule": Value(count.offSchedule), "unprompted_minutes": Value(count.unprompted),
                "peak_per_minute": Value(count.peak), "count": .integer(count.count), "trace_id": Value(count.trace),
            ])
    }

    private func record(log reading: ActionCollection.Reading, into result: inout Evidence) {
        let log = reading.log
        for (agent, actions) in log.actions.sorted(by: { $0.key < $1.key }) {
            result.record(
                .actionLog,
                Provenance(
                    agent: agent, artifact: reading.file.path.text, line: 1, column: 1, collector: ActionCollection.name
                ),
                [
                    "format": Value(reading.format), "records": .integer(log.records), "actions": .integer(actions),
                    "first_at": Value(log.first.map(LogTime.text)), "last_at": Value(log.last.map(LogTime.text)),
                    "refused_lines": .integer(log.refused), "missing_records": Value(log.missing),
                    "silence_minutes": Value(log.silence.map { $0 / 60 }),
                    "cut_off": .boolean(reading.summary.isCutOff), "closed": Value(log.isClosed),
                ])
        }
    }

    private func record(artifact reading: ActionCollection.Reading, into result: inout Evidence) {
        let isLeftOut = reading.refusal != nil && !reading.file.isMeant
        let lines = reading.log.refused
        let owner = reading.log.actions.keys.min() ?? nearest(to: reading).first
        result.record(
            .artifact,
            Provenance(
                agent: owner ?? AgentID("-"), artifact: reading.file.path.text, line: 1, column: 1,
                collector: ActionCollection.name),
            [
                "path": .text(reading.file.path.text), "sha256": Value(reading.summary.sha256),
                "bytes": .integer(reading.summary.bytes),
                "kind": .text(reading.format.map { "log of actions (\($0))" } ?? "log of actions"),
                "status": reading.refusal == nil ? "read" : isLeftOut ? "excluded" : "refused",
                "reason": Value(
                    reading.refusal?.description ?? (lines > 0 ? "lines of it that could not be read: \(lines)" : nil)),
            ])
    }

    private func declare(_ agent: ObservedAgent, into result: inout Evidence) {
        let own = readings.first { $0.log.actions[agent.id] != nil }
        result.record(
            .agent,
            Provenance(
                agent: agent.id, artifact: own?.file.path.text, line: 1, column: 1, collector: ActionCollection.name),
            ["name": "main", "product": "known from logs only", "kind": "application"])
    }

    /// Agents that a log which could not be read may be of.
    private func nearest(to reading: ActionCollection.Reading) -> [AgentID] {
        reading.file.place.map { AgentFolders(evidence.agents).nearest(to: $0) } ?? []
    }

    private func cover(into result: inout Evidence) {
        var unread: [AgentID: [String]] = [:]
        for reading in readings where reading.file.isMeant {
            guard let refusal = reading.refusal else { continue }
            let concerned = reading.file.place == nil ? evidence.agents : nearest(to: reading)
            for agent in concerned { unread[agent, default: []].append("\(reading.file.path.text) \(refusal)") }
        }
        for agent in Set(agents.map(\.id).filter(isSeen)).union(unread.keys).sorted() {
            let lost = unread[agent] ?? []
            cover(agent, .action, lost + doubts(agent), into: &result)
            cover(agent, .actionLog, lost, into: &result)
        }
    }

    private func cover(_ agent: AgentID, _ table: Table, _ reasons: [String], into result: inout Evidence) {
        var seen: Set<String> = []
        let distinct = reasons.filter { seen.insert($0).inserted }
        let rest = distinct.count - Self.keptReasons
        let kept = distinct.prefix(Self.keptReasons) + (rest > 0 ? ["and \(rest) more"] : [])
        result.record(
            .coverage, Provenance(agent: agent, collector: ActionCollection.name),
            [
                "table_name": .text(table.rawValue), "completeness": reasons.isEmpty ? "complete" : "partial",
                "reason": reasons.isEmpty ? .null : .text(Redaction.redact(kept.joined(separator: "; "))),
            ])
    }

    /// Why not everything that an agent did can have been seen.
    private func doubts(_ agent: AgentID) -> [String] {
        var doubts: [String] = []
        for reading in readings where reading.log.actions[agent] != nil {
            let (path, log) = (reading.file.path.text, reading.log)
            if log.refused > 0 {
                doubts.append("\(path): lines that cannot be read: \(log.refused), the first: \(log.problem ?? "")")
            }
            if let missing = log.missing, missing > 0 { doubts.append("\(path): records that are missing: \(missing)") }
            if reading.summary.isCutOff { doubts.append("\(path): its last line is incomplete") }
            switch log.isClosed {
            case true?: break
            case false?: doubts.append("\(path) does not say where it begins and ends")
            case nil: doubts.append("logs of the kind \(reading.format ?? "") do not say whether they hold everything")
            }
        }
        if tally.folded.contains(agent) {
            doubts.append("more than \(ActionTally.most) kinds of actions: the rest is counted together")
        }
        let known = agents.first { $0.id == agent }
        if let reason = known?.matchedBy, reason.hasPrefix("it is the only") {
            doubts.append("the log does not name the agent; \(reason)")
        }
        return doubts
    }
}
