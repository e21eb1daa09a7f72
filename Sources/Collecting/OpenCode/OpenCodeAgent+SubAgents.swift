internal import Compliance
internal import Documents

extension OpenCodeAgent {
    /// Records the other agents: built in, of settings, and of Markdown files.
    ///
    /// <https://opencode.ai/docs/agents>
    func recordSubAgents(into recorder: inout Recorder) {
        if rules.decision("task")?.action != "deny" || rules.hasExceptions("task", "allow") {
            stack.record(
                .delegation, at: ["agent"], ["peer": "built-in sub-agents", "transport": "in-process"],
                into: &recorder)
        }
        var names: [String] = []
        for layer in stack.layers {
            for key in ["agent", "mode"] {
                for agent in layer.root[key]?.members ?? [] where agent.key != primary && !names.contains(agent.key) {
                    names.append(agent.key)
                    record(agent: agent.key, at: [key, agent.key], into: &recorder)
                }
            }
        }
        for member in files(.agent) {
            guard let root = member.file.document?.root else { continue }
            record(file: member, root, into: &recorder)
        }
    }

    private func record(agent name: String, at path: [String], into recorder: inout Recorder) {
        guard stack.value(path + ["disable"])?.node.boolean != true else { return }
        let purpose = stack.value(path + ["description"])?.node.string
        stack.record(
            .agent, at: path,
            [
                "name": .text(name), "product": "opencode", "kind": "sub-agent",
                "level": .text(stack.value(path)?.layer.level ?? "project"), "plans": true,
                "purpose": Value(purpose.map { Redaction.redact($0) }),
            ], into: &recorder)
        stack.record(.delegation, at: path, ["peer": .text(name), "transport": "in-process"], into: &recorder)
        let base = OpenCodeRules.usual.adding(stack.layers.reversed(), at: [])
        let own = base.adding(stack.layers.reversed(), at: path)
        record(own, actor: name, from: base.rules.count, into: &recorder)
        recordTools(own, actor: name, into: &recorder)
        if stack.value(path + ["model"]) != nil { record(model: path + ["model"], actor: name, into: &recorder) }
        if let steps = stack.value(path + ["steps"]) ?? stack.value(path + ["maxSteps"]) {
            stack.record(
                .budget, at: steps.path,
                ["actor": .text(name), "kind": "turns", "value": steps.node.number.map(Value.real) ?? .null],
                into: &recorder)
        }
    }

    /// An agent of a file is called like the file.
    private func record(file member: Member, _ root: Node, into recorder: inout Recorder) {
        guard root["disable"]?.boolean != true else { return }
        let name = String(member.file.path.name.prefix { $0 != "." })
        let layer = SettingsLayer(file: member.file, root: root, level: member.role.level)
        let place = root.place(of: ["description"])
        if name != primary {
            recorder.record(
                .agent,
                [
                    "name": .text(name), "product": "opencode", "kind": "sub-agent", "level": .text(layer.level),
                    "plans": true, "purpose": Value(root["description"]?.string.map { Redaction.redact($0) }),
                ], for: id, in: member.file, at: place, pointer: "/description")
            recorder.record(
                .delegation, ["peer": .text(name), "transport": "in-process"], for: id, in: member.file, at: place,
                pointer: "/description")
        }
        let base = OpenCodeRules.usual.adding(stack.layers.reversed(), at: [])
        let own = base.adding([layer], at: [])
        record(own, actor: name == primary ? "main" : name, from: base.rules.count, into: &recorder)
        if name != primary { recordTools(own, actor: name, into: &recorder) }
        guard let model = root["model"], let text = model.string else { return }
        recorder.record(
            .model,
            [
                "actor": .text(name == primary ? "main" : name), "provider": Value(ModelName.provider(text)),
                "name": .text(text), "pinned": ModelName.pinned(text),
                "parameters_billion": ModelName.size(text),
            ], for: id, in: member.file, at: model.position, pointer: "/model")
    }
}
