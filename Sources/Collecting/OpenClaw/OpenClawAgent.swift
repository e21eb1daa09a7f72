internal import Compliance
internal import Documents

/// One agent of an OpenClaw configuration, with what holds for it: its own entry before the defaults.
struct OpenClawAgent {
    /// A file and what it is to the agent.
    struct Member {
        let role: OpenClawFile
        let file: SourceFile
    }

    /// An entry of the list of agents.
    struct Entry {
        let id: String
        /// Where the entry stands; nil for the agent that there is without any list.
        let path: [String]?
        var isDefault: Bool
    }

    let id: AgentID
    let entry: Entry
    /// Its files, the configuration first.
    let members: [Member]

    private var config: Member? { members.first { $0.role.role == .config } }
    /// The configuration, when it could be read and has the shape of one.
    var root: Node? { problem == nil ? config?.file.document?.root : nil }

    /// Whether it is known what holds: the configuration was read, or there is none and the defaults hold.
    var isReadable: Bool { config == nil || root != nil }

    /// Settings that are not where OpenClaw reads them are a template.
    var isTemplate: Bool { config.map { !$0.role.isInPlace && !$0.role.isInstance } ?? false }

    var stack: SettingsStack {
        let layers = root.flatMap { root in
            config.map { [SettingsLayer(file: $0.file, root: root, level: isTemplate ? "template" : "user")] }
        }
        return SettingsStack(agent: id, layers: layers ?? [], fallback: members[0].file)
    }

    /// Why OpenClaw does not take the configuration: its schema is strict.
    private var problem: Diagnostic? {
        guard let root = config?.file.document?.root else { return nil }
        guard root.isObject else {
            let message = "OpenClaw does not start: the configuration must be an object, here it is \(Self.words(root))"
            return Diagnostic(.syntax, message, at: root.position)
        }
        for key in ["agents", "tools", "gateway", "channels", "hooks", "plugins", "models", "mcp", "cron"] {
            guard let node = root[key], !node.isObject else { continue }
            let unknown = root.members.map(\.key).filter { !OpenClawKeys.all.contains($0) }
            let more = unknown.isEmpty ? "" : ", and it knows no key \(Self.list(unknown))"
            return Diagnostic(
                .syntax, "OpenClaw does not start: `\(key)` must be an object, here it is \(Self.words(node))\(more)",
                at: node.position)
        }
        return nil
    }

    private static func words(_ node: Node) -> String { node.isArray ? "a list" : "a plain value" }

    private static func list(_ keys: [String]) -> String {
        let shown = keys.prefix(3).map { "`\(Redaction.redact(String($0.prefix(40))))`" }.joined(separator: ", ")
        return keys.count > 3 ? "\(shown) and \(keys.count - 3) more" : shown
    }

    /// A channel that is open to everybody, but not by the list that the schema wants beside that.
    ///
    /// <https://docs.openclaw.ai/gateway/configuration-reference#channels>
    var closedChannel: String? {
        root?["channels"]?.members.first { channel in
            guard (channel.value["dmPolicy"] ?? channel.value.at(["dm", "policy"]))?.string == "open" else {
                return false
            }
            let people = channel.value["allowFrom"] ?? channel.value.at(["dm", "allowFrom"])
            return people?.texts.contains("*") != true
        }?.key
    }

    /// A setting of the agent: its entry, or else the defaults of all agents.
    func own(_ path: String...) -> [String] {
        if let place = entry.path, stack.value(place + path) != nil { return place + path }
        return ["agents", "defaults"] + path
    }

    /// A setting of its tools: its entry, or else the tools of all agents.
    func tool(_ path: String...) -> [String] {
        if let place = entry.path, stack.value(place + ["tools"] + path) != nil { return place + ["tools"] + path }
        return ["tools"] + path
    }

    func text(_ path: [String]) -> String? { stack.value(path)?.node.string }
    func boolean(_ path: [String]) -> Bool? { stack.value(path)?.node.boolean }

    /// Tables that the files of OpenClaw fill.
    static let tables: [Table] = [
        .permission, .tool, .mcpServer, .credential, .approval, .trigger, .delegation, .memory, .sandbox, .egress,
        .telemetry, .budget, .model, .instruction, .component, .dataSource, .setting,
    ]

    /// Says what the agent is, and how much of it could be seen.
    func declare(into recorder: inout Recorder) {
        recorder.declare(
            id, product: "OpenClaw", kind: isTemplate ? "policy-template" : "coding-assistant", level: "user",
            plans: true, in: members[0].file)
        let doubt = doubt
        for table in Self.tables { recorder.cover(id, table, doubt == nil ? .complete : .partial, because: doubt) }
        // Said once: whether a file holds is no question of what stands in it.
        if let condition { recorder.cover(id, .credential, .partial, because: condition) }
        recorder.cover(
            id, .trigger, members.contains { $0.role.role == .jobs } ? .complete : .partial,
            because: members.contains { $0.role.role == .jobs } ? nil : "cron jobs lie in cron/jobs.json, not seen")
        recorder.cover(
            id, .instruction, .partial, because: "the workspace can lie anywhere; .openclaw/workspace is read")
        recorder.cover(id, .credential, .partial, because: "keys that are stored by channels and sign-ins are not read")
        if root != nil, stack.value(["gateway", "auth"]) == nil {
            recorder.cover(
                id, .credential, .partial,
                because:
                    "gateway.auth is not set: the token of the gateway comes from its environment, or is made at start")
        }
        if let problem, let file = config?.file.refused(problem) {
            recorder.refuse(file, for: id, tables: Self.tables)
            recorder.reject(file, because: problem)
        } else if let file = config?.file, file.refusal != nil {
            recorder.refuse(file, for: id, tables: Self.tables)
        }
        for member in members where member.role.role == .approvals && member.file.document == nil {
            recorder.refuse(member.file, for: id, tables: [.approval, .permission, .tool])
        }
    }

    /// On what it depends that the configuration holds at all.
    private var condition: String? {
        guard let config else { return nil }
        var words: [String] = []
        if config.role.isInstance {
            words.append("\(config.file.path.text) holds where OPENCLAW_STATE_DIR names its folder")
        }
        if let channel = closedChannel {
            words.append(
                "OpenClaw's schema wants channels.\(channel).allowFrom to include \"*\" where dmPolicy is open, "
                    + "and may refuse the file")
        }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }

    /// Why some of what holds for it was not seen.
    private var doubt: String? {
        guard let config else { return "openclaw.json was not seen" }
        if isTemplate {
            return "\(config.file.path.text) is read only where OPENCLAW_CONFIG_PATH or OPENCLAW_STATE_DIR names it"
        }
        guard let root else { return nil }
        var isOpen = false
        root.walk { _, node in isOpen = isOpen || node["$include"] != nil }
        if isOpen { return "files named by $include are not read" }
        let unknown = root.members.first { !OpenClawKeys.all.contains($0.key) }
        return unknown.map { "OpenClaw does not start on a key that it does not know, and \($0.key) is none of its" }
    }
}
