internal import Compliance
internal import Documents

extension GeminiAgent {
    private static let modePath = ["general", "defaultApprovalMode"]

    /// The mode in which a session starts: default, auto_edit or plan.
    private var mode: String {
        let mode = stack.text("general", "defaultApprovalMode") ?? "default"
        return ["auto_edit", "plan"].contains(mode) ? mode : "default"
    }

    /// When a person is asked before a tool runs, and the setting that says so; nil when the tool is not offered.
    ///
    /// Rules come first, then the policies that the product ships
    /// (<https://github.com/google-gemini/gemini-cli/blob/main/packages/core/src/policy/policies/write.toml>).
    private func gate(_ tool: String, _ rules: [GeminiRule]) -> (mode: String, at: [String])? {
        let name = ["auto_edit": "autoEdit"][mode] ?? mode
        let matching = rules.filter {
            $0.reason == nil && $0.prefix == nil && !$0.isBound && $0.actor == "main"
                && ($0.modes.isEmpty || $0.modes.contains(name)) && Wildcard.matches($0.tool, tool)
        }
        if let core = stack.value("tools", "core") {
            let listed = core.node.elements.compactMap { $0.string.map { GeminiRule.parse($0).tool } }
            if !listed.contains(tool) { return nil }
        }
        if let rule = matching.max(by: { $0.priority < $1.priority }) {
            if rule.effect == "deny" { return nil }
            let path = rule.pointer.split(separator: "/").prefix(2).map(String.init)
            let isSetting = stack.value(path) != nil && stack.layers.contains { $0.file.path == rule.file.path }
            return (rule.effect == "allow" ? "never" : "always", isSetting ? path : Self.modePath)
        }
        switch tool {
        // Commands that are known to read only run unasked: packages/core/src/policy/policy-engine.ts.
        case "run_shell_command": return ("on-risk", Self.modePath)
        case "write_file", "replace", "web_fetch": return (mode == "auto_edit" ? "never" : "always", Self.modePath)
        case "google_web_search", "read_file": return ("never", Self.modePath)
        default: return ("always", Self.modePath)
        }
    }

    /// Whether the user can start the agent so that it never asks: `--yolo`.
    private var isBypassable: Bool { stack.boolean("security", "disableYoloMode") != true }

    /// Records the gates, present or not: what no file says is the product's default.
    func recordApprovals(into recorder: inout Recorder) {
        let rules = rules
        for (covers, tool) in [
            ("shell", "run_shell_command"), ("write", "write_file"), ("network", "web_fetch"), ("mcp", "mcp_any_tool"),
        ] {
            guard let gate = tool.hasPrefix("mcp_") ? serverGate(rules) : gate(tool, rules) else { continue }
            scribe.approval(covers, gate.mode, bypassable: isBypassable, at: gate.at, into: &recorder)
        }
    }

    private func serverGate(_ rules: [GeminiRule]) -> (mode: String, at: [String])? {
        let isAll = rules.contains {
            $0.reason == nil && $0.effect == "allow" && ["*", "mcp_*"].contains($0.tool) && $0.modes.isEmpty
                && !$0.isBound
        }
        return (isAll ? "never" : "always", isAll ? ["mcp", "allowed"] : Self.modePath)
    }

    /// Records the tools that Gemini CLI itself has.
    ///
    /// <https://geminicli.com/docs/reference/tools>
    func recordTools(into recorder: inout Recorder) {
        let rules = rules
        for (name, effect) in [
            ("run_shell_command", "execute"), ("write_file", "write"), ("replace", "write"), ("read_file", "read"),
            ("web_fetch", "network"), ("google_web_search", "read"), ("save_memory", "write"),
        ] {
            guard let gate = gate(name, rules) else { continue }
            scribe.tool(name, effect, gate.mode, at: gate.at, into: &recorder)
        }
    }

    /// Records the isolation of commands: none unless a file asks for it.
    ///
    /// <https://geminicli.com/docs/cli/sandbox>
    func recordSandbox(into recorder: inout Recorder) {
        let found = stack.value("tools", "sandbox")
        let isTools = stack.boolean("security", "toolSandboxing") == true
        var command = found?.node.string ?? found?.node["command"]?.string
        var isOn = found?.node.boolean ?? found?.node["enabled"]?.boolean ?? (command != nil)
        if ["false", "0", ""].contains(command) { (isOn, command) = (false, nil) }
        let isOnline = stack.boolean("tools", "sandboxNetworkAccess") ?? found?.node["networkAccess"]?.boolean
        let isAny = isOn || isTools
        let containers: Set<String> = ["docker", "podman", "lxc", "runsc"]
        let network: String? = !isAny ? "open" : isOnline == true ? "open" : isOn ? nil : "none"
        scribe.record(
            .sandbox, at: isOn || !isTools ? ["tools", "sandbox"] : ["security", "toolSandboxing"],
            [
                "kind": command.map { containers.contains($0) } == true ? "container" : "os-sandbox",
                "enabled": .boolean(isAny), "auto_allow": false,
                "filesystem": isAny ? "workspace" : "full", "network": Value(network),
                // The whole process runs inside, its servers too; tool by tool they do not.
                "covers_mcp": .boolean(isOn),
                "weakened": .boolean(isAny && sandboxPaths.contains { ["/", "~"].contains($0.node.string) }),
            ], into: &recorder)
        if isAny && network == "none" {
            recorder.cover(id, .egress, .complete)
        } else if network == "open" {
            scribe.record(
                .egress, at: isAny ? ["tools", "sandboxNetworkAccess"] : ["tools", "sandbox"],
                ["destination": "*", "breadth": "any", "effect": "allow", "enforced_by": "sandbox"], into: &recorder)
            recorder.cover(id, .egress, .complete)
        } else {
            recorder.cover(
                id, .egress, .partial, because: "the image or profile of the sandbox decides what it reaches")
        }
        for found in stack.all(["context", "includeDirectories"]) {
            for (index, entry) in found.node.elements.enumerated() {
                record(folder: entry, "\(found.pointer)/\(index)", in: found.layer.file, &recorder)
            }
        }
        for path in sandboxPaths { record(folder: path.node, path.pointer, in: path.file, &recorder) }
    }

    private var sandboxPaths: [(node: Node, pointer: String, file: SourceFile)] {
        guard let found = stack.value("tools", "sandboxAllowedPaths") else { return [] }
        return found.node.elements.enumerated().map { ($0.element, "\(found.pointer)/\($0.offset)", found.layer.file) }
    }

    private func record(folder: Node, _ pointer: String, in file: SourceFile, _ recorder: inout Recorder) {
        guard let name = folder.string else { return }
        recorder.record(
            .dataSource, ["kind": "folder", "name": .text(Redaction.redact(name)), "write_access": true], for: id,
            in: file, at: folder.position, pointer: pointer)
    }
}
