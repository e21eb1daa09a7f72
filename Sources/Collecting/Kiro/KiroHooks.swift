internal import Compliance
internal import Documents

/// The hooks of a file: an event of files or of the chat starts the agent, or a command.
///
/// Kiro IDE 0.x keeps one hook in a file (<https://kiro.dev/docs/hooks>), IDE 1 and CLI 3 a list
/// (<https://kiro.dev/docs/cli/v3/hooks/>).
struct KiroHooks {
    let member: KiroFolder.Member
    let agent: AgentID

    /// One hook in either shape.
    private struct Hook {
        let event: Node?
        let matcher: String?
        let action: Node?
        let isOn: Bool
        let seconds: Double?
        let pointers: (event: String, action: String)

        var name: String { event?.string ?? "unknown" }
    }

    private var hooks: [Hook] {
        guard let root = member.file.document?.root else { return [] }
        guard let list = root["hooks"], list.isArray else {
            guard root["when"] != nil || root["then"] != nil else { return [] }
            return [
                Hook(
                    event: root.at(["when", "type"]), matcher: nil, action: root["then"],
                    isOn: root["enabled"]?.boolean != false, seconds: root.at(["then", "timeout"])?.number,
                    pointers: ("/when/type", "/then"))
            ]
        }
        return list.elements.enumerated().map { index, hook in
            Hook(
                event: hook["trigger"], matcher: hook["matcher"]?.string, action: hook["action"],
                isOn: hook["enabled"]?.boolean != false, seconds: hook["timeout"]?.number,
                pointers: ("/hooks/\(index)/trigger", "/hooks/\(index)/action"))
        }
    }

    /// Records what starts the agent, and what runs on its events.
    func record(into recorder: inout Recorder) {
        for hook in hooks {
            let type = hook.action?["type"]?.string
            if type == "askAgent" || type == "agent", hook.isOn {
                recorder.record(
                    .trigger,
                    [
                        "kind": "event", "expression": .text(Redaction.redact(hook.name)),
                        "untrusted": Self.isOfUser(hook.name) ? false : .null,
                    ], for: agent, in: member.file, at: hook.event?.position, pointer: hook.pointers.event)
                // The editor runs commands on the machine itself: it has nothing that isolates them.
                recorder.cover(agent, .sandbox, .complete)
                recorder.record(
                    .sandbox,
                    [
                        "kind": "none", "enabled": false, "required": false, "escapable": true, "filesystem": "full",
                        "network": "open", "weakened": false, "covers_mcp": false,
                    ], for: agent, in: member.file, at: hook.event?.position, pointer: hook.pointers.event)
            }
            guard let command = hook.action?["command"], let text = command.string else { continue }
            recorder.record(
                .hook,
                KiroAgent.hook(
                    event: Redaction.redact(hook.name), matcher: hook.matcher, text, seconds: hook.seconds,
                    level: member.role.level, isOn: hook.isOn), for: agent, in: member.file, at: command.position,
                pointer: hook.pointers.action + "/command")
        }
    }

    /// Whether the user, or a change of files in the workspace, is what starts it.
    private static func isOfUser(_ event: String) -> Bool {
        event == "userTriggered" || event == "Manual" || event.hasPrefix("file") || event.hasPrefix("PostFile")
    }
}
