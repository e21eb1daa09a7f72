internal import Compliance
internal import Documents

extension GeminiAgent {
    /// The files of a role that hold; a distrusted project's do not.
    private func loaded(_ role: GeminiRole) -> [Member] {
        agent.files(role).filter { untrusted == nil || $0.level != "project" }
    }

    /// Records instructions, commands, skills and sub-agents.
    func recordParts(into recorder: inout Recorder) {
        let roles: [(role: GeminiRole, kind: String)] = [
            (.instructions, "instructions"), (.command, "command"), (.skill, "skill"),
        ]
        for (role, kind) in roles {
            for member in role == .instructions ? agent.files(role) : loaded(role) {
                guard member.file.refusal == nil else {
                    recorder.refuse(member.file, for: id, tables: [.instruction])
                    continue
                }
                let name =
                    role == .skill
                    ? member.root?["name"]?.string ?? member.file.path.folder.name : member.file.path.name
                if role == .command, let prompt = member.root?["prompt"] {
                    // The text that the agent gets, without the quotes of TOML.
                    var scribe = Scribe(id, member.file, for: recorder)
                    scribe.instruction(name, kind: kind, prompt, "/prompt")
                    recorder.merge(scribe.recorder)
                    continue
                }
                InstructionText.record(
                    member.file, kind: kind, name: name, runsShell: false, for: id, into: &recorder)
            }
        }
        if !isTemplate {
            scribe.record(
                .delegation, at: ["agents"], ["peer": "built-in sub-agents", "transport": "in-process"], into: &recorder
            )
        }
        for member in loaded(.subAgent) {
            guard let root = member.root, let name = root["name"]?.string else {
                let problem = Diagnostic(.syntax, "a sub-agent has a name", at: nil)
                let file = member.file.refusal == nil ? member.file.refused(problem) : member.file
                recorder.refuse(file, for: id, tables: [.instruction, .delegation, .tool, .budget])
                continue
            }
            record(subAgent: name, root, member, &recorder)
        }
    }

    /// Records a sub-agent of this machine, or one that is reached by A2A.
    ///
    /// <https://geminicli.com/docs/core/subagents>, <https://geminicli.com/docs/core/remote-agents>
    private func record(subAgent name: String, _ root: Node, _ member: Member, _ recorder: inout Recorder) {
        let place = root.position(of: ["name"])
        recorder.record(
            .agent,
            [
                "name": .text(name), "product": "Gemini CLI", "kind": "sub-agent", "level": .text(member.level),
                "plans": true, "purpose": Value(root["description"]?.string.map { Redaction.redact($0) }),
            ], for: id, in: member.file, at: place, pointer: "/name")
        InstructionText.record(member.file, kind: "sub-agent", name: name, runsShell: false, for: id, into: &recorder)
        if root["kind"]?.string == "remote" {
            let url = root["agent_card_url"]
            recorder.record(
                .delegation,
                [
                    "peer": .text(name), "transport": "http",
                    "tls": Value(url?.string.flatMap { ServerAddress($0).tls }),
                    "authentication": root["auth"] == nil ? "none" : "token",
                ], for: id, in: member.file, at: url?.position ?? place,
                pointer: url == nil ? "/name" : "/agent_card_url")
            if let auth = root["auth"] {
                Credentials.record(
                    environment: auth, pointer: "/auth", holder: name, in: member.file, for: id, into: &recorder)
            }
            return
        }
        recorder.record(
            .delegation, ["peer": .text(name), "transport": "in-process", "depth_limit": 1], for: id, in: member.file,
            at: place, pointer: "/name")
        let tools = root["tools"]?.elements ?? []
        if tools.isEmpty {
            recorder.record(
                .tool, ["actor": .text(name), "name": "*", "origin": "inherited", "effect": "execute"], for: id,
                in: member.file, at: place, pointer: "/name")
        }
        for (index, tool) in tools.enumerated() {
            guard let text = tool.string else { continue }
            let isServer = text.hasPrefix("mcp_")
            recorder.record(
                .tool,
                [
                    "actor": .text(name), "name": .text(text),
                    "origin": text == "*" ? "inherited" : isServer ? "mcp" : "built-in",
                    "effect": Value(text == "*" ? "execute" : isServer ? ToolName.effect(text) : Self.effects[text]),
                ], for: id, in: member.file, at: tool.position, pointer: "/tools/\(index)")
        }
        for (key, kind, usual, unit) in [
            ("max_turns", "turns", 30.0, "turns"), ("timeout_mins", "time", 10.0, "minutes"),
        ] {
            recorder.record(
                .budget,
                [
                    "actor": .text(name), "kind": .text(kind), "value": .real(root[key]?.number ?? usual),
                    "unit": .text(unit),
                ], for: id, in: member.file, at: root.position(of: [key]), pointer: "/\(key)")
        }
        if let model = root["model"]?.string, model != "inherit" {
            recorder.record(
                .model,
                [
                    "actor": .text(name), "provider": "Google", "name": .text(model),
                    "pinned": ModelName.pinned(model),
                    "parameters_billion": ModelName.size(model),
                ], for: id, in: member.file, at: root.position(of: ["model"]), pointer: "/model")
        }
        if let servers = root["mcp_servers"] ?? root["mcpServers"] {
            record(servers: servers, "/mcp_servers", in: member.file, &recorder)
        }
    }

    private static let effects = [
        "run_shell_command": "execute", "write_file": "write", "replace": "write", "web_fetch": "network",
        "read_file": "read", "glob": "read", "list_directory": "read", "grep_search": "read",
        "google_web_search": "read", "save_memory": "write",
    ]
}
