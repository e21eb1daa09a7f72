/// The tools that OpenClaw itself has, their groups and profiles.
///
/// <https://docs.openclaw.ai/gateway/config-tools>
enum OpenClawTools {
    struct Tool {
        let name: String
        let group: String
        let effect: String?
    }

    static let all: [Tool] = [
        Tool(name: "exec", group: "runtime", effect: "execute"),
        Tool(name: "process", group: "runtime", effect: "execute"),
        Tool(name: "code_execution", group: "runtime", effect: "execute"),
        Tool(name: "read", group: "fs", effect: "read"), Tool(name: "write", group: "fs", effect: "write"),
        Tool(name: "edit", group: "fs", effect: "write"), Tool(name: "apply_patch", group: "fs", effect: "write"),
        Tool(name: "web_search", group: "web", effect: "network"),
        Tool(name: "web_fetch", group: "web", effect: "network"),
        Tool(name: "browser", group: "ui", effect: "network"), Tool(name: "canvas", group: "ui", effect: "write"),
        Tool(name: "message", group: "messaging", effect: "network"),
        Tool(name: "cron", group: "automation", effect: "execute"),
        Tool(name: "gateway", group: "automation", effect: "execute"),
        Tool(name: "nodes", group: "nodes", effect: "execute"),
        Tool(name: "computer", group: "nodes", effect: "execute"),
        Tool(name: "sessions_spawn", group: "sessions", effect: "execute"),
        Tool(name: "sessions_send", group: "sessions", effect: "execute"),
        Tool(name: "sessions_list", group: "sessions", effect: "read"),
        Tool(name: "sessions_history", group: "sessions", effect: "read"),
        Tool(name: "session_status", group: "sessions", effect: "read"),
        Tool(name: "memory_search", group: "memory", effect: "read"),
        Tool(name: "memory_get", group: "memory", effect: "read"),
        Tool(name: "agents_list", group: "agents", effect: "read"),
        Tool(name: "image", group: "media", effect: "network"),
    ]

    /// What a profile allows; nil for no bound.
    static func profile(_ name: String?) -> [String]? {
        switch name {
        case "minimal": ["session_status"]
        case "coding":
            ["group:fs", "group:runtime", "group:web", "group:sessions", "group:memory", "cron", "image", "bundle-mcp"]
        case "messaging": ["group:messaging", "group:sessions", "bundle-mcp"]
        default: nil
        }
    }

    /// Whether an entry of a list names the tool: by name, wildcard or group; `bash` is `exec`.
    static func matches(_ written: String, _ tool: Tool) -> Bool {
        let entry = written.lowercased()
        if entry.hasPrefix("group:") {
            let group = String(entry.dropFirst(6))
            if group == "openclaw" { return !["fs", "runtime"].contains(tool.group) }
            return group == tool.group
        }
        return Wildcard.matches(entry == "bash" ? "exec" : entry, tool.name)
    }
}
