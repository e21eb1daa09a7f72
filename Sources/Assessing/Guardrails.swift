internal import Compliance

/// The five guardrails of an autonomous agent: restricted tools, restricted scope, approvals, a log of every action,
/// and revocation in minutes.
struct Guardrails {
    typealias Answer = AutonomyProfile.Answer

    /// Longest time to revoke a credential, in minutes: minutes, not days.
    static let quickMinutes = 60

    let index: EvidenceIndex
    let agent: AgentID
    let gate: Answer
    let unattended: UnattendedActions

    func answers() -> [AutonomyProfile.Guardrail: Answer] {
        [
            .restrictedTools: tools(), .restrictedScope: scope(), .approvals: gate, .actionLog: log(),
            .quickRevocation: revocation(),
        ]
    }

    private func tools() -> Answer {
        let open = unattended.openRules
        let servers = index.rows(.mcpServer, of: agent).filter { $0["enabled"] == true && $0["auto_approved"] == "all" }
        if let first = open.first {
            return index.answer(false, "`\(first["rule"].description)` runs unasked: \(Self.words(for: first))", open)
        }
        if let first = servers.first {
            return index.answer(false, "every tool of \"\(first["name"].description)\" runs unasked", servers)
        }
        let tools = unattended.callable
        if let rule = tools.closing { return index.answer(true, AutonomyAssessor.noTool(rule), [rule]) }
        if !tools.readers.isEmpty {
            return index.answer(true, "the tools that it is given are listed, and only read", tools.readers)
        }
        guard index.coverage(.permission, of: agent).seen == .complete else {
            return index.answer(nil, "its permissions were not seen in full", [])
        }
        return index.answer(
            true, "no rule lets it run code, install, publish, connect or destroy unasked",
            index.rows(.permission, of: agent).filter { $0["effective"] == true })
    }

    /// What a rule opens, in words.
    private static func words(for rule: Row) -> String {
        switch rule["hazard"].text {
        case "arbitrary-code": "any code"
        case "privilege": "it raises its own rights"
        case "secrets": "it reads secrets"
        case "destructive": "it destroys what cannot be brought back"
        case "publish": "it publishes"
        case "install": "it installs code of others"
        case "network": "it connects to other machines"
        case "write": "it writes files"
        default: "everything of its kind"
        }
    }

    private func scope() -> Answer {
        let rows = index.rows(.sandbox, of: agent)
        guard let sandbox = rows.first, index.coverage(.sandbox, of: agent).seen == .complete else {
            return index.answer(nil, "its isolation was not seen", rows)
        }
        guard let enabled = sandbox["enabled"].boolean else {
            return index.answer(nil, "whether it is isolated is not known", rows)
        }
        guard enabled else { return index.answer(false, "commands run without isolation", rows) }
        if sandbox["escapable"] == true { return index.answer(false, "commands may leave the sandbox", rows) }
        if sandbox["filesystem"] == "full" || sandbox["network"] == "open" {
            return index.answer(false, "the sandbox leaves files or network open", rows)
        }
        guard sandbox["escapable"] == false else {
            return index.answer(nil, "whether commands may leave the sandbox is not known", rows)
        }
        return index.answer(true, "commands run isolated", rows)
    }

    private func log() -> Answer {
        let rows = index.rows(.telemetry, of: agent).filter { $0["enabled"] == true && $0["captures_actions"] == true }
        let remote = rows.filter { $0["remote"] == true }
        if !remote.isEmpty {
            return index.answer(true, "actions are sent to \(remote[0]["destination"].description)", remote)
        }
        guard index.coverage(.telemetry, of: agent).seen == .complete else {
            return index.answer(nil, "its records were not seen in full", rows)
        }
        return index.answer(
            false,
            rows.isEmpty ? "no record of actions is configured" : "the record stays where the agent can reach it", rows)
    }

    private func revocation() -> Answer {
        let credentials = index.rows(.credential, of: agent)
        let known = credentials.compactMap { $0["revocation_minutes"].integer }
        let inline = credentials.filter { $0["storage"] == "inline" }
        if !inline.isEmpty {
            return index.answer(false, "a secret in a file stays valid until somebody replaces it", inline)
        }
        guard !credentials.isEmpty, known.count == credentials.count else {
            return index.answer(nil, "how fast access ends is not in the files", credentials)
        }
        let quick = known.allSatisfy { $0 <= Self.quickMinutes }
        return index.answer(quick, "access ends within \(known.max() ?? 0) minutes", credentials)
    }
}
