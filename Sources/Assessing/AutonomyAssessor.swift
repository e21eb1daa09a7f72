internal import Compliance

/// Works out how autonomous its configuration lets an agent be, and which guardrails stand.
struct AutonomyAssessor {
    typealias Answer = AutonomyProfile.Answer

    let index: EvidenceIndex
    let agent: AgentID

    /// Actions with consequences: what a person would want to be asked about.
    static let consequential: Set<String> = [
        "arbitrary-code", "privilege", "destructive", "network", "publish", "install", "write",
    ]

    /// The profile of the agent.
    func profile() -> AutonomyProfile {
        let unattended = unattendedActions()
        let gate = gate(unattended)
        let plans = plans()
        let autonomy = autonomyClass(plans: plans.holds, gate: gate.holds)
        return AutonomyProfile(
            agent: agent,
            freedoms: [.actions: actions(unattended), .sequence: plans, .tools: tools(), .timing: timing()],
            gate: gate, autonomy: autonomy, guardrails: Guardrails(index: index, agent: agent, gate: gate).answers(),
            misapplied: misapplied(autonomy))
    }

    private func autonomyClass(plans: Bool?, gate: Bool?) -> AutonomyProfile.Class {
        switch (plans, gate) {
        case (false, _): .scripted
        case (true, true): .supervised
        case (true, false): .autonomous
        default: .unknown
        }
    }

    /// Rows that let a consequential action happen without a person.
    private func unattendedActions() -> [Row] {
        let permissions = index.rows(.permission, of: agent).filter { row in
            row["effect"] == "allow" && row["effective"] == true
                && (row["capability"] == "any" || Self.consequential.contains(row["hazard"].text ?? ""))
        }
        let gates = index.rows(.approval, of: agent).filter { $0["mode"] == "never" }
        let servers = index.rows(.mcpServer, of: agent).filter { row in
            row["enabled"] == true && (row["auto_approved"] == "all" || row["auto_approved"] == "some")
        }
        // What the sandbox admits runs without a question where the product leaves it to the sandbox.
        let boxes = index.rows(.sandbox, of: agent).filter { row in
            row["enabled"] == true && row["auto_allow"] == true && row["filesystem"] != "read-only"
        }
        return gates + permissions + servers + boxes
    }

    private func gate(_ unattended: [Row]) -> Answer {
        guard unattended.isEmpty else {
            return index.answer(false, "\(describe(unattended[0])) runs without a question", unattended)
        }
        let gates = index.rows(.approval, of: agent)
        guard index.coverage(.approval, of: agent).seen == .complete, !gates.isEmpty,
            index.coverage(.permission, of: agent).seen != .partial
        else { return index.answer(nil, "no complete evidence of approvals", gates) }
        return index.answer(true, "a person is asked before actions with consequences", gates)
    }

    private func actions(_ unattended: [Row]) -> Answer {
        guard unattended.isEmpty else {
            return index.answer(true, "\(unattended.count) rules or gates let it act unasked", unattended)
        }
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

    private func tools() -> Answer {
        let servers = index.rows(.mcpServer, of: agent).filter { $0["enabled"] == true }
        let tools = index.rows(.tool, of: agent)
        if servers.isEmpty && tools.isEmpty {
            guard index.coverage(.tool, of: agent).seen == .complete else {
                return index.answer(nil, "its tools were not seen", [])
            }
            return index.answer(false, "it has no tools", [])
        }
        guard servers.count + tools.count > 1 || tools.contains(where: { $0["name"] == "*" }) else {
            return index.answer(false, "it has one tool", tools + servers)
        }
        return index.answer(
            true, "it chooses among \(tools.count) tools and \(servers.count) MCP servers", servers + tools)
    }

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

    /// The classic mistake: an agent that chooses for itself, on the broad standing credentials of a service account.
    private func misapplied(_ autonomy: AutonomyProfile.Class) -> Answer {
        let credentials = index.rows(.credential, of: agent)
        let standing = credentials.filter { row in
            row["storage"] == "inline"
                || (row["ttl_seconds"] == .null && (row["scope_breadth"] == "any" || row["scope_breadth"] == "broad"))
        }
        switch autonomy {
        case .autonomous where !standing.isEmpty:
            return index.answer(true, "it acts unasked on \(standing.count) standing credentials", standing)
        case .autonomous:
            guard credentials.isEmpty, index.coverage(.credential, of: agent).seen == .complete else {
                return index.answer(nil, "scope and lifetime of its credentials are not known", credentials)
            }
            return index.answer(false, "its files hold no credentials", [])
        case .scripted, .supervised:
            return index.answer(false, "it does not act unasked", [])
        case .unknown:
            return index.answer(nil, "its autonomy is not known", [])
        }
    }

    private func describe(_ row: Row) -> String {
        switch row.table {
        case .permission: "`\(row["rule"].description)`"
        case .approval: "\(row["covers"].description) (approval never)"
        case .sandbox: "whatever the sandbox admits (it writes: \(row["filesystem"].description))"
        default: "MCP server \"\(row["name"].description)\""
        }
    }
}
