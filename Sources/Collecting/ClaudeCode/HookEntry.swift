internal import Documents

/// One hook, or one setting that names a command.
struct HookEntry {
    let event: String
    var matcher: String?
    var kind = "command"
    let command: String
    var timeout: Double?
    let level: String
    var isEffective = true
    /// Whether it runs beside the action, and so cannot stop it.
    var isAsync = false

    /// The stage at which it can stop something, in the words of the column `guardrail.stage`.
    ///
    /// <https://code.claude.com/docs/en/hooks#exit-code-2-behavior-per-event>
    var stage: String? {
        switch event {
        case "PreToolUse", "PermissionRequest": "tool"
        case "UserPromptSubmit", "UserPromptExpansion": "input"
        default: nil
        }
    }

    /// The hooks of a `hooks` object; what has not its shape is left out, as the product leaves it out.
    static func all(in hooks: Node, level: String, isEffective: Bool, pointer: String)
        -> [(entry: HookEntry, position: Position, pointer: String)]
    {
        hooks.members.flatMap { event in
            event.value.elements.enumerated().flatMap { index, group in
                (group["hooks"]?.elements ?? []).enumerated().compactMap { number, hook in
                    let type = hook["type"]?.string ?? "command"
                    guard let text = hook["command"] ?? hook["url"] ?? hook["prompt"] ?? hook["tool"],
                        let command = text.string
                    else { return nil }
                    let arguments = hook["args"]?.elements.compactMap(\.string) ?? []
                    var entry = HookEntry(
                        event: event.key, matcher: group["matcher"]?.string,
                        kind: ["http": "http", "prompt": "prompt", "agent": "agent", "mcp_tool": "mcp-tool"][type]
                            ?? "command",
                        command: ([command] + arguments).joined(separator: " "), timeout: hook["timeout"]?.number,
                        level: level,
                        isEffective: isEffective && ClaudeSettingKeys.events.contains(event.key),
                        isAsync: hook["async"]?.boolean == true)
                    if entry.timeout == nil { entry.timeout = entry.defaultTimeout }
                    return (entry, text.position, "\(pointer)/\(Node.escape(event.key))/\(index)/hooks/\(number)")
                }
            }
        }
    }

    /// Seconds after which the product stops a hook that names no bound.
    private var defaultTimeout: Double {
        switch kind {
        case "prompt": 30
        case "agent": 60
        default: event == "UserPromptSubmit" ? 30 : 600
        }
    }
}
