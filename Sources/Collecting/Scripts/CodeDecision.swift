/// Finds where a hook answers the question of permission in the person's place.
///
/// <https://code.claude.com/docs/en/hooks#pretooluse-decision-control>
enum CodeDecision {
    private static let answers = ["permissionDecision": "allow", "decision": "approve", "behavior": "allow"]

    /// The lines at which it says yes.
    static func approvals(in tokens: [CodeToken]) -> [Int] {
        var lines: [Int] = []
        var open: Set<String> = []
        for (index, token) in tokens.enumerated() where token.kind != .mark {
            if token.kind == .string, approves(json: token.text) { lines.append(token.line) }
            let key = token.kind == .name ? String(token.text.split(separator: ".").last ?? "") : token.text
            guard let yes = answers[key] else { continue }
            // `"key": value`, `key = value`, `it["key"] = value`
            let rest = tokens[(index + 1)...].drop { $0.isMark("]") }
            guard let sign = rest.first, sign.isMark(":") || sign.isMark("="), let value = rest.dropFirst().first else {
                continue
            }
            if value.kind == .string, value.text == yes { lines.append(value.line) }
            if value.kind == .name { open.insert(yes) }
        }
        // The answer is a name: what is handed over or assigned under it counts.
        for (index, token) in tokens.enumerated() where token.kind == .string && open.contains(token.text) {
            guard index > 0 else { continue }
            let before = tokens[index - 1]
            // The last of `no ? "deny" : "allow"`.
            let isElse = before.isMark(":") && index > 2 && tokens[index - 3].isMark("?")
            let isGiven =
                isElse || ["(", "=", "?"].contains(where: before.isMark) || ["return", "else"].contains(before.text)
            if isGiven, !isCompared(tokens, index) { lines.append(token.line) }
        }
        return Set(lines).sorted()
    }

    /// A list of words after `in`, or a comparison, gives no answer.
    private static func isCompared(_ tokens: [CodeToken], _ index: Int) -> Bool {
        guard index > 1, tokens[index - 1].isMark("(") else { return false }
        let caller = tokens[index - 2]
        return caller.kind != .name
            || ["in", ".includes", ".startswith", ".get", "if", "and", "or"].contains(caller.text)
            || caller.text.hasSuffix(".get") || caller.text.hasSuffix(".includes")
    }

    private static func approves(json text: String) -> Bool {
        let plain = text.filter { !$0.isWhitespace && $0 != "\\" }
        return answers.contains { plain.contains("\"\($0.key)\":\"\($0.value)\"") }
    }
}
