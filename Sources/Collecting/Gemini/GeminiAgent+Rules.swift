internal import Compliance
internal import Documents

extension GeminiAgent {
    /// Every rule of policy files and settings, those that do not hold included.
    ///
    /// Lists in settings weigh as rules of the user's tier: `mcp.excluded` 4.9, `tools.exclude` 4.4, `tools.allowed`
    /// 4.3, a server's `trust` 4.2, `mcp.allowed` 4.1 (packages/core/src/policy/config.ts).
    var rules: [GeminiRule] {
        var rules: [GeminiRule] = []
        let lists: [(path: [String], effect: String, priority: Double, isServer: Bool)] = [
            (["mcp", "excluded"], "deny", 4.9, true), (["tools", "exclude"], "deny", 4.4, false),
            (["tools", "allowed"], "allow", 4.3, false), (["mcp", "allowed"], "allow", 4.1, true),
            (["tools", "confirmationRequired"], "ask", 4.99, false),
        ]
        for list in lists {
            let all = stack.all(list.path)
            for found in list.path[1] == "exclude" ? all : Array(all.prefix(1)) {
                for (index, entry) in found.node.elements.enumerated() {
                    guard let text = entry.string else { continue }
                    let named =
                        list.isServer
                        ? (tool: text == "*" ? "mcp_*" : "mcp_\(text)_*", prefix: nil) : GeminiRule.parse(text)
                    rules.append(
                        GeminiRule(
                            tool: named.tool, prefix: named.prefix, effect: list.effect, priority: list.priority,
                            text: text, level: found.layer.level, file: found.layer.file, position: entry.position,
                            pointer: "\(found.pointer)/\(index)"))
                }
            }
        }
        return rules + agent.files(.policy).flatMap(policies)
    }

    /// The rules of one policy file.
    ///
    /// <https://geminicli.com/docs/reference/policy-engine#toml-rule-schema>
    private func policies(_ member: Member) -> [GeminiRule] {
        let isExtension = member.file.path.components.contains("extensions")
        let tier: Double = isExtension ? 2 : ["managed": 5, "user": 4][member.level] ?? 3
        var said: Set<Bool> = []
        return (member.root?["rule"]?.elements ?? []).enumerated().flatMap { index, rule -> [GeminiRule] in
            let effects = ["allow": "allow", "deny": "deny", "ask_user": "ask"]
            guard let decision = rule["decision"]?.string, let effect = effects[decision] else { return [] }
            let modes = rule["modes"].map(Self.texts) ?? []
            let prefixes = Self.places(rule["commandPrefix"])
            let regex = rule["commandRegex"]?.string ?? rule["argsPattern"]?.string
            let isShell = !prefixes.isEmpty || rule["commandRegex"] != nil
            var tools = Self.places(rule["toolName"])
            if tools.isEmpty { tools = [(isShell ? "run_shell_command" : "*", nil)] }
            if let server = rule["mcpName"]?.string { tools = tools.map { ("mcp_\(server)_\($0.0)", $0.1) } }
            let isOfTools = prefixes.isEmpty && tools.count > 1
            let reason = reason(member, effect, modes, isExtension: isExtension, &said)
            let bounds = Self.bounds(prefixes, regex)
            var found: [GeminiRule] = []
            for (number, (tool, place)) in tools.enumerated() {
                for (position, (bound, line)) in bounds.enumerated() {
                    // Of several prefixes or tools each is a grant of its own.
                    let entry =
                        line != nil && bounds.count > 1
                        ? "/commandPrefix/\(position)" : isOfTools ? "/toolName/\(number)" : ""
                    let words = [tool, prefixes.isEmpty ? regex : bound].compactMap(\.self)
                    found.append(
                        GeminiRule(
                            tool: tool, prefix: bound, isBound: regex != nil, effect: effect,
                            priority: tier + (rule["priority"]?.number ?? 0) / 1000, modes: modes,
                            actor: rule["subagent"]?.string ?? "main",
                            text: "\(decision): \(words.joined(separator: " "))", level: member.level,
                            reason: reason, file: member.file, position: line ?? place ?? rule.position,
                            pointer: "/rule/\(index)\(entry)"))
                }
            }
            return found
        }
    }

    /// Why a rule does not hold; what no rule of a file does is said at its first.
    private func reason(
        _ member: Member, _ effect: String, _ modes: [String], isExtension: Bool, _ said: inout Set<Bool>
    ) -> String? {
        if member.level == "project" {
            return said.insert(effect == "deny").inserted
                ? "policies of a project are not read (google-gemini/gemini-cli#18186), so no rule of this file holds"
                : "policies of a project are not read: see the first rule of the file"
        }
        if member.level == "template", !isTemplate { return "it holds only when --policy loads the file" }
        if isExtension && effect == "allow" { return "an extension may not allow" }
        return modes == ["yolo"] ? "it holds in yolo mode only" : nil
    }

    private static func bounds(_ prefixes: [(String, Position?)], _ regex: String?) -> [(String?, Position?)] {
        prefixes.isEmpty ? [(regex.map { "/\($0)/*" }, nil)] : prefixes.map { (Optional($0.0), $0.1) }
    }

    /// A text, or a list of texts, each with its place; a text alone stands where its rule does.
    private static func places(_ node: Node?) -> [(String, Position?)] {
        guard let node else { return [] }
        if let text = node.string { return [(text, nil)] }
        return node.elements.compactMap { element in element.string.map { ($0, element.position) } }
    }

    /// A text, or a list of texts.
    static func texts(_ node: Node) -> [String] { node.string.map { [$0] } ?? node.elements.compactMap(\.string) }

    /// Records the rules; one that a stronger rule decides beforehand is not effective.
    func recordRules(into recorder: inout Recorder) {
        for member in agent.files(.policy) where member.root == nil {
            recorder.refuse(member.file, for: id, tables: [.permission, .tool, .approval])
        }
        let rules = rules
        // Hostile lists: a rule that is not held against all others stays effective, which credits nothing.
        let strong = Array(rules.filter { $0.reason == nil }.prefix(500))
        for rule in rules {
            let winner = strong.first { $0.priority > rule.priority && $0.effect != rule.effect && $0.covers(rule) }
            var written = rule.written
            if written.reason == nil, let winner {
                written.reason = "\(winner.effect) of \(Redaction.redact(winner.text)) comes first"
            }
            scribe.permission(written, into: &recorder)
        }
    }
}
