internal import Compliance
internal import Documents

/// Reads the front matter of a sub-agent.
enum SubAgentReader {
    static func record(_ matter: Node, _ name: String, _ file: SourceFile, _ agent: AgentID, _ recorder: inout Recorder)
    {
        let place = matter["name"]?.position ?? .start
        recorder.record(
            .agent,
            ["name": .text(name), "product": "Claude Code", "kind": "sub-agent", "level": "project", "plans": true],
            for: agent, in: file, at: place, pointer: "/name")
        recorder.record(
            .delegation, ["peer": .text(name), "transport": "in-process", "depth_limit": 1], for: agent, in: file,
            at: place, pointer: "/name")
        let tools = matter["tools"].map(list) ?? ["*"]
        for tool in tools {
            let rule = PermissionRule(tool, effect: "allow")
            let effects = [
                "shell": "execute", "write": "write", "network": "network", "search": "network", "read": "read",
            ]
            recorder.record(
                .tool,
                [
                    "actor": .text(name), "name": .text(tool),
                    "origin": matter["tools"] == nil ? "inherited" : tool.hasPrefix("mcp__") ? "mcp" : "built-in",
                    "effect": Value(tool == "*" ? "execute" : effects[rule.capability]),
                ], for: agent, in: file, at: matter["tools"]?.position ?? place, pointer: "/tools")
        }
        recorder.record(
            .budget,
            [
                "actor": .text(name), "kind": "turns", "value": matter["maxTurns"]?.number.map(Value.real) ?? .null,
                "unit": "turns",
            ],
            for: agent, in: file, at: matter["maxTurns"]?.position ?? place, pointer: "/maxTurns")
        if let mode = matter["permissionMode"], mode.string == "bypassPermissions" || mode.string == "acceptEdits" {
            recorder.record(
                .approval,
                ["covers": mode.string == "acceptEdits" ? "write" : "any", "mode": "never", "bypassable": true],
                for: agent,
                in: file, at: mode.position, pointer: "/permissionMode")
        }
    }

    /// A list that is written as one, or as texts between commas.
    static func list(_ node: Node) -> [String] {
        if node.isArray { return node.elements.compactMap(\.string) }
        var parts = [""]
        var depth = 0
        for character in node.string ?? "" {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == "," && depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.map { String($0.trimmingPrefix { $0 == " " }) }.filter { !$0.isEmpty }
    }
}
