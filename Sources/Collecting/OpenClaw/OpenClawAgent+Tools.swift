internal import Compliance
internal import Documents

extension OpenClawAgent {
    /// The lists that bound its tools, each level by itself: all must let a tool through.
    private var levels: [[String]] { [["tools"]] + (entry.path.map { [$0 + ["tools"]] } ?? []) }

    private func list(_ path: [String]) -> [String] { stack.value(path)?.node.texts ?? [] }

    /// Whether profile and lists leave a tool to the agent: a denial wins.
    func isPermitted(_ name: String) -> Bool {
        guard let tool = OpenClawTools.all.first(where: { $0.name == name }) else { return false }
        func names(_ entries: [String]) -> Bool { entries.contains { OpenClawTools.matches($0, tool) } }
        let more = list(self.tool("alsoAllow"))
        if let profile = OpenClawTools.profile(text(self.tool("profile"))), !names(profile), !names(more) {
            return false
        }
        for level in levels {
            if names(list(level + ["deny"])) { return false }
            let allowed = list(level + ["allow"])
            let isImplied =
                name == "apply_patch" && (allowed.contains("write") || allowed.contains("exec"))
            if !allowed.isEmpty, !names(allowed), !isImplied { return false }
        }
        return true
    }

    /// Whether commands are refused on the host altogether.
    private var refusesCommands: Bool { !isolation.isOn && exec.security == "deny" }

    /// Records the tools that OpenClaw itself has and the agent keeps.
    func recordTools(into recorder: inout Recorder) {
        for tool in OpenClawTools.all where isPermitted(tool.name) {
            let isCommand = tool.name == "exec" || tool.name == "process"
            if isCommand && refusesCommands { continue }
            let path = isCommand ? (isolation.isOn ? isolation.path : exec.path) : self.tool("profile")
            stack.record(
                .tool, at: path,
                [
                    "actor": "main", "name": .text(tool.name), "origin": "built-in", "effect": Value(tool.effect),
                    "approval": isCommand ? Value(gate) : "never",
                ], into: &recorder)
        }
        let narrowing = ["byProvider", "toolsBySender", "sandbox"].first { stack.value(tool($0)) != nil }
        if let narrowing {
            recorder.cover(id, .tool, .partial, because: "tools.\(narrowing) changes the tools from case to case")
        }
        if stack.value(["plugins", "entries"])?.node.members.contains(where: { $0.value["enabled"]?.boolean != false })
            == true
        {
            recorder.cover(id, .tool, .partial, because: "plug-ins add tools that only their code names")
        }
    }

    /// Records what runs unasked, asks, or is closed: commands, files, the web, and the lists as they are written.
    func recordPermissions(into recorder: inout Recorder) {
        recordCommands(into: &recorder)
        let isBound = isolation.isOn || boolean(tool("fs", "workspaceOnly")) == true
        let files = tool("fs", "workspaceOnly")
        let rule = isBound ? "tools.fs within the workspace" : "tools.fs without bounds"
        if isPermitted("write") || isPermitted("edit") || isPermitted("apply_patch") {
            record("allow", "write", isBound ? "./**" : "*", rule, "write", at: files, &recorder)
        }
        if isPermitted("read") {
            record("allow", "read", isBound ? "./**" : "*", rule, isBound ? "read" : "secrets", at: files, &recorder)
        }
        if isPermitted("web_fetch"), boolean(["tools", "web", "fetch", "enabled"]) != false {
            record("allow", "network", "*", "web_fetch", "network", at: ["tools", "web", "fetch"], &recorder)
        }
        for level in levels {
            for (index, entry) in list(level + ["deny"]).enumerated() {
                let capability = Self.capability(of: entry)
                record(
                    "deny", capability, capability == "tool" ? entry : "*", entry, "none",
                    at: level + ["deny", String(index)], &recorder)
            }
        }
    }

    private func recordCommands(into recorder: inout Recorder) {
        guard isPermitted("exec") else { return }
        if isolation.isOn {
            return record("allow", "shell", "*", "sandbox.mode: all", "arbitrary-code", at: isolation.path, &recorder)
        }
        let exec = exec
        guard let security = exec.security, let gate else {
            return recorder.cover(id, .permission, .partial, because: "who runs commands is decided case by case")
        }
        let effect = gate == "always" ? "ask" : "allow"
        switch security {
        case "deny": record("deny", "shell", "*", "tools.exec.security: deny", "none", at: exec.path, &recorder)
        case "full":
            record(effect, "shell", "*", "tools.exec.security: full", "arbitrary-code", at: exec.path, &recorder)
        default:
            for path in [tool("exec", "safeBins")] {
                for (index, name) in list(path).enumerated() {
                    let target = "\(name) *"
                    record(
                        effect, "shell", target, "safeBins: \(name)", ShellHazard.of(target).rawValue,
                        at: path + [String(index)], &recorder)
                }
            }
            recordAllowlist(effect, into: &recorder)
        }
    }

    /// The programs that the host lets through, by their paths; what they are given is not looked at.
    private func recordAllowlist(_ effect: String, into recorder: inout Recorder) {
        guard let file = approvals, let root = file.document?.root else {
            return recorder.cover(
                id, .permission, .partial,
                because: "the list of commands lies in exec-approvals.json, which was not seen")
        }
        let list = ["agents", entry.id, "allowlist"]
        for (index, item) in (root.at(list)?.elements ?? []).enumerated() {
            guard let pattern = item["pattern"] ?? (item.string == nil ? nil : item), let text = pattern.string else {
                continue
            }
            let program = String(text.split(separator: "/").last ?? "")
            let target = "\(program) *"
            let isPath = text.contains("/")
            recorder.record(
                .permission,
                [
                    "actor": "main", "effect": .text(effect), "capability": "shell", "target": .text(target),
                    "breadth": "pattern", "hazard": .text(ShellHazard.of(target).rawValue), "rule": .text(text),
                    "level": "user", "effective": .boolean(isPath),
                    "reason": isPath ? .null : "a pattern names a path; a name alone is passed over",
                ], for: id, in: file, at: pattern.position, pointer: Node.pointer(list + [String(index), "pattern"]))
        }
    }

    private static func capability(of entry: String) -> String {
        switch entry.lowercased() {
        case "*": "any"
        case "exec", "bash", "process", "group:runtime": "shell"
        case "write", "edit", "apply_patch", "group:fs": "write"
        case "read": "read"
        case "web_fetch", "group:web": "network"
        case "web_search": "search"
        case "browser", "group:ui": "browser"
        case "sessions_spawn", "group:sessions": "agent"
        default: "tool"
        }
    }

    private func record(
        _ effect: String, _ capability: String, _ target: String, _ rule: String, _ hazard: String, at path: [String],
        _ recorder: inout Recorder
    ) {
        let isWritten = stack.value(path) != nil
        stack.record(
            .permission, at: path,
            [
                "actor": "main", "effect": .text(effect), "capability": .text(capability), "target": .text(target),
                "breadth": .text(target == "*" ? "any" : target.contains("*") ? "pattern" : "exact"),
                "hazard": .text(hazard),
                "rule": .text(isWritten ? rule : "\(rule) (default, \(path.joined(separator: ".")) is not set)"),
                "level": !isWritten ? "default" : isTemplate ? "template" : "user", "effective": true,
            ], into: &recorder)
    }
}
