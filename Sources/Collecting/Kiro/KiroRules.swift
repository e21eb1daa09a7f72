internal import Compliance
internal import Documents

/// The rules of `permissions.yaml`, which Kiro IDE 1 and Kiro CLI 3 read: deny before ask before allow.
///
/// They are read from the user's folder; those of a workspace lie below `~/.kiro/workspace-roots`, so that no repository
/// can permit itself something.
///
/// <https://kiro.dev/docs/permissions>, <https://kiro.dev/docs/cli/v3/permissions>
struct KiroRules {
    let member: KiroFolder.Member
    let agent: AgentID

    private static let unread =
        "Kiro reads permissions.yaml from the user's folder and from none of a repository: see the first rule of the file"
    private static let first =
        "Kiro reads permissions.yaml from the user's folder and from none of a repository, so no rule of this file holds"

    private static let capabilities: [String: [String]] = [
        "fs_read": ["read"], "fs_write": ["write"], "filesystem": ["read", "write"], "shell": ["shell"],
        "web_fetch": ["network"], "web_search": ["search"], "mcp": ["mcp"], "subagent": ["agent"], "builtin": ["any"],
        "all": ["any"], "*": ["any"],
    ]

    /// Records the rules, those that do not hold included.
    func record(into recorder: inout Recorder) {
        recorder.cover(
            agent, .permission, .partial,
            because: "rules of a workspace and answers of the user lie outside of what was read")
        guard let rules = member.file.document?.root["rules"], rules.isArray else {
            let problem = Diagnostic(.syntax, "rules are a list", at: member.file.document?.root.position)
            let file = member.file.refusal == nil ? member.file.refused(problem) : member.file
            return recorder.refuse(file, for: agent, tables: [.permission])
        }
        // What no rule of a file does is said at its first denial, and at its first rule of another kind.
        var said: Set<Bool> = []
        for (index, rule) in rules.elements.enumerated() {
            guard let effect = rule["effect"]?.string, ["allow", "ask", "deny"].contains(effect),
                let name = rule["capability"]?.string
            else { continue }
            for capability in Self.capabilities[name] ?? ["tool"] {
                for (pattern, node, pointer) in patterns(rule, index) {
                    let isFirst = said.insert(effect == "deny").inserted
                    record(rule, effect, name, capability, pattern, node, pointer, isFirst, &recorder)
                }
            }
        }
    }

    /// What a rule names: without a word about it, everything.
    private func patterns(_ rule: Node, _ index: Int) -> [(String, Node, String)] {
        let listed = (rule["match"]?.elements ?? []).enumerated().compactMap { place, node in
            node.string.map { ($0, node, "/rules/\(index)/match/\(place)") }
        }
        if let one = rule["match"], let text = one.string { return [(text, one, "/rules/\(index)/match")] }
        return listed.isEmpty ? [("*", rule["capability"] ?? rule, "/rules/\(index)/capability")] : listed
    }

    private func record(
        _ rule: Node, _ effect: String, _ name: String, _ capability: String, _ pattern: String, _ node: Node,
        _ pointer: String, _ isFirst: Bool, _ recorder: inout Recorder
    ) {
        let rest = rule["exclude"]?.texts ?? []
        let isWhole = pattern == "*" || pattern == "**"
        let written = WrittenRule(
            effect: effect, capability: capability, target: capability == "tool" && isWhole ? name : pattern,
            text: "\(effect) \(name): \(pattern)" + (rest.isEmpty ? "" : ", all but \(rest.joined(separator: ", "))"),
            level: member.role.level, reason: member.role.level == "user" ? nil : isFirst ? Self.first : Self.unread,
            file: member.file, position: node.position, pointer: pointer)
        written.record(for: agent, into: &recorder)
    }
}
