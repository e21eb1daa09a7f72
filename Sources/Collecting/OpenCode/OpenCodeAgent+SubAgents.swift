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
        for (name, path) in otherAgents { record(agent: name, at: path, into: &recorder) }
        for member in files(.agent) {
            guard let root = member.file.document?.root else { continue }
            record(file: member, root, into: &recorder)
        }
    }

    /// The agents of settings beside the one that answers first, each with the place of its key.
    private var otherAgents: [(name: String, path: [String])] {
        var names: Set<String> = [primary]
        return stack.layers.flatMap { layer in
            ["agent", "mode"].flatMap { key in
                (layer.root[key]?.members ?? []).compactMap {
                    names.insert($0.key).inserted ? ($0.key, [key, $0.key]) : nil
                }
            }
        }
    }

    /// What holds before an agent says anything of its own.
    private var base: OpenCodeRules { OpenCodeRules.usual.adding(stack.layers.reversed(), at: []) }

    /// The rules of the main agent, of every other agent that settings name, and of those of files.
    var rulesOfActors: [OpenCodeRules] {
        let base = base
        let settled = otherAgents.filter { stack.value($0.path + ["disable"])?.node.boolean != true }
        let written = files(.agent).compactMap { member in
            member.file.document.map { SettingsLayer(file: member.file, root: $0.root, level: member.role.level) }
        }
        return [rules] + settled.map { base.adding(stack.layers.reversed(), at: $0.path) }
            + written.filter { $0.root["disable"]?.boolean != true }.map { base.adding([$0], at: []) }
    }

    /// Records the tools of an agent; one that says nothing of tools has those of the main agent.
    private func recordTools(
        _ own: OpenCodeRules, _ base: OpenCodeRules, of name: String, at place: (SourceFile, Position?, String),
        into recorder: inout Recorder
    ) {
        guard own.rules.count == base.rules.count else { return recordTools(own, actor: name, into: &recorder) }
        recorder.record(
            .tool, ["actor": .text(name), "name": "*", "origin": "inherited", "effect": "execute"], for: id,
            in: place.0, at: place.1, pointer: place.2)
    }

    private func record(agent name: String, at path: [String], into recorder: inout Recorder) {
        guard stack.value(path + ["disable"])?.node.boolean != true else { return }
        let purpose = stack.value(path + ["description"])?.node.string
        let base = base
        let own = base.adding(stack.layers.reversed(), at: path)
        // A primary agent is one that the user chooses, and that no other agent calls.
        if stack.value(path + ["mode"])?.node.string == "primary" {
            recordTools(own, actor: name, into: &recorder)
        } else {
            stack.record(
                .agent, at: path,
                [
                    "name": .text(name), "product": "opencode", "kind": "sub-agent",
                    "level": .text(stack.value(path)?.layer.level ?? "project"), "plans": true,
                    "purpose": Value(purpose.map { Redaction.redact($0) }),
                ], into: &recorder)
            stack.record(.delegation, at: path, ["peer": .text(name), "transport": "in-process"], into: &recorder)
            let found = stack.value(path)
            recordTools(
                own, base, of: name,
                at: (found?.layer.file ?? members[0].file, found?.layer.root.position(of: path), Node.pointer(path)),
                into: &recorder)
        }
        record(own, actor: name, from: base.rules.count, into: &recorder)
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
        let isPrimary = name == primary || root["mode"]?.string == "primary"
        if !isPrimary {
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
        let base = base
        let own = base.adding([layer], at: [])
        record(own, actor: name == primary ? "main" : name, from: base.rules.count, into: &recorder)
        if !isPrimary {
            recordTools(own, base, of: name, at: (member.file, place, "/description"), into: &recorder)
        } else if name != primary {
            recordTools(own, actor: name, into: &recorder)
        }
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
