internal import Documents

/// Permission rules in the order in which opencode looks at them: the last that matches decides.
///
/// <https://opencode.ai/docs/permissions>
struct OpenCodeRules {
    struct Rule {
        /// Permission or tool, perhaps with stars.
        let key: String
        let pattern: String
        /// allow, ask or deny; another text is none that opencode knows.
        let action: String
        /// Where it stands; nil for what opencode does by itself.
        var place: (layer: SettingsLayer, path: [String], position: Position)?
    }

    private(set) var rules: [Rule]

    /// Most is allowed; files of the environment, folders outside, and repetition ask.
    static let usual = OpenCodeRules(rules: [
        Rule(key: "*", pattern: "*", action: "allow"), Rule(key: "doom_loop", pattern: "*", action: "ask"),
        Rule(key: "external_directory", pattern: "*", action: "ask"),
        Rule(key: "read", pattern: "*.env", action: "ask"), Rule(key: "read", pattern: "*.env.*", action: "ask"),
        Rule(key: "read", pattern: "*.env.example", action: "allow"),
    ])

    private init(rules: [Rule]) { self.rules = rules }

    /// The rules with those of files after them; the files come lowest first and are merged key by key.
    func adding(_ layers: [SettingsLayer], at path: [String]) -> OpenCodeRules {
        var merged: [Rule] = []
        for layer in layers {
            for rule in Self.rules(of: layer, at: path) {
                // A key that is there keeps its rank and takes the new value.
                if let index = merged.firstIndex(where: { $0.key == rule.key && $0.pattern == rule.pattern }) {
                    merged[index] = rule
                } else if rule.pattern == "*", rule.place?.path.count == path.count + 2,
                    let index = merged.firstIndex(where: { $0.key == rule.key })
                {
                    merged[index] = rule
                    merged = merged.enumerated().filter { $0.offset == index || $0.element.key != rule.key }
                        .map(\.element)
                } else {
                    merged.append(rule)
                }
            }
        }
        return OpenCodeRules(rules: rules + merged)
    }

    /// The rules of one file: the older `tools` switches first, which `permission` overrides.
    private static func rules(of layer: SettingsLayer, at path: [String]) -> [Rule] {
        var found: [Rule] = []
        for tool in layer.root.at(path + ["tools"])?.members ?? [] {
            guard let isOn = tool.value.boolean else { continue }
            let key = ["write", "edit", "patch", "multiedit"].contains(tool.key) ? "edit" : tool.key
            found.append(
                Rule(
                    key: key, pattern: "*", action: isOn ? "allow" : "deny",
                    place: (layer, path + ["tools", tool.key], tool.keyPosition)))
        }
        let place = path + ["permission"]
        guard let node = layer.root.at(place) else { return found }
        if let action = node.string {
            return found + [Rule(key: "*", pattern: "*", action: action, place: (layer, place, node.position))]
        }
        for member in node.members {
            if let action = member.value.string {
                found.append(
                    Rule(
                        key: member.key, pattern: "*", action: action,
                        place: (layer, place + [member.key], member.keyPosition)))
            }
            for rule in member.value.members {
                guard let action = rule.value.string else { continue }
                found.append(
                    Rule(
                        key: member.key, pattern: rule.key, action: action,
                        place: (layer, place + [member.key, rule.key], rule.keyPosition)))
            }
        }
        return found
    }

    static let actions: Set<String> = ["allow", "ask", "deny"]

    /// The rule that decides over everything of a permission.
    func decision(_ key: String) -> Rule? {
        rules.last {
            Wildcard.matches($0.key, key) && Wildcard.covers($0.pattern, "*") && Self.actions.contains($0.action)
        }
    }

    /// Whether some call of the permission is decided otherwise than the whole of it.
    func hasExceptions(_ key: String, _ action: String) -> Bool {
        guard let base = rules.lastIndex(where: { Wildcard.matches($0.key, key) && Wildcard.covers($0.pattern, "*") })
        else { return false }
        return rules[(base + 1)...].contains { Wildcard.matches($0.key, key) && $0.action == action }
    }

    /// The later rule that decides whatever a rule would decide; nil when the rule has its say.
    func shadow(of index: Int, key: String) -> Rule? {
        let rule = rules[index]
        return rules[(index + 1)...].last {
            Wildcard.covers($0.key, key) && Wildcard.covers($0.pattern, rule.pattern)
                && Self.actions.contains($0.action)
        }
    }
}
