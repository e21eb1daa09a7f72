/// Whether a setting stands where Claude Code looks for it.
enum ClaudeSettingPlace {
    /// Settings that are truth values and hold up a protection.
    static let booleans: Set<String> = [
        "sandbox.enabled", "sandbox.failIfUnavailable", "sandbox.allowUnsandboxedCommands",
        "sandbox.autoAllowBashIfSandboxed",
        "allowManagedPermissionRulesOnly", "allowManagedHooksOnly", "allowManagedMcpServersOnly", "disableAllHooks",
        "disableSkillShellExecution", "disableSideloadFlags", "enableAllProjectMcpServers",
    ]

    /// What is wrong with the path of a setting; nil when the product knows it.
    static func problem(_ keys: [String]) -> (status: String, reason: String)? {
        if keys[0] == "hooks", keys.count > 1, !ClaudeSettingKeys.events.contains(keys[1]) {
            return ("unknown", "there is no hook event \(keys[1])")
        }
        for length in 1...keys.count {
            let path = keys.prefix(length).joined(separator: ".")
            if ClaudeSettingKeys.scopes[path] != nil { continue }
            let above = keys.prefix(length - 1).joined(separator: ".")
            guard length == 1 || ClaudeSettingKeys.closed.contains(above) else { return nil }
            if let home = ClaudeSettingKeys.homes[keys[length - 1]] { return ("misplaced", "belongs at \(home)") }
            return ("unknown", "Claude Code knows no setting \(path)")
        }
        return nil
    }
}
