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

    /// Most pairs of rules that are held against each other.
    private static let comparisons = 1_000_000

    /// All rules of the settings: deny before ask before allow, whatever is more specific.
    ///
    /// <https://code.claude.com/docs/en/permissions#manage-permissions>
    static func all(in settings: ClaudeSettingsStack) -> [ClaudeRule] {
        let onlyManaged = settings.value("allowManagedPermissionRulesOnly")?.node.boolean == true
        var rules: [ClaudeRule] = []
        for effect in ["deny", "ask", "allow"] {
            let elements = settings.elements("permissions", effect)
            // Hostile lists: a rule that is not held against all that come first stays effective, which credits nothing.
            let first = Array(rules.filter { $0.reason == nil }.prefix(max(20, comparisons / max(1, elements.count))))
            for (node, file, index) in elements {
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

extension ClaudeRule {
    /// Whether it names files with secrets to the tools that read.
    var isForSecrets: Bool { rule.capability == "read" && rule.hazard == "secrets" }
}
