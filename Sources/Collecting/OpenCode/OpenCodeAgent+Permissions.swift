internal import Compliance
internal import Documents

extension OpenCodeAgent {
    /// What a permission of opencode is about.
    static func capability(of key: String) -> String {
        switch key {
        case "bash": "shell"
        case "edit", "write", "patch", "multiedit": "write"
        case "read", "glob", "grep", "list": "read"
        case "webfetch": "network"
        case "websearch", "codesearch": "search"
        case "task": "agent"
        default: "tool"
        }
    }

    /// The permissions that a rule for all of them is about.
    private static let all = ["bash", "edit", "read", "webfetch", "task"]

    private func isServers(_ key: String) -> Bool {
        stack.layers.contains { $0.root["mcp"]?.members.contains { key.hasPrefix($0.key + "_") } == true }
    }

    /// Records the rules that are written and the defaults that stand.
    func recordPermissions(into recorder: inout Recorder) {
        record(rules, actor: "main", from: 0, into: &recorder)
    }

    /// Records rules, those before `start` left out; of a rule for everything one row for each capability.
    func record(_ rules: OpenCodeRules, actor: String, from start: Int, into recorder: inout Recorder) {
        for (index, rule) in rules.rules.enumerated() where index >= start {
            guard OpenCodeRules.actions.contains(rule.action) else { continue }
            let isAll = rule.key == "*"
            for key in isAll ? Self.all : [rule.key] {
                let shadow = rules.shadow(of: index, key: key)
                // Defaults, and rules for all, are recorded where they still say something.
                if shadow != nil, isAll || rule.place == nil { continue }
                if rule.place == nil, Self.capability(of: key) == "tool" { continue }
                record(rule, key, shadow: shadow, actor: actor, into: &recorder)
            }
        }
    }

    private func record(
        _ rule: OpenCodeRules.Rule, _ key: String, shadow: OpenCodeRules.Rule?, actor: String,
        into recorder: inout Recorder
    ) {
        let capability = isServers(key) ? "mcp" : Self.capability(of: key)
        let isNamed = ["mcp", "tool"].contains(capability)
        let target = isNamed && rule.pattern == "*" ? key : rule.pattern
        let isOpen = target.contains("*") || target.contains("?")
        let breadth = rule.pattern == "*" && !isNamed ? "any" : isOpen ? "pattern" : "exact"
        let written = rule.place == nil ? "\(key): \(rule.pattern) (default)" : "\(rule.key): \(rule.pattern)"
        // The same answer later on leaves the rule without effect, but does no harm to what it meant.
        let isLost = shadow.map { $0.action != rule.action } ?? false
        let columns: [String: Value] = [
            "actor": .text(actor), "effect": .text(rule.action), "capability": .text(capability),
            "target": .text(target), "breadth": .text(breadth),
            "hazard": .text(Self.hazard(capability, rule.pattern)), "rule": .text(written),
            "level": .text(rule.place?.layer.level ?? "default"), "effective": .boolean(!isLost),
            "reason": isLost ? .text("\(shadow?.key ?? ""): \(shadow?.pattern ?? "") comes later and decides") : .null,
        ]
        if let place = rule.place {
            recorder.record(
                .permission, columns, for: id, in: place.layer.file, at: place.position,
                pointer: Node.pointer(place.path))
        } else {
            stack.record(.permission, at: ["permission"], columns, into: &recorder)
        }
    }

    private static func hazard(_ capability: String, _ pattern: String) -> String {
        switch capability {
        case "shell":
            pattern == "*"
                ? "arbitrary-code" : ShellHazard.of(pattern.replacing("?", with: "*")).rawValue
        case "write": "write"
        case "read": SecretPath.isSecret(pattern) || pattern.hasSuffix(".env") ? "secrets" : "read"
        case "network": pattern.hasPrefix("*") ? "network" : "none"
        case "agent": "none"
        default: "none"
        }
    }

    /// When a person is asked: never, on-risk (some calls run unasked, or are decided by pattern), or always.
    static func gate(_ rules: OpenCodeRules, _ key: String) -> String? {
        switch rules.decision(key)?.action {
        case "allow": rules.hasExceptions(key, "ask") ? "on-risk" : "never"
        case "ask": rules.hasExceptions(key, "allow") ? "on-risk" : "always"
        case "deny": rules.hasExceptions(key, "allow") ? "never" : "always"
        default: nil
        }
    }

    private static let tools: [(name: String, key: String, effect: String)] = [
        ("bash", "bash", "execute"), ("edit", "edit", "write"), ("write", "edit", "write"), ("read", "read", "read"),
        ("webfetch", "webfetch", "network"), ("task", "task", "execute"),
    ]

    /// Records gates and tools of the agent itself.
    func recordGates(into recorder: inout Recorder) {
        let rules = rules
        for (covers, key) in [("shell", "bash"), ("write", "edit"), ("network", "webfetch")] {
            guard let gate = Self.gate(rules, key) else { continue }
            // `--auto` answers every question with yes; what is denied stays denied.
            let isDenied = rules.decision(key)?.action == "deny" && !rules.hasExceptions(key, "ask")
            record(
                .approval, rules.decision(key),
                ["covers": .text(covers), "mode": .text(gate), "bypassable": .boolean(!isDenied)], &recorder)
        }
        recordTools(rules, actor: "main", into: &recorder)
        for member in files(.tool) {
            let name = String(member.file.path.name.prefix { $0 != "." })
            guard rules.decision(name)?.action != "deny" else { continue }
            recorder.record(
                .tool,
                [
                    "actor": "main", "name": .text(name), "origin": "built-in", "effect": "execute",
                    "approval": Value(Self.gate(rules, name)),
                ], for: id, in: member.file, at: Position(line: 1, column: 1), pointer: "")
        }
    }

    /// Records the tools that rules leave to an actor.
    func recordTools(_ rules: OpenCodeRules, actor: String, into recorder: inout Recorder) {
        for tool in Self.tools {
            let decision = rules.decision(tool.key)
            if decision?.action == "deny", !rules.hasExceptions(tool.key, "allow"),
                !rules.hasExceptions(tool.key, "ask")
            {
                continue
            }
            record(
                .tool, decision,
                [
                    "actor": .text(actor), "name": .text(tool.name), "origin": "built-in",
                    "effect": .text(tool.effect), "approval": Value(Self.gate(rules, tool.key)),
                ], &recorder)
        }
    }

    private func record(
        _ table: Table, _ rule: OpenCodeRules.Rule?, _ columns: [String: Value], _ recorder: inout Recorder
    ) {
        guard let place = rule?.place else { return stack.record(table, at: ["permission"], columns, into: &recorder) }
        recorder.record(
            table, columns, for: id, in: place.layer.file, at: place.position, pointer: Node.pointer(place.path))
    }
}
