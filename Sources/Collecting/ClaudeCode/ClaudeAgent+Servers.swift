internal import Compliance
internal import Documents

extension ClaudeAgent {
    /// Records the MCP servers.
    ///
    /// Those of an administrator's file stand alone: others are not loaded beside them.
    func recordServers(into recorder: inout Recorder) {
        let isExclusive = files(.servers).contains { $0.role.level == "managed" }
        for member in files(.servers) {
            guard let (servers, pointer) = ClaudeServers.root(of: member) else { continue }
            let names = Set(servers.members.map(\.key))
            let off = isExclusive && member.role.level != "managed" ? names : disabledServers(among: names)
            recordServers(servers, pointer, member.file, off: off, into: &recorder)
        }
    }

    /// Records a map of servers, and the commands that make their headers.
    func recordServers(
        _ servers: Node, _ pointer: String, _ file: SourceFile, off: Set<String>, into recorder: inout Recorder
    ) {
        MCPServerReader(client: "Claude Code", dialect: .common).record(
            servers: ClaudeServers.adapted(servers, disabled: off), pointer: pointer, in: file, for: id,
            approval: approval(of:), into: &recorder)
        for server in servers.members where ClaudeServers.isDropped(server.value) {
            SettingReader.record(
                server.value["url"] ?? server.value, ["mcpServers", server.key, "url"],
                "\(pointer)/\(Node.escape(server.key))/url", level: "project", status: "not-honoured",
                reason: "an address without \"type\": \"http\" is dropped when Claude Code starts", for: id, in: file,
                into: &recorder)
        }
        for server in servers.members {
            guard let node = server.value["headersHelper"], let command = node.string else { continue }
            recordHook(
                HookEntry(
                    event: "headersHelper", command: command, level: "project", isEffective: !off.contains(server.key)),
                in: file, at: node.position, pointer: "\(pointer)/\(Node.escape(server.key))/headersHelper",
                into: &recorder)
        }
    }

    /// Servers that settings switch off, by name.
    private func disabledServers(among names: Set<String>) -> Set<String> {
        let listed = settings.elements("disabledMcpjsonServers").compactMap(\.node.string)
        return deniedServers(among: names).union(listed)
    }

    /// Servers that rules and lists of the settings shut out, wherever they are defined.
    func deniedServers(among names: Set<String>) -> Set<String> {
        let denied = settings.elements("deniedMcpServers").compactMap { $0.node["serverName"]?.string }
        let rules = rules("deny").map(\.rule)
        let covered = names.filter { name in
            let server = PermissionRule("mcp__\(name)", effect: "ask")
            return rules.contains { ($0.capability == "mcp" || $0.capability == "any") && $0.covers(server) }
        }
        var off = covered.union(denied)
        let allowed = settings.elements("allowedMcpServers").map(\.node)
        // A list by command or address may admit a server whatever its name.
        if settings.value("allowedMcpServers") != nil, allowed.allSatisfy({ $0["serverName"] != nil }) {
            off.formUnion(names.subtracting(allowed.compactMap { $0["serverName"]?.string }))
        }
        return off
    }

    /// Which tools of a server run unasked; nil where a model may be the one that answers.
    func approval(of server: String) -> String? {
        if modes.start == "bypassPermissions" { return "all" }
        let allowed = rules("allow").filter { $0.rule.capability == "mcp" && Self.server(of: $0.rule.target) == server }
        if allowed.contains(where: { $0.rule.target == "mcp__\(server)" || $0.rule.target == "mcp__\(server)__*" }) {
            return "all"
        }
        if !allowed.isEmpty { return "some" }
        return settings.broken.isEmpty && gate("mcp").mode != "model" ? "none" : nil
    }

    /// The server that a rule names.
    static func server(of target: String) -> String {
        let name = target.dropFirst(5)
        return name.ranges(of: "__").first.map { String(name[..<$0.lowerBound]) } ?? String(name)
    }
}
