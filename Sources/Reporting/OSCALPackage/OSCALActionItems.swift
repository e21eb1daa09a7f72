internal import Compliance

/// What is open on one agent, as the plan of action has it.
struct OSCALActionItems {
    /// Where a gap was seen.
    private enum Source {
        case check(CheckResult)
        case statement(Int, Statement)
        case gap
    }

    private let result: OSCALResult
    private let gaps: [(gap: Gap, source: Source)]

    private var out: OSCALOutput { result.out }
    private var names: OSCALNames { result.names }

    init(_ agent: AgentSummary, in document: OSCALDocument, tool: String) {
        let result = OSCALResult(agent, in: document, tool: tool)
        self.result = result
        gaps = document.index.gaps(of: agent.id).map { ($0, Self.source(of: $0, in: result)) }
    }

    private static func source(of gap: Gap, in result: OSCALResult) -> Source {
        switch gap.cause {
        case .failingCheck, .unstatedValue, .missingStatement:
            let seen = gap.check.flatMap { check in result.checks.first { $0.check == check } }
            return seen.map(Source.check) ?? .gap
        case .contradictedStatement, .invalidStatement:
            let stated = result.statements.first { gap.citations.contains($0.statement.citation) }
            return stated.map { .statement($0.position, $0.statement) } ?? .gap
        case .unreadEvidence: return .gap
        }
    }

    private func observation(_ gap: Gap, _ source: Source) -> String {
        switch source {
        case .check(let check): names.observation(check.check, check.agent)
        case .statement(let position, let statement): names.observation(statement, at: position)
        case .gap: names.uuid("gap-observation", gap.agent.rawValue, gap.id.rawValue)
        }
    }

    /// Writes what the gaps were seen in, each once.
    func observations() {
        var written: Set<String> = []
        for (gap, source) in gaps where written.insert(observation(gap, source)).inserted {
            switch source {
            case .check(let check): result.observation(check)
            case .statement(let position, let statement): result.observation(statement, at: position)
            case .gap: observe(gap)
            }
        }
    }

    private func observe(_ gap: Gap) {
        out.element("observation", ["uuid": observation(gap, .gap)]) {
            out.title(gap.headline)
            out.blocks("description", gap.facts)
            out.prop("cause", gap.cause.rawValue)
            out.plain("method", "EXAMINE")
            out.plain("type", "discovery")
            out.origin("tool", result.tool)
            out.empty("subject", ["subject-uuid": names.component(gap.agent), "type": "component"])
            for place in gap.citations { result.evidence(place) }
            out.plain("collected", result.document.context.at)
        }
    }

    /// Writes the gaps that rest on evidence against the agent; what could not be read is no risk that was found.
    func risks() {
        for (gap, source) in gaps where isRisk(gap) {
            result.risk(gap, seenIn: observation(gap, source), isTracked: true)
        }
    }

    private func isRisk(_ gap: Gap) -> Bool { gap.cause == .failingCheck || gap.cause == .contradictedStatement }

    /// Writes what each gap leaves open; a finding has one target, the other items are named beside it.
    func findings() {
        for (gap, source) in gaps {
            guard let target = target(gap) else { continue }
            out.element("finding", ["uuid": finding(gap)]) {
                out.title(gap.headline)
                out.blocks("description", gap.facts)
                out.prop("gap-id", gap.id.rawValue)
                let token = result.document.context.token(target)
                out.element("target", ["type": "statement-id", "target-id": token + "_smt"]) {
                    for control in gap.controls { out.prop("control-id", control.rawValue) }
                    out.empty("status", ["state": "not-satisfied", "reason": isRisk(gap) ? "fail" : "other"])
                }
                out.empty("related-observation", ["observation-uuid": observation(gap, source)])
                if isRisk(gap) { out.empty("associated-risk", ["risk-uuid": names.risk(gap)]) }
            }
        }
    }

    private func finding(_ gap: Gap) -> String { names.uuid("gap-finding", gap.agent.rawValue, gap.id.rawValue) }

    /// The item that a gap is reported on: the first that the frameworks have; headings have no statement to fail.
    private func target(_ gap: Gap) -> ControlID? {
        gap.controls.first { id in
            result.document.index.control(id).map { $0.kind != .group } ?? false
        }
    }

    /// Writes the items, one for each gap.
    func items() {
        for (gap, source) in gaps {
            out.element("poam-item", ["uuid": names.uuid("poam-item", gap.agent.rawValue, gap.id.rawValue)]) {
                out.title(gap.headline)
                out.blocks("description", gap.facts + ["What to do: \(Remedy(gap.remediation).oneLine)"])
                out.empty(
                    "prop", ["name": "POAM-ID", "ns": "https://fedramp.gov/ns/oscal", "value": gap.id.rawValue])
                out.prop("gap-id", gap.id.rawValue)
                out.prop("agent-id", gap.agent.rawValue)
                out.prop("severity", gap.severity.rawValue)
                out.prop("cause", gap.cause.rawValue)
                out.prop("check-id", gap.check?.rawValue)
                out.prop("disposition", disposition(gap))
                for control in gap.controls { out.prop("control-id", control.rawValue) }
                history(gap)
                out.origin("tool", result.tool)
                if target(gap) != nil { out.empty("related-finding", ["finding-uuid": finding(gap)]) }
                out.empty("related-observation", ["observation-uuid": observation(gap, source)])
                if isRisk(gap) { out.empty("associated-risk", ["risk-uuid": names.risk(gap)]) }
                let remarks = result.document.index.record(of: gap)?.remarks ?? []
                if !remarks.isEmpty { out.blocks("remarks", remarks.map { "Note by \($0)" }) }
            }
        }
    }

    /// What a history knows of a gap: also of one that is no risk, and has no plan and no log.
    private func history(_ gap: Gap) {
        guard let record = result.document.index.record(of: gap) else { return }
        out.prop("opened-on", String(record.openedAt.prefix(10)))
        out.prop("due", record.due)
        out.prop("owner", record.owner)
        out.prop("ticket", record.ticket)
        if record.regressions > 0 { out.prop("regressions", String(record.regressions)) }
        guard let href = record.ticket.flatMap(OSCALValues.href(ofLink:)) else { return }
        out.empty("link", ["href": href, "rel": "ticket"])
    }

    private func disposition(_ gap: Gap) -> String {
        result.document.index.waiver(of: gap)?.holds == true ? "waived" : "open"
    }
}
