internal import Compliance

extension AutonomyAssessor {
    /// The classic mistake: an agent that chooses for itself, on the broad standing credentials of a service account.
    func misapplied(_ autonomy: AutonomyProfile.Class, _ unattended: UnattendedActions) -> Answer {
        let credentials = index.rows(.credential, of: agent)
        let standing = credentials.filter { row in
            row["storage"] == "inline"
                || (row["ttl_seconds"] == .null && (row["scope_breadth"] == "any" || row["scope_breadth"] == "broad"))
        }
        switch autonomy {
        case .autonomous where !standing.isEmpty:
            return index.answer(
                true, "it acts unasked on \(Self.count(standing.count, "standing credential"))", standing)
        case .autonomous: return borrowed(credentials, unattended)
        case .scripted where !standing.isEmpty:
            // A fixed program on broad rights is no agent run like one, and no good either.
            return index.answer(
                nil,
                "its steps are fixed, and it holds \(Self.count(standing.count, "broad or written-down credential"))",
                standing)
        case .scripted: return index.answer(false, "its steps are fixed beforehand", [])
        case .supervised: return index.answer(false, "it does not act unasked", [])
        case .unknown: return index.answer(nil, "its autonomy is not known", [])
        }
    }

    /// What an autonomous agent without standing credentials of its own may act with.
    private func borrowed(_ credentials: [Row], _ unattended: UnattendedActions) -> Answer {
        let remote = index.rows(.mcpServer, of: agent).filter { $0["enabled"] == true && $0["transport"] != "stdio" }
        guard remote.isEmpty else {
            return index.answer(nil, "on whose accounts its remote servers act is not in the files", remote)
        }
        guard credentials.isEmpty, index.coverage(.credential, of: agent).seen == .complete else {
            return index.answer(nil, "scope and lifetime of its credentials are not known", credentials)
        }
        let isContained = index.rows(.sandbox, of: agent).contains { $0["enabled"] == true && $0["escapable"] == false }
        let shell = unattended.rows.filter(Self.isOpenShell)
        guard isContained || shell.isEmpty else {
            return index.answer(nil, "its files hold no credentials, and its shell has whatever the user has", shell)
        }
        return index.answer(false, "its files hold no credentials", [])
    }

    /// Whether a row lets any code run: then the agent reads what the user can read, keys and sessions among it.
    private static func isOpenShell(_ row: Row) -> Bool {
        switch row.table {
        case .permission:
            row["capability"] == "any" || row["hazard"] == "arbitrary-code"
                || row["capability"] == "shell" && row["breadth"] == "any"
        case .approval: row["covers"] == "shell" || row["covers"] == "any"
        default: false
        }
    }
}
