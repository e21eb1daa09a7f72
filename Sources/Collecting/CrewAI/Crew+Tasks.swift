internal import Compliance
internal import Documents

extension Crew {
    /// Records the tasks: whether a person looks at their results, guardrails, tools, files written.
    ///
    /// <https://docs.crewai.com/en/concepts/tasks>, <https://docs.crewai.com/en/learn/human-input-on-execution>
    func recordTasks(_ scribe: inout Scribe, _ python: inout Scribe?) {
        guard let root = tasks?.document?.root else { return }
        scribe.settings(root, status: Crew.taskStatus)
        scribe.secrets(in: root, holder: "agent")
        for entry in root.members where entry.value.isObject {
            let pointer = "/\(Node.escape(entry.key))"
            let call = call("Task", "tasks_config", entry.key)
            // Feedback is asked for on a result, never before a tool runs.
            if let argument = call?["human_input"], let isAsked = argument.boolean {
                python?.add(
                    .approval, line: Position(line: argument.line, column: 1), "human_input=",
                    ["covers": "publish", "mode": isAsked ? "always" : "never"])
            } else if code != nil || entry.value["human_input"] != nil {
                // Without the Python nobody knows what becomes of the result, and a text that nobody reads is not published.
                let isAsked = entry.value["human_input"]?.boolean == true
                scribe.add(
                    .approval, line: entry.value.position(of: ["human_input"]), pointer + "/human_input",
                    ["covers": "publish", "mode": isAsked ? "always" : "never"])
            }
            recordWriting(entry, isReviewed: call?["human_input"]?.boolean, &scribe)
            for key in ["guardrail", "guardrails"] {
                guard let node = entry.value[key] else { continue }
                let names = node.isArray ? node.elements : [node]
                for name in names.compactMap(\.string) {
                    scribe.add(
                        .guardrail, at: node, "\(pointer)/\(key)",
                        [
                            "stage": "output", "provider": .text("\(key): \(Redaction.redact(name))"),
                            "blocking": true,
                        ])
                }
            }
            for key in ["guardrail", "guardrails"] {
                guard let argument = call?[key], argument.text != "None" else { continue }
                python?.add(
                    .guardrail, line: Position(line: argument.line, column: 1), "\(key)=",
                    [
                        "stage": "output", "provider": .text("\(key): \(Redaction.redact(argument.text))"),
                        "blocking": true,
                    ])
            }
            for (index, tool) in (entry.value["tools"]?.elements ?? []).enumerated() {
                guard let name = tool.string else { continue }
                scribe.tool(
                    name, actor: Redaction.redact(entry.value["agent"]?.string ?? entry.key),
                    effect: CrewTools.effect(name), approval: "never", at: tool, "\(pointer)/tools/\(index)")
            }
            for key in ["description", "expected_output"] {
                guard let node = entry.value[key] else { continue }
                scribe.instruction("\(entry.key).\(key)", node, "\(pointer)/\(key)")
            }
        }
    }

    /// Records the missing gate of a task that writes files, by its output or by what it is told.
    ///
    /// `human_input` asks for feedback on a result: before the `output_file` is written, and after every tool has run.
    private func recordWriting(_ entry: Member, isReviewed: Bool?, _ scribe: inout Scribe) {
        let place = "/\(Node.escape(entry.key))"
        if let file = entry.value["output_file"] {
            let isAsked = isReviewed ?? entry.value["human_input"]?.boolean ?? false
            guard !isAsked else { return }
            return scribe.add(.approval, at: file, place + "/output_file", ["covers": "write", "mode": "never"])
        }
        guard !hooksTools else { return }
        let text = (entry.value["description"]?.string ?? "").lowercased()
        let words = Set(text.split { !$0.isLetter && $0 != "_" })
        guard !words.isDisjoint(with: ["write", "save", "overwrite"]),
            !words.isDisjoint(with: ["file", "files", "filesystem"])
        else { return }
        scribe.add(.approval, at: entry.value, place, ["covers": "write", "mode": "never"])
    }

    /// Whether the Python looks at calls of tools before they run: a person may be asked there.
    ///
    /// <https://docs.crewai.com/en/learn/tool-hooks>
    private var hooksTools: Bool {
        code?.lines.contains { $0.contains("before_tool_call") || $0.contains("PRE_TOOL_CALL") } == true
    }

    /// Records what `crew.py` says of the crew as a whole.
    ///
    /// <https://docs.crewai.com/en/concepts/crews#crew-attributes>
    func recordCode(_ scribe: inout Scribe) {
        guard let code else { return }
        for call in PythonCalls.find(["Crew"], in: code.lines) {
            let at = { (key: String) in Position(line: call[key]?.line ?? call.line, column: 1) }
            let memory = call["memory"]
            if memory == nil || memory?.boolean != nil {
                scribe.add(
                    .memory, line: at("memory"), "memory=",
                    [
                        "actor": "main", "kind": "vector", "enabled": .boolean(memory?.boolean == true),
                        "scope": "project", "writable_by": "agent",
                    ])
            }
            if let process = call["process"], process.text.hasSuffix("hierarchical") {
                scribe.add(
                    .delegation, line: at("process"), "process=",
                    ["peer": "the agents of the crew, by a manager", "transport": "in-process"])
            }
            if let model = call["manager_llm"]?.string {
                scribe.add(
                    .model, line: at("manager_llm"), "manager_llm=",
                    [
                        "actor": "manager", "provider": Value(ModelName.provider(model)), "name": .text(model),
                        "pinned": ModelName.pinned(model),
                        "parameters_billion": ModelName.size(model),
                    ])
            }
            if let rate = call["max_rpm"]?.number {
                scribe.add(
                    .budget, line: at("max_rpm"), "max_rpm=",
                    ["actor": "main", "kind": "rate", "value": .real(rate), "unit": "requests/minute"])
            }
            if let log = call["output_log_file"], log.text != "None", log.boolean != false {
                scribe.add(
                    .telemetry, line: at("output_log_file"), "output_log_file=",
                    [
                        "kind": "log", "enabled": true, "destination": "local", "remote": false,
                        "captures_actions": true,
                    ])
            }
            if let tracing = call["tracing"]?.boolean {
                scribe.add(
                    .telemetry, line: at("tracing"), "tracing=",
                    [
                        "kind": "trace", "enabled": .boolean(tracing), "destination": "CrewAI", "remote": true,
                        "tls": true, "captures_actions": true, "captures_prompts": true,
                    ])
            }
            for key in ["share_crew", "planning"] {
                guard let argument = call[key], let value = argument.boolean else { continue }
                scribe.add(
                    .setting, line: at(key), "\(key)=",
                    [
                        "level": "project", "key": .text("Crew.\(key)"), "type": "boolean",
                        "value": .text(String(value)), "status": "in-force",
                    ])
            }
        }
    }
}
