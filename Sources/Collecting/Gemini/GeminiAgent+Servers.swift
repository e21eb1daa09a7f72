internal import Compliance
internal import Documents

extension GeminiAgent {
    /// Keys of other clients, which have no effect here.
    private static let foreign: Set<String> = ["disabled", "enabled", "alwaysAllow", "autoApprove", "serverUrl"]

    /// Records the MCP servers; of a name that several levels give, the highest level's entry holds.
    ///
    /// <https://geminicli.com/docs/tools/mcp-server>
    func recordServers(into recorder: inout Recorder) {
        var seen: Set<String> = []
        for found in stack.all(["mcpServers"]) {
            let members = found.node.members.filter { seen.insert($0.key).inserted }
            record(
                servers: Node(.object(members), at: found.node.position), "/mcpServers", in: found.layer.file, &recorder
            )
        }
        for layer in stack.read where layer.refusal != nil {
            let servers = MCPServers.adapted(
                layer.root["mcpServers"] ?? Node(.object([]), at: layer.root.position), without: Self.foreign
            ) { _, _ in true }
            record(adapted: servers, "/mcpServers", in: layer.file, &recorder)
        }
    }

    /// Records a map of servers, those switched off that a list does not admit.
    func record(servers: Node, _ pointer: String, in file: SourceFile, _ recorder: inout Recorder) {
        let allowed = stack.value("mcp", "allowed").map { Set($0.node.elements.compactMap(\.string)) }
        let excluded = Set((stack.value("mcp", "excluded")?.node.elements ?? []).compactMap(\.string))
        let servers = MCPServers.adapted(servers, without: Self.foreign) { name, _ in
            excluded.contains(name) || excluded.contains("*")
                || allowed.map { !$0.contains(name) && !$0.contains("*") } ?? false
        }
        record(adapted: servers, pointer, in: file, &recorder)
    }

    private func record(adapted servers: Node, _ pointer: String, in file: SourceFile, _ recorder: inout Recorder) {
        let rules = rules.filter { $0.reason == nil && $0.effect == "allow" }
        MCPServerReader(client: "Gemini CLI", dialect: .common).record(
            servers: servers, pointer: pointer, in: file, for: id,
            approval: { name in
                // A server on the list of `mcp.allowed` runs its tools without a question.
                let own = rules.filter {
                    Wildcard.matches($0.tool, "mcp_\(name)_*") || $0.tool.hasPrefix("mcp_\(name)_")
                }
                if own.contains(where: { Wildcard.matches($0.tool, "mcp_\(name)_*") && !$0.isBound }) { return "all" }
                return own.isEmpty ? "none" : "some"
            }, into: &recorder)
    }

    static let events: Set<String> = [
        "BeforeTool", "AfterTool", "BeforeAgent", "AfterAgent", "Notification", "SessionStart", "SessionEnd",
        "PreCompress", "BeforeModel", "AfterModel", "BeforeToolSelection",
    ]

    /// Records hooks, and the settings that name a command of their own.
    ///
    /// <https://geminicli.com/docs/hooks/reference>
    func recordHooks(into recorder: inout Recorder) {
        let isOn = stack.boolean("hooksConfig", "enabled") != false
        let disabled = Set(stack.all(["hooksConfig", "disabled"]).flatMap { $0.node.elements.compactMap(\.string) })
        for layer in stack.read {
            for event in layer.root["hooks"]?.members ?? [] {
                for (index, group) in event.value.elements.enumerated() {
                    for (number, hook) in (group["hooks"]?.elements ?? []).enumerated() {
                        guard let text = hook["command"], let command = text.string else { continue }
                        var entry = HookEntry(
                            event: event.key, matcher: group["matcher"]?.string, command: command,
                            timeout: (hook["timeout"]?.number ?? 60_000) / 1000, level: layer.level)
                        entry.isEffective =
                            isOn && layer.refusal == nil && Self.events.contains(event.key)
                            && !disabled.contains(command) && !disabled.contains(hook["name"]?.string ?? command)
                        scribe.hook(
                            entry, stage: Self.stages[event.key], in: layer.file, at: text.position,
                            pointer: "/hooks/\(Node.escape(event.key))/\(index)/hooks/\(number)", into: &recorder)
                    }
                }
            }
        }
        for path in [["tools", "discoveryCommand"], ["tools", "callCommand"], ["mcp", "serverCommand"]] {
            guard let found = stack.value(path), let command = found.node.string else { continue }
            scribe.hook(
                HookEntry(event: path.joined(separator: "."), command: command, level: found.layer.level), stage: nil,
                in: found.layer.file, at: found.node.position, pointer: found.pointer, into: &recorder)
        }
        if stack.layers.contains(where: { $0.root["hooks"] != nil }) { recorder.cover(id, .guardrail, .complete) }
    }

    private static let stages = [
        "BeforeTool": "tool", "BeforeAgent": "input", "BeforeModel": "input", "AfterModel": "output",
        "AfterAgent": "output",
    ]

    /// Records installed extensions with their servers and the tools they take away.
    ///
    /// <https://geminicli.com/docs/extensions/reference>
    func recordExtensions(into recorder: inout Recorder) {
        let disabled = Set(stack.all(["extensions", "disabled"]).flatMap { $0.node.elements.compactMap(\.string) })
        for member in agent.files(.extensionManifest) where isTemplate || member.level != "template" {
            guard let root = member.root else {
                recorder.refuse(member.file, for: id, tables: [.component, .mcpServer, .permission, .credential])
                continue
            }
            let name = root["name"]?.string ?? member.file.path.folder.name
            let origin = agent.files(.extensionOrigin).first { $0.file.path.folder == member.file.path.folder }?.root
            let source = origin?["source"]?.string
            let isLocal = origin.map { ["local", "link"].contains($0["type"]?.string) } ?? true
            let isOn = !disabled.contains(name)
            recorder.record(
                .component,
                [
                    "kind": "extension", "name": .text(name), "version": Value(root["version"]?.string),
                    "pin": isLocal ? "local" : .text(LaunchCommand.pin(of: origin?["ref"]?.string ?? "")),
                    "source": Value(source.map { Redaction.redact($0) }), "enabled": .boolean(isOn),
                    "auto_update": Value(origin?["autoUpdate"]?.boolean),
                ], for: id, in: member.file, at: root.position(of: ["name"]), pointer: "/name")
            // An extension cannot trust its own servers.
            let servers = root["mcpServers"] ?? Node(.object([]), at: root.position)
            let own = MCPServers.adapted(servers, without: Self.foreign.union(["trust"])) { _, _ in !isOn }
            record(adapted: own, "/mcpServers", in: member.file, &recorder)
            for (index, entry) in (root["excludeTools"]?.elements ?? []).enumerated() {
                guard let text = entry.string else { continue }
                let named = GeminiRule.parse(text)
                let rule = GeminiRule(
                    tool: named.tool, prefix: named.prefix, effect: "deny", priority: 2, text: text, level: "user",
                    file: member.file, position: entry.position, pointer: "/excludeTools/\(index)")
                var written = rule.written
                written.reason = isTemplate ? "the extension is not installed" : isOn ? nil : "the extension is off"
                scribe.permission(written, into: &recorder)
            }
        }
    }
}
