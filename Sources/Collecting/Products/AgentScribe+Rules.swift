internal import Compliance
internal import Documents

/// One rule of what an agent may do, with its place.
struct WrittenRule {
    var actor = "main"
    /// allow, ask or deny.
    let effect: String
    /// In the words of the column `permission.capability`.
    let capability: String
    /// What it names; `*` for all.
    let target: String
    /// The rule as it is written.
    let text: String
    let level: String
    /// Why the product does not act on it; nil when it does.
    var reason: String?
    let file: SourceFile
    let position: Position
    let pointer: String

    var breadth: String {
        if let commands {
            return commands.contains("*") ? "any" : commands.allSatisfy { !$0.contains("*") } ? "exact" : "pattern"
        }
        return ["*", "**", "**/*"].contains(target) ? "any" : target.contains("*") || isPrefix ? "pattern" : "exact"
    }

    /// Whether the target is the beginning of what it covers.
    var isPrefix = false

    /// Whether the product opens files of the working folder alone, whatever the rule says.
    var staysInFolder = false

    /// For a pattern that is no text: the commands that it covers.
    var commands: [String]?

    /// The worst it covers, in the words of the column `permission.hazard`.
    var hazard: String {
        switch capability {
        case "any": return "arbitrary-code"
        case "shell":
            if let commands { return CommandPattern.hazard(commands) }
            if breadth == "any" { return "arbitrary-code" }
            return ShellHazard.of(isPrefix && !target.hasSuffix("*") ? target + " *" : target).rawValue
        case "network": return breadth == "any" || target.hasPrefix("*") ? "network" : "none"
        case "write": return "write"
        // Without a path the rule reaches every file of the user, keys included.
        case "read":
            return breadth == "any" && !staysInFolder || SecretPath.isSecret(target) ? "secrets" : "read"
        default: return "none"
        }
    }
}

extension WrittenRule {
    /// Records the rule for an agent.
    func record(for agent: AgentID, into recorder: inout Recorder) {
        recorder.record(
            .permission,
            [
                "actor": .text(actor), "effect": .text(effect), "capability": .text(capability),
                "target": .text(Redaction.redact(target)), "breadth": .text(breadth),
                "hazard": .text(hazard), "rule": .text(Redaction.redact(text)), "level": .text(level),
                "effective": .boolean(reason == nil), "reason": Value(reason),
            ], for: agent, in: file, at: position, pointer: pointer)
    }
}

extension AgentScribe {
    /// Records a rule.
    func permission(_ rule: WrittenRule, into recorder: inout Recorder) { rule.record(for: id, into: &recorder) }

    /// Records code that runs on an event; with a stage at which it can stop something, it is a guardrail too.
    func hook(
        _ entry: HookEntry, stage: String?, blocking: Bool = true, in file: SourceFile, at position: Position,
        pointer: String, into recorder: inout Recorder
    ) {
        let text = HookText(entry.kind == "command" ? entry.command : "")
        let isSeen = text.effect != "none" || (text.scripts.isEmpty && text.isWhole)
        let command = Redaction.redact(entry.command)
        recorder.record(
            .hook,
            [
                "event": .text(entry.event), "matcher": Value(entry.matcher), "kind": .text(entry.kind),
                "command": .text(command), "effect": isSeen ? .text(text.effect) : .null,
                "location": Value(text.location), "pinned": Value(text.isPinned),
                "timeout_seconds": entry.timeout.map(Value.real) ?? .null, "level": .text(entry.level),
                "effective": .boolean(entry.isEffective),
            ], for: id, in: file, at: position, pointer: pointer)
        guard let stage, entry.isEffective else { return }
        recorder.record(
            .guardrail,
            [
                "stage": .text(stage), "provider": .text("hook: \(command)"), "blocking": .boolean(blocking),
                "pinned": Value(text.isPinned),
            ], for: id, in: file, at: position, pointer: pointer)
    }
}
