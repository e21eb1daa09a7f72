/// The keys at the top of the configuration.
///
/// <https://github.com/openclaw/openclaw/blob/main/src/config/zod-schema.ts>
enum OpenClawKeys {
    static let all: Set<String> = [
        "$schema", "$include", "meta", "env", "wizard", "diagnostics", "logging", "cli", "crestodian", "update",
        "browser", "ui", "secrets", "auth", "acp", "models", "nodeHost", "agents", "tools", "bindings", "broadcast",
        "audio", "media", "messages", "commands", "approvals", "session", "cron", "hooks", "web", "channels",
        "discovery", "canvasHost", "talk", "gateway", "memory", "mcp", "skills", "plugins", "proxy", "multiAgent",
        "surfaces", "commitments", "transcripts",
    ]

    /// Keys that the gateway is bound to know, by their parents.
    private static let children: [String: Set<String>] = [
        "tools": [
            "profile", "allow", "alsoAllow", "deny", "byProvider", "toolsBySender", "elevated", "exec", "fs", "web",
            "media", "links", "sandbox", "subagents", "sessions", "agentToAgent", "loopDetection", "message",
            "sessions_spawn", "experimental", "codeMode", "toolSearch", "updatePlan",
        ],
        "agents": ["defaults", "list", "entries"],
        "tools.exec": [
            "host", "mode", "security", "ask", "node", "pathPrepend", "safeBins", "safeBinTrustedDirs",
            "safeBinProfiles", "strictInlineEval", "backgroundMs", "timeoutSec", "cleanupMs", "notifyOnExit",
            "notifyOnExitEmptySuccess", "approvalRunningNoticeMs", "commandHighlighting", "applyPatch", "remote",
            "reviewer", "commandExplainer",
        ],
        "tools.elevated": ["enabled", "allowFrom"],
        "tools.fs": ["workspaceOnly"],
        "agents.defaults.sandbox": [
            "mode", "backend", "workspaceAccess", "sessionToolsVisibility", "scope", "perSession", "workspaceRoot",
            "docker", "ssh", "browser", "prune",
        ],
        "gateway.auth": ["mode", "token", "password", "allowTailscale", "rateLimit", "trustedProxy"],
    ]

    /// Why OpenClaw has no such key; nil when it may have.
    static func problem(_ keys: [String]) -> String? {
        guard let first = keys.first, all.contains(first) else { return "the schema of OpenClaw has no such key" }
        for depth in 1..<max(keys.count, 1) {
            let parent = keys[..<depth].joined(separator: ".")
            if let known = children[parent], !known.contains(keys[depth]), keys[depth] != "$include" {
                return "the schema of OpenClaw has no such key below \(parent)"
            }
        }
        return nil
    }
}
