internal import Compliance

/// What lets an agent act on things with consequences without a person, the heaviest first.
struct UnattendedActions {
    /// Rows of permissions, approvals, MCP servers and sandboxes.
    let rows: [Row]
    /// Gates at which another model answers only because no file says otherwise: who starts the product may choose a person.
    let unsaid: [Row]
    /// What the agent can call at all.
    let callable: CallableTools

    /// Actions with consequences, the heaviest first: what a person would want to be asked about.
    ///
    /// Edits within the workspace are not among them: a person reads them before they count.
    private static let weights: [String: Int] = Dictionary(
        uniqueKeysWithValues: [
            "arbitrary-code", "privilege", "secrets", "destructive", "publish", "install", "network", "write",
        ].enumerated().map { ($1, $0) })

    init(_ agent: AgentID, in index: EvidenceIndex) {
        let permissions = index.rows(.permission, of: agent).filter { row in
            row["effect"] == "allow" && row["effective"] == true && Self.weight(of: row) != nil
        }
        // What only reads has no consequences that a person would want to be asked about.
        let tools = CallableTools(agent, in: index)
        callable = tools
        let isReading =
            tools.hasOnlyReadingServers && index.coverage(.mcpServer, of: agent).seen == .complete
            && index.coverage(.tool, of: agent).seen == .complete
        // Where another model answers no person does.
        let open = index.rows(.approval, of: agent).filter {
            ["never", "model"].contains($0["mode"].text) && $0["covers"] != "write"
                && !(isReading && $0["covers"] == "mcp")
        }
        // What stands before any action may be cited at what locks it; its kinds tell who answers.
        let models = open.filter { $0["mode"] == "model" }
        let kinds = models.filter { $0["covers"] != "any" }
        let isSaid = (kinds.isEmpty ? models : kinds).contains { $0.line != nil }
        unsaid = isSaid ? [] : models
        let gates = open.filter { isSaid || $0["mode"] != "model" }
        let servers = index.rows(.mcpServer, of: agent).filter { row in
            row["enabled"] == true && (row["auto_approved"] == "all" || row["auto_approved"] == "some")
                && !tools.isReading(row)
        }
        // What the sandbox admits runs without a question where the product leaves it to the sandbox: within a workspace
        // and without a network that has no consequences outside.
        let boxes = index.rows(.sandbox, of: agent).filter { row in
            row["enabled"] == true && row["auto_allow"] == true
                && (row["filesystem"] == "full" || row["network"] == "open")
        }
        let weighed = permissions.enumerated().map { (Self.weight(of: $1) ?? .max, $0, $1) }
        rows = gates + weighed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2) + servers + boxes
    }

    /// Rules that open more than reading and editing, the heaviest first.
    var openRules: [Row] {
        rows.filter { $0.table == .permission && $0["hazard"] != "write" }
    }

    private static func weight(of row: Row) -> Int? {
        if row["capability"] == "any" { return -1 }
        guard let hazard = row["hazard"].text else { return nil }
        // A rule that writes files wherever it likes is not an edit in the workspace.
        let isEdit = row["capability"] != "shell" || row["rule"] == "acceptEdits"
        return hazard == "write" && isEdit ? nil : weights[hazard]
    }
}
