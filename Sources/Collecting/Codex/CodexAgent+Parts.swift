internal import Compliance
internal import Documents

extension CodexAgent {
    /// Records instructions, skills, prompts and sub-agents.
    func recordParts(into recorder: inout Recorder) {
        for member in files(.instructions, .skill, .command) {
            guard member.file.refusal == nil else {
                recorder.refuse(member.file, for: id, tables: [.instruction])
                continue
            }
            switch member.role.role {
            case .skill:
                let name = member.file.document?.root["name"]?.string ?? member.file.path.folder.name
                InstructionText.record(
                    member.file, kind: "skill", name: name, runsShell: false, for: id, into: &recorder)
            case .command:
                InstructionText.record(
                    member.file, kind: "command", name: member.file.path.name, runsShell: false, for: id,
                    into: &recorder)
            default:
                guard !isReplaced(member) else { continue }
                InstructionText.record(
                    member.file, kind: "instructions", name: member.file.path.name, for: id, into: &recorder)
            }
        }
        for member in files(.subAgent) {
            guard let root = member.file.document?.root else {
                recorder.refuse(
                    member.file, for: id, tables: [.instruction, .delegation, .model, .mcpServer, .sandbox, .approval])
                continue
            }
            recordSubAgent(root, member, into: &recorder)
        }
    }

    /// Of one folder Codex reads one file: the override, when it holds anything.
    ///
    /// <https://developers.openai.com/codex/guides/agents-md>
    private func isReplaced(_ member: Member) -> Bool {
        member.file.path.name == "AGENTS.md"
            && members.contains { other in
                other.file.path.name == "AGENTS.override.md" && other.file.path.folder == member.file.path.folder
                    && other.file.size > 0
            }
    }

    /// Records a sub-agent; a file without name, description and instructions is not one.
    ///
    /// <https://developers.openai.com/codex/subagents>
    private func recordSubAgent(_ root: Node, _ member: Member, into recorder: inout Recorder) {
        let file = member.file
        guard let name = root["name"]?.string, let purpose = root["description"]?.string,
            root["developer_instructions"]?.string != nil
        else {
            let problem = Diagnostic(.syntax, "a sub-agent has name, description and developer_instructions", at: nil)
            recorder.refuse(file.refused(problem), for: id, tables: [.instruction, .delegation])
            return
        }
        let place = root.position(of: ["name"])
        recorder.record(
            .agent,
            [
                "name": .text(name), "product": "Codex CLI", "kind": "sub-agent", "level": .text(member.role.level),
                "plans": true, "purpose": .text(Redaction.redact(purpose)),
            ], for: id, in: file, at: place, pointer: "/name")
        recorder.record(
            .delegation,
            [
                "peer": .text(name), "transport": "in-process",
                "depth_limit": .integer(stack.value("agents", "max_depth")?.node.integer ?? 1),
            ], for: id, in: file, at: place, pointer: "/name")
        InstructionText.record(file, kind: "sub-agent", name: name, runsShell: false, for: id, into: &recorder)
        if let model = root["model"]?.string {
            recorder.record(
                .model,
                [
                    "actor": .text(name), "provider": "OpenAI", "name": .text(model),
                    "pinned": ModelName.pinned(model),
                    "parameters_billion": ModelName.size(model),
                ],
                for: id, in: file, at: root.position(of: ["model"]), pointer: "/model")
        }
        recordContainment(of: name, root, file, into: &recorder)
        for server in root["mcp_servers"]?.members ?? [] where server.value.isObject {
            let isAdmitted = stack.requirements.admits(server.key, server.value)
            record(
                server: server.key, isAdmitted ? server.value : server.value.setting("enabled", false),
                pointer: "/mcp_servers", in: file, into: &recorder)
        }
    }

    /// A sub-agent may bring a sandbox mode or an approval policy of its own that holds less.
    private func recordContainment(of name: String, _ root: Node, _ file: SourceFile, into recorder: inout Recorder) {
        if let mode = root["sandbox_mode"], let text = mode.string, text == "danger-full-access",
            isolation(mode: text).filesystem == "full"
        {
            recorder.record(
                .sandbox,
                [
                    "kind": .text("os-sandbox of \(name)"), "enabled": false, "required": true, "escapable": true,
                    "auto_allow": true, "filesystem": "full", "network": "open", "weakened": false, "exclusions": 0,
                    "covers_mcp": false,
                ], for: id, in: file, at: mode.position, pointer: "/sandbox_mode")
        }
        guard let policy = root["approval_policy"], policy.string == "never",
            stack.requirements.allowed("allowed_approval_policies")?.contains("never") != false
        else { return }
        recorder.record(
            .approval, ["covers": "any", "mode": "never", "bypassable": true], for: id, in: file, at: policy.position,
            pointer: "/approval_policy")
    }
}
