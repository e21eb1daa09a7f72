internal import Compliance
internal import Documents

extension ClaudeAgent {
    /// When a person is asked before actions of a kind, the mode, the sandbox and rules without bounds taken together.
    ///
    /// A rule for all of a tool answers every question; an ask rule for all of it puts every question
    /// (<https://code.claude.com/docs/en/permission-modes#actions-no-mode-auto-approves>).
    func gate(_ covers: String) -> (mode: String, rule: ClaudeRule?) {
        let mode = modes.gate(covers)
        let isOpen = { (rule: ClaudeRule) in rule.rule.capability == covers && rule.rule.breadth == "any" }
        guard ["shell", "write", "network", "search"].contains(covers) else { return (mode, nil) }
        let isSandboxed = settings.value("sandbox", "enabled")?.node.boolean == true
        let isFree = isSandboxed && settings.boolean("sandbox", "autoAllowBashIfSandboxed", default: true) != false
        if let ask = rules("ask").first(where: isOpen), !(covers == "shell" && isFree) { return ("always", ask) }
        // What a file says is cited before what the product does by itself.
        if mode == "never", modes.start != nil { return (mode, nil) }
        if let allow = rules("allow").first(where: isOpen) { return ("never", allow) }
        return (covers == "shell" && isFree && mode == "always" ? "on-risk" : mode, nil)
    }

    /// Records the gates, present or not: what no file says is the product's default.
    func recordApprovals(into recorder: inout Recorder) {
        let hasMode = settings.value(ClaudeModes.path) != nil
        let says = hasMode || settings.value(ClaudeModes.bypassLock) != nil
        guard says || kind == .template || (hasDefaults && settings.broken.isEmpty) else { return }
        for covers in ["any", "shell", "write", "network", "mcp"] {
            let (mode, rule) = gate(covers)
            // A template says only what stands in it.
            guard hasDefaults || hasMode || rule != nil || (covers == "any" && says) else { continue }
            let columns: [String: Value] = [
                "covers": .text(covers), "mode": .text(mode), "bypassable": .boolean(!modes.isBypassLocked),
            ]
            if let rule {
                recorder.record(
                    .approval, columns, for: id, in: rule.file.file, at: rule.node.position, pointer: rule.pointer)
            } else {
                // What stands before any action is decided by who may leave it.
                let isLock = covers == "any" && mode != "never"
                recordGate(columns, at: isLock ? ClaudeModes.bypassLock : modes.source, into: &recorder)
            }
        }
    }

    /// Records a gate at the setting that decides it; what no file says has no line.
    private func recordGate(_ columns: [String: Value], at path: [String], into recorder: inout Recorder) {
        guard settings.value(path) == nil else { return record(.approval, at: path, columns, into: &recorder) }
        recorder.record(
            .approval, columns, for: id, in: settings.place(path).file, at: nil,
            pointer: Node.pointer(path))
    }

    /// Records the commands that `acceptEdits` lets run unasked; what deletes cannot be brought back where Git does not
    /// know it.
    func recordEditCommands(
        actor: String, level: String, at node: Node, in file: SourceFile, pointer: String, into recorder: inout Recorder
    ) {
        let first = rules("deny") + rules("ask")
        for command in ClaudeModes.editCommands {
            let rule = PermissionRule("Bash(\(command) *)", effect: "allow")
            var columns = columns(
                rule, "acceptEdits", actor: actor, effect: "allow", level: level, ClaudeRule.shadow(of: rule, first))
            columns["hazard"] = command.hasPrefix("rm") ? "destructive" : "write"
            recorder.record(.permission, columns, for: id, in: file, at: node.position, pointer: pointer)
        }
    }

    /// Records the tools that the agent itself has; a rule that denies all of a tool takes it away.
    ///
    /// <https://code.claude.com/docs/en/tools-reference>
    func recordTools(into recorder: inout Recorder) {
        guard hasDefaults else { return }
        let tools = [
            ("Bash", "execute", "shell"), ("Read", "read", ""), ("Edit", "write", "write"), ("Write", "write", "write"),
            ("WebFetch", "network", "network"), ("WebSearch", "network", "search"), ("Agent", "execute", ""),
        ]
        let denied = rules("deny").map(\.rule)
        for (name, effect, covers) in tools {
            let tool = PermissionRule(name, effect: "allow")
            guard !denied.contains(where: { $0.covers(tool) && ($0.tool == name || $0.tool == "*") }) else { continue }
            record(
                .tool, at: ["permissions"],
                [
                    "actor": "main", "name": .text(name), "origin": "built-in", "effect": .text(effect),
                    "approval": .text(covers.isEmpty ? "never" : gate(covers).mode),
                ], into: &recorder)
        }
    }

    /// Records the folders beyond its own that it may read and write.
    func recordFolders(into recorder: inout Recorder) {
        for (node, file, index) in settings.elements("permissions", "additionalDirectories") {
            guard let path = node.string else { continue }
            recorder.record(
                .dataSource, ["kind": "folder", "name": .text(Redaction.redact(path)), "write_access": true], for: id,
                in: file.file, at: node.position, pointer: "/permissions/additionalDirectories/\(index)")
        }
    }
}
