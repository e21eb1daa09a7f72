internal import Compliance
internal import Documents

extension VSCodeAgent {
    /// Records instructions, prompts, skills and custom agents.
    func recordParts(into recorder: inout Recorder) {
        let kinds: [VSCodeRole: String] = [
            .rules: "rules", .prompt: "command", .skill: "skill", .instructions: "instructions",
        ]
        for member in agent.members where member.file.refusal == nil {
            guard let kind = kinds[member.place.role] else { continue }
            let name =
                kind == "skill" ? member.root?["name"]?.string ?? member.file.path.folder.name : member.file.path.name
            InstructionText.record(member.file, kind: kind, name: name, runsShell: false, for: id, into: &recorder)
        }
        for member in agent.files(.customAgent) {
            guard let root = member.root else { continue }
            record(customAgent: root, member, &recorder)
        }
    }

    private static let effects: [String: String] = [
        "execute": "execute", "shell": "execute", "runCommands": "execute", "runTasks": "execute",
        "terminal": "execute",
        "runInTerminal": "execute", "execute/runInTerminal": "execute", "bash": "execute", "runNotebooks": "execute",
        "edit": "write", "editFiles": "write", "edit/editFiles": "write", "new": "write", "read": "read",
        "search": "read", "codebase": "read", "usages": "read", "problems": "read", "changes": "read",
        "web": "network", "fetch": "network", "web/fetch": "network", "githubRepo": "network",
        "openSimpleBrowser": "network",
    ]

    /// A custom agent, which earlier versions called a chat mode.
    private func record(customAgent root: Node, _ member: Member, _ recorder: inout Recorder) {
        let file = member.file
        let stem = file.path.name.split(separator: ".").first.map(String.init) ?? file.path.name
        let name = root["name"]?.string ?? stem
        let place = root.position(of: ["name"])
        recorder.record(
            .agent,
            [
                "name": .text(name), "product": "VS Code", "kind": "sub-agent", "level": .text(member.level),
                "plans": true,
                "purpose": Value(root["description"]?.string.map { Redaction.redact($0) }),
            ], for: id, in: file, at: place, pointer: "/name")
        InstructionText.record(file, kind: "sub-agent", name: name, runsShell: false, for: id, into: &recorder)
        if root["disable-model-invocation"]?.boolean != true {
            recorder.record(
                .delegation, ["peer": .text(name), "transport": "in-process"], for: id, in: file, at: place,
                pointer: "/name")
        }
        let tools = root["tools"].map(FrontMatterList.entries)
        for (index, tool) in (tools ?? [("*", place)]).enumerated() {
            let isAll = tool.text == "*"
            let server = tool.text.hasSuffix("/*") ? String(tool.text.dropLast(2)) : nil
            let effect = isAll ? "execute" : Self.effects[tool.text] ?? ToolName.effect(tool.text)
            recorder.record(
                .tool,
                [
                    "actor": .text(name), "name": .text(server == nil ? tool.text : "*"), "server": Value(server),
                    "origin": isAll ? "inherited" : server == nil ? "built-in" : "mcp", "effect": Value(effect),
                ], for: id, in: file, at: tool.position, pointer: tools == nil ? "/name" : "/tools/\(index)")
        }
        if let model = root["model"]?.string ?? root["model"]?.elements.first?.string {
            recorder.record(
                .model, ["actor": .text(name), "provider": "GitHub Copilot", "name": .text(model), "pinned": false],
                for: id, in: file, at: root.position(of: ["model"]), pointer: "/model")
        }
        if let servers = root["mcp-servers"] {
            MCPServerReader(client: "GitHub Copilot", dialect: .common).record(
                servers: servers, pointer: "/mcp-servers", in: file, for: id, approval: { _ in nil }, into: &recorder)
        }
    }

    private static let events: [String: String?] = [
        "preToolUse": "tool", "PreToolUse": "tool", "userPromptSubmitted": "input", "UserPromptSubmit": "input",
        "postToolUse": nil, "PostToolUse": nil, "sessionStart": nil, "SessionStart": nil, "sessionEnd": nil,
        "errorOccurred": nil, "Stop": nil, "SubagentStart": nil, "SubagentStop": nil, "PreCompact": nil,
        "agentStop": nil, "subagentStop": nil, "postToolUseFailure": nil, "permissionRequest": nil, "notification": nil,
    ]

    /// Records hooks; a hook may give one command for each system.
    ///
    /// <https://code.visualstudio.com/docs/copilot/customization/hooks>
    func recordHooks(into recorder: inout Recorder) {
        for member in agent.files(.hooks) {
            for event in member.root?["hooks"]?.members ?? [] {
                let stage = Self.events[event.key]
                for (index, hook) in event.value.elements.enumerated() {
                    for key in ["command", "bash", "powershell", "windows", "linux", "osx"] {
                        guard let text = hook[key], let command = text.string else { continue }
                        var entry = HookEntry(
                            event: event.key, matcher: hook["matcher"]?.string, command: command,
                            timeout: hook["timeoutSec"]?.number ?? hook["timeout"]?.number ?? 30, level: member.level)
                        entry.isEffective = stage != nil
                        scribe.hook(
                            entry, stage: stage ?? nil, in: member.file, at: text.position,
                            pointer: "/hooks/\(Node.escape(event.key))/\(index)/\(key)", into: &recorder)
                        recorder.cover(id, .guardrail, .complete)
                    }
                }
            }
        }
    }
}
