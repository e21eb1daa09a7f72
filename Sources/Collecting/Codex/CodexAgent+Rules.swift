internal import Compliance
internal import Documents

extension CodexAgent {
    /// A prefix rule with its place and level.
    private struct Prefix {
        let words: [[String]]
        let decision: String
        let level: String
        let file: SourceFile
        let position: Position
        let pointer: String

        var strictness: Int { ["allow": 0, "prompt": 1, "forbidden": 2][decision] ?? 0 }
        var text: String { words.map { $0.joined(separator: "|") }.joined(separator: " ") }

        /// Whether every command that another rule matches is matched by this one.
        func covers(_ other: Prefix) -> Bool {
            words.count <= other.words.count
                && zip(words, other.words).allSatisfy { mine, theirs in theirs.allSatisfy(mine.contains) }
        }

        /// The worst of the commands that it matches; too many alternatives count as anything.
        var hazard: ShellHazard {
            var commands: [[String]] = [[]]
            for alternatives in words {
                guard commands.count * alternatives.count <= 256 else { return .arbitraryCode }
                commands = commands.flatMap { start in alternatives.map { start + [$0] } }
            }
            return commands.map { ShellHazard.of($0 + ["*"]) }.max() ?? .arbitraryCode
        }
    }

    /// Records command rules; of several that match Codex takes the strictest.
    ///
    /// <https://developers.openai.com/codex/rules>
    func recordRules(into recorder: inout Recorder) {
        var prefixes = demandedPrefixes()
        for member in members where member.role.role == .rules {
            guard member.file.refusal == nil else {
                recorder.refuse(member.file, for: id, tables: [.permission])
                continue
            }
            let read = CodexRules(member.file.lines.joined(separator: "\n"))
            // One mistake costs Codex the whole file; what was read of it is not counted on.
            if let problem = read.problem {
                recorder.refuse(member.file.refused(problem), for: id, tables: [.permission])
                continue
            }
            for rule in read.rules {
                prefixes.append(
                    Prefix(
                        words: rule.words, decision: rule.decision, level: member.role.level, file: member.file,
                        position: Position(line: rule.line, column: 1), pointer: ""))
            }
        }
        let active = prefixes.filter { refusal(of: $0.level) == nil }
        // Hostile lists: a rule that is not held against all others stays effective, which credits nothing.
        let strict = Array(active.filter { $0.strictness > 0 }.prefix(2_000))
        for prefix in prefixes {
            let stronger = strict.first { $0.strictness > prefix.strictness && $0.covers(prefix) }
            let reason =
                refusal(of: prefix.level)
                ?? stronger.map { "\($0.decision) of \(Redaction.redact($0.text)) is stricter" }
            let effect = ["allow": "allow", "prompt": "ask", "forbidden": "deny"][prefix.decision] ?? "allow"
            record(
                effect: effect, "shell", target: prefix.text + " *", hazard: prefix.hazard.rawValue,
                rule: "\(prefix.decision): \(prefix.text)", level: prefix.level, reason, in: prefix.file,
                at: prefix.position, prefix.pointer, &recorder)
        }
        recordReadDenials(into: &recorder)
    }

    /// Rules that let commands run outside the sandbox without a question.
    ///
    /// <https://developers.openai.com/codex/rules>
    var allowances: Int {
        members.filter { $0.role.role == .rules && $0.file.refusal == nil && refusal(of: $0.role.level) == nil }
            .map { CodexRules($0.file.lines.joined(separator: "\n")) }
            .filter { $0.problem == nil }
            .reduce(0) { count, read in count + read.rules.count { $0.decision == "allow" } }
    }

    private func refusal(of level: String) -> String? { level == "project" ? stack.untrusted : nil }

    /// Rules that administrators add; they can only ask or forbid.
    private func demandedPrefixes() -> [Prefix] {
        stack.requirements.files.flatMap { demand in
            (demand.root[path: ["rules", "prefix_rules"]]?.elements ?? []).enumerated().compactMap { index, rule in
                let words = (rule["pattern"]?.elements ?? []).map { token in
                    token["token"]?.string.map { [$0] } ?? (token["any_of"]?.elements ?? []).compactMap(\.string)
                }
                guard let decision = rule["decision"]?.string, ["prompt", "forbidden"].contains(decision),
                    !words.isEmpty, words.allSatisfy({ !$0.isEmpty })
                else { return nil }
                return Prefix(
                    words: words, decision: decision, level: "managed", file: demand.file, position: rule.position,
                    pointer: "/rules/prefix_rules/\(index)")
            }
        }
    }

    /// Paths that a demand or the chosen permission profile closes.
    private func recordReadDenials(into recorder: inout Recorder) {
        for demand in stack.requirements.files {
            let path = ["permissions", "filesystem", "deny_read"]
            for (index, entry) in (demand.root[path: path]?.elements ?? []).enumerated() {
                guard let text = entry.string else { continue }
                record(
                    effect: "deny", "read", target: text, hazard: SecretPath.isSecret(text) ? "secrets" : "read",
                    rule: "deny_read: \(text)", level: "managed", nil, in: demand.file, at: entry.position,
                    "/permissions/filesystem/deny_read/\(index)", &recorder)
            }
        }
        guard isolation.path == ["default_permissions"], let name = stack.text("default_permissions"),
            let files = stack.table(["permissions", name, "filesystem"])
        else { return }
        for entry in files.node.members {
            guard let mode = entry.value.string, ["none", "deny"].contains(mode) else { continue }
            record(
                effect: "deny", "read", target: entry.key,
                hazard: SecretPath.isSecret(entry.key) ? "secrets" : "read", rule: "\(entry.key) = \(mode)",
                level: files.layer.level, nil, in: files.layer.file, at: entry.keyPosition,
                "\(files.pointer)/\(Node.escape(entry.key))", &recorder)
        }
    }

    private func record(
        effect: String, _ capability: String, target: String, hazard: String, rule: String, level: String,
        _ reason: String?, in file: SourceFile, at position: Position, _ pointer: String, _ recorder: inout Recorder
    ) {
        recorder.record(
            .permission,
            [
                "actor": "main", "effect": .text(effect), "capability": .text(capability),
                "target": .text(Redaction.redact(target)),
                "breadth": target.contains("*") ? "pattern" : "exact", "hazard": .text(hazard),
                "rule": .text(Redaction.redact(rule)), "level": .text(level),
                "effective": .boolean(reason == nil), "reason": Value(reason),
            ], for: id, in: file, at: position, pointer: pointer)
    }
}
