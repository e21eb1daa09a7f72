internal import Compliance
internal import Documents

extension ClaudeAgent {
    static let managedRulesOnly = "allowManagedPermissionRulesOnly admits managed rules only"

    var rulesAreManaged: Bool { settings.value("allowManagedPermissionRulesOnly")?.node.boolean == true }

    /// The rules that the product acts on.
    func rules(_ effect: String) -> [ClaudeRule] { rules.filter { $0.effect == effect && $0.reason == nil } }

    /// Records the rules of the settings.
    func recordPermissions(into recorder: inout Recorder) {
        for rule in rules {
            recorder.record(
                .permission,
                columns(rule.rule, rule.text, actor: "main", effect: rule.effect, level: rule.file.level, rule.reason),
                for: id, in: rule.file.file, at: rule.node.position, pointer: rule.pointer)
            if rule.reason == nil { recordDestination(rule, into: &recorder) }
        }
        guard modes.start == "acceptEdits", let (node, file) = settings.value(ClaudeModes.path) else { return }
        recordEditCommands(
            actor: "main", level: file.level, at: node, in: file.file, pointer: Node.pointer(ClaudeModes.path),
            into: &recorder)
    }

    /// Records what a skill or command allows itself while it runs; its list approves, it does not restrict.
    ///
    /// <https://code.claude.com/docs/en/skills>
    func recordGrants(_ list: Node, actor: String, member: Member, into recorder: inout Recorder) {
        let first = rules("deny") + rules("ask")
        for entry in FrontMatterList.entries(of: list) {
            let rule = PermissionRule(entry.text, effect: "allow")
            recorder.record(
                .permission,
                columns(
                    rule, entry.text, actor: actor, effect: "allow", level: member.role.level,
                    rule.ignored ?? ClaudeRule.shadow(of: rule, first)),
                for: id, in: member.file, at: entry.position, pointer: "/allowed-tools")
        }
    }

    func columns(
        _ rule: PermissionRule, _ text: String, actor: String, effect: String, level: String, _ reason: String?
    ) -> [String: Value] {
        [
            "actor": .text(actor), "effect": .text(effect), "capability": .text(rule.capability),
            "target": .text(Redaction.redact(rule.target)), "breadth": .text(rule.breadth),
            "hazard": .text(rule.hazard),
            "rule": .text(Redaction.redact(text)), "level": .text(level),
            "effective": .boolean(reason == nil), "reason": Value(reason),
        ]
    }

    /// Where WebFetch may connect, and where not.
    private func recordDestination(_ rule: ClaudeRule, into recorder: inout Recorder) {
        guard rule.rule.capability == "network", rule.effect != "ask" else { return }
        recorder.record(
            .egress,
            [
                "destination": .text(rule.rule.target), "breadth": .text(rule.rule.breadth),
                "effect": .text(rule.effect),
                "enforced_by": "permission",
            ], for: id, in: rule.file.file, at: rule.node.position, pointer: rule.pointer)
    }
}
