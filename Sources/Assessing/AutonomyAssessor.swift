internal import Compliance

/// Works out how autonomous its configuration lets an agent be, and which guardrails stand.
struct AutonomyAssessor {
    typealias Answer = AutonomyProfile.Answer

    let index: EvidenceIndex
    let agent: AgentID

    /// The profile of the agent.
    func profile() -> AutonomyProfile {
        let unattended = UnattendedActions(agent, in: index)
        let gate = gate(unattended)
        let plans = plans()
        let autonomy = autonomyClass(plans: plans.holds, gate: gate.holds)
        return AutonomyProfile(
            agent: agent,
            freedoms: [
                .actions: actions(unattended), .sequence: plans, .tools: tools(unattended.callable), .timing: timing(),
            ],
            gate: gate, autonomy: autonomy,
            guardrails: Guardrails(index: index, agent: agent, gate: gate, unattended: unattended).answers(),
            misapplied: misapplied(autonomy, unattended),
            observed: ObservedActions(index: index, agent: agent).observed())
    }

    private func autonomyClass(plans: Bool?, gate: Bool?) -> AutonomyProfile.Class {
        // Nothing runs by a template: what will stand beside it decides.
        if index.main(agent)?["kind"] == "policy-template" { return .unknown }
        return switch (plans, gate) {
        case (false, _): .scripted
        case (true, true): .supervised
        case (true, false): .autonomous
        default: .unknown
        }
    }

    /// What is said where the product chooses who answers.
    private static let unsaid = "no file says who answers before its actions, a person or another model"

    private func gate(_ unattended: UnattendedActions) -> Answer {
        if let first = unattended.rows.first {
            return index.answer(false, "\(describe(first)) runs without a question", unattended.rows)
        }
        if let settled = settled(true, unattended) { return settled }
        let gates = index.rows(.approval, of: agent)
        guard index.coverage(.approval, of: agent).seen == .complete, !gates.isEmpty,
            index.coverage(.permission, of: agent).seen != .partial
        else { return index.answer(nil, "no complete evidence of approvals", gates) }
        return index.answer(true, "a person is asked before actions with consequences", gates)
    }

    /// The answer where nothing that the agent can call has consequences, or where no file says who answers; else nil.
    private func settled(_ holds: Bool, _ unattended: UnattendedActions) -> Answer? {
        let tools = unattended.callable
        if let rule = tools.closing { return index.answer(holds, Self.noTool(rule), [rule]) }
        if !tools.readers.isEmpty { return index.answer(holds, "all that it can call only reads", tools.readers) }
        return unattended.unsaid.isEmpty ? nil : index.answer(nil, Self.unsaid, unattended.unsaid)
    }

    private func actions(_ unattended: UnattendedActions) -> Answer {
        let rows = unattended.rows
        guard rows.isEmpty else {
            let lets = rows.count == 1 ? "1 setting lets" : "\(rows.count) settings let"
            return index.answer(true, "\(lets) it act unasked", rows)
        }
        if let settled = settled(false, unattended) { return settled }
        guard index.coverage(.permission, of: agent).seen == .complete else {
            return index.answer(nil, "its permissions were not seen in full", [])
        }
        return index.answer(false, "nothing with consequences runs unasked", index.rows(.approval, of: agent))
    }

    private func plans() -> Answer {
        guard let main = index.main(agent), let plans = main["plans"].boolean else {
            return index.answer(nil, "what decides its steps is not known", [])
        }
        let product = main["product"].text ?? "the product"
        return index.answer(
            plans, plans ? "in \(product) a model decides the steps at run time" : "its steps are fixed beforehand",
            [main])
    }

    private func tools(_ callable: CallableTools) -> Answer {
        if index.main(agent)?["product"] == "A2A" {
            return index.answer(nil, "a card names skills, not the tools behind them", [])
        }
        if let rule = callable.closing { return index.answer(false, Self.noTool(rule), [rule]) }
        let servers = index.rows(.mcpServer, of: agent).filter { $0["enabled"] == true }
        let tools = index.rows(.tool, of: agent)
        guard servers.isEmpty else {
            let own = tools.isEmpty ? "" : " and \(Self.count(tools.count, "tool"))"
            let offer = "\(Self.count(servers.count, "MCP server")) \(servers.count == 1 ? "offers" : "offer")"
            return index.answer(true, "it chooses among what \(offer)\(own)", servers + tools)
        }
        if tools.count > 1 || tools.contains(where: { $0["name"] == "*" }) {
            return index.answer(true, "it chooses among \(Self.count(tools.count, "tool"))", tools)
        }
        guard index.coverage(.tool, of: agent).seen == .complete else {
            return index.answer(nil, "its tools were not seen in full", tools)
        }
        return index.answer(false, tools.isEmpty ? "it has no tools" : "it has one tool", tools)
    }

    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// That a rule closes every tool.
    static func noTool(_ rule: Row) -> String { "no tool runs (`\(rule["rule"].description)`)" }

    private func timing() -> Answer {
        let triggers = index.rows(.trigger, of: agent)
        let others = triggers.filter { $0["kind"] != "human" }
        if let first = others.first {
            return index.answer(true, "it is started by \(first["kind"].description)", others)
        }
        guard index.coverage(.trigger, of: agent).seen == .complete, !triggers.isEmpty else {
            return index.answer(nil, "what starts it is not in the files", [])
        }
        return index.answer(false, "a person starts it", triggers)
    }

    private func describe(_ row: Row) -> String {
        switch row.table {
        case .permission: "`\(row["rule"].description)`"
        case .approval where row["mode"] == "model": "\(row["covers"].description) (another model answers)"
        case .approval: "\(row["covers"].description) (approval never)"
        case .sandbox: "whatever the sandbox admits (it writes: \(row["filesystem"].description))"
        default: "MCP server \"\(row["name"].description)\""
        }
    }
}
