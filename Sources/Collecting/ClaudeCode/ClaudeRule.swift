internal import Documents

/// A permission rule with the place where it stands, and whether the product acts on it.
struct ClaudeRule {
    let text: String
    let effect: String
    let rule: PermissionRule
    let node: Node
    let file: ClaudeSettings
    let pointer: String
    /// Why the rule is not effective; nil when it is.
    let reason: String?

    /// All rules of the settings: deny before ask before allow, whatever is more specific.
    ///
    /// <https://code.claude.com/docs/en/permissions#manage-permissions>
    static func all(in settings: ClaudeSettingsStack) -> [ClaudeRule] {
        let onlyManaged = settings.value("allowManagedPermissionRulesOnly")?.node.boolean == true
        var rules: [ClaudeRule] = []
        for effect in ["deny", "ask", "allow"] {
            let first = rules.filter { $0.reason == nil }
            for (node, file, index) in settings.elements("permissions", effect) {
                guard let text = node.string else { continue }
                let rule = PermissionRule(text, effect: effect)
                let isVoid = onlyManaged && file.level != "managed" && file.level != "template"
                rules.append(
                    ClaudeRule(
                        text: text, effect: effect, rule: rule, node: node, file: file,
                        pointer: "/permissions/\(effect)/\(index)",
                        reason: rule.ignored ?? (isVoid ? ClaudeAgent.managedRulesOnly : nil) ?? shadow(of: rule, first)
                    ))
            }
        }
        return rules
    }

    /// Which rule that comes first leaves nothing of this one.
    static func shadow(of rule: PermissionRule, _ first: [ClaudeRule]) -> String? {
        first.first { $0.rule.covers(rule) }.map { "the \($0.effect) rule `\(Redaction.redact($0.text))` comes first" }
    }
}
