internal import Compliance
internal import Documents

extension AgentStep {
    /// Events that outsiders can cause in a public repository, or whose content they write.
    private static let open: Set<String> = [
        "pull_request_target", "pull_request", "issues", "issue_comment", "pull_request_review",
        "pull_request_review_comment", "discussion", "discussion_comment", "fork", "watch", "workflow_run",
    ]

    /// Whether outsiders can cause an event, or write its content.
    static func isOpen(_ event: String) -> Bool { open.contains(event) }

    /// Records what starts the workflow, and whether outsiders can.
    ///
    /// <https://docs.github.com/en/actions/reference/security/secure-use>
    func recordTriggers(_ scribe: inout Scribe) {
        guard let on = workflow["on"] else { return }
        var events: [(name: String, node: Node, place: Position, pointer: String)] = []
        if let name = on.string { events = [(name, on, on.position, "/on")] }
        for (index, node) in on.elements.enumerated() {
            node.string.map { events.append(($0, node, node.position, "/on/\(index)")) }
        }
        for member in on.members { events.append((member.key, member.value, member.keyPosition, "/on/\(member.key)")) }
        for event in events {
            let crons = event.node.elements.compactMap { $0["cron"]?.string }
            scribe.add(
                .trigger, line: event.place, event.pointer,
                [
                    "kind": event.name == "schedule"
                        ? "schedule" : event.name == "workflow_dispatch" ? "human" : "event",
                    "expression": .text(event.name == "schedule" ? crons.joined(separator: ", ") : event.name),
                    "untrusted": untrusted(event.name),
                ])
        }
    }

    /// True where an outsider's event or text reaches the agent, not known where the action or a condition may hold it back.
    private func untrusted(_ event: String) -> Value {
        guard Self.open.contains(event) else { return event == "repository_dispatch" ? .null : false }
        let prompt =
            ["prompt", "direct_prompt", "override_prompt"].compactMap { step[path: ["with", $0]]?.string }
            .joined() + (step["run"]?.string ?? "")
        let texts = ["body", "title", "head_ref", "head.ref", "message"]
        let isWoven = prompt.ranges(of: "${{").contains { start in
            let expression = prompt[start.upperBound...].prefix { $0 != "}" }
            return expression.contains("github.event") && texts.contains(where: expression.contains)
                || expression.contains("github.head_ref")
        }
        let bots = step[path: ["with", "allowed_bots"]]?.string ?? ""
        let users =
            (step[path: ["with", "allowed_non_write_users"]] ?? step[path: ["with", "allow-users"]])?.string ?? ""
        if users == "*" || bots == "*" { return true }
        // Settings and instructions that the agent loads are the outsider's then.
        if event == "pull_request_target", isWoven || checksOutHead { return true }
        // Claude's, Codex's and opencode's actions stop when whoever caused the event may not write to the repository.
        let asksForRights = ["Claude Code", "Codex", "opencode"].contains(product)
        if asksForRights, command == nil { return users.isEmpty ? .null : true }
        // A fork's pull request gets no secrets, and without them no agent starts.
        if event == "pull_request", command != nil { return .null }
        let conditions = [job.value["if"]?.string, step["if"]?.string].compactMap(\.self).joined()
        return conditions.contains("author_association") || conditions.contains("github.actor") ? .null : true
    }
}
