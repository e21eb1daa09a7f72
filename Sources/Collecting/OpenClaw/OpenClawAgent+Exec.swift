internal import Compliance
internal import Documents

extension OpenClawAgent {
    /// Who may run commands on the host, and when somebody is asked.
    struct Exec {
        /// deny, allowlist or full; nil when a setting has a value that OpenClaw does not know.
        var security: String?
        /// off, on-miss or always.
        var ask: String?
        /// The setting that decides, in the configuration.
        var path: [String]
    }

    private static let securities = ["full", "allowlist", "deny"]
    private static let asks = ["off", "on-miss", "always"]

    /// What the configuration demands: `mode`, or `security` and `ask`; without any, everything unasked.
    ///
    /// <https://docs.openclaw.ai/tools/exec-approvals#no-approval-yolo-mode>
    private var demanded: Exec {
        if let mode = stack.value(tool("exec", "mode")) {
            let modes = [
                "deny": ("deny", "off"), "allowlist": ("allowlist", "off"), "ask": ("allowlist", "on-miss"),
                "full": ("full", "off"),
            ]
            // With `auto` a model answers before a person does; what it lets through is not known.
            let known = mode.node.string.flatMap { modes[$0] }
            return Exec(security: known?.0, ask: known?.1, path: mode.path)
        }
        let (security, ask) = (tool("exec", "security"), tool("exec", "ask"))
        let path = stack.value(ask) != nil && stack.value(security) == nil ? ask : security
        return Exec(
            security: stack.value(security)?.node.known(in: Self.securities),
            ask: stack.value(ask)?.node.known(in: Self.asks), path: path
        ).filled(hasSecurity: stack.value(security) != nil, hasAsk: stack.value(ask) != nil)
    }

    /// The approvals of the host: `agents.<id>` before `defaults`; of both layers the stricter holds.
    var exec: Exec {
        var exec = demanded
        for (key, order) in [("security", Self.securities), ("ask", Self.asks)] {
            guard let host = host(key), let rank = order.firstIndex(of: host) else { continue }
            if key == "security", let own = exec.security {
                exec.security = order[max(rank, order.firstIndex(of: own) ?? 0)]
            } else if key == "ask", let own = exec.ask {
                exec.ask = order[max(rank, order.firstIndex(of: own) ?? 0)]
            }
        }
        return exec
    }

    /// The approvals file of the host.
    var approvals: SourceFile? { members.first { $0.role.role == .approvals }?.file }

    private func host(_ key: String) -> String? {
        let root = approvals?.document?.root
        return (root?.at(["agents", entry.id, key]) ?? root?.at(["defaults", key]))?.string
    }

    /// When a person is asked before a command: <https://docs.openclaw.ai/tools/exec-approvals>.
    ///
    /// Commands in the sandbox need no approval; `on-miss` asks only where there is a list to miss.
    var gate: String? {
        if isolation.isOn { return "never" }
        let exec = exec
        guard let security = exec.security, let ask = exec.ask else { return nil }
        if ask == "always" { return "always" }
        return ask == "on-miss" && security == "allowlist" ? "on-risk" : "never"
    }

    /// Records who is asked before commands; before anything else nobody is.
    func recordApprovals(into recorder: inout Recorder) {
        let path = isolation.isOn ? isolation.path : exec.path
        if let gate {
            // `/elevated full` skips approvals for everybody who may elevate.
            stack.record(
                .approval, at: path,
                ["covers": "shell", "mode": .text(gate), "bypassable": .boolean(isElevating || host("ask") == nil)],
                into: &recorder)
        } else {
            recorder.cover(
                id, .approval, .partial, because: "\(path.joined(separator: ".")) has a value that decides case by case"
            )
        }
        for covers in ["write", "network", "mcp"] {
            stack.record(.approval, at: ["tools"], ["covers": .text(covers), "mode": "never"], into: &recorder)
        }
    }

    /// Whether somebody may run commands outside the sandbox: the switch is on by default, the list of people empty.
    ///
    /// <https://docs.openclaw.ai/tools/elevated>
    var isElevating: Bool {
        let people = stack.value(["tools", "elevated", "allowFrom"])?.node.members ?? []
        return boolean(["tools", "elevated", "enabled"]) != false && boolean(tool("elevated", "enabled")) != false
            && people.contains { !$0.value.elements.isEmpty }
    }
}

extension Node {
    /// The text when it is one of those that are known; nil when it is another.
    fileprivate func known(in values: [String]) -> String? {
        guard let string else { return nil }
        return values.contains(string) ? string : nil
    }
}

extension OpenClawAgent.Exec {
    /// The defaults where nothing is written.
    fileprivate func filled(hasSecurity: Bool, hasAsk: Bool) -> OpenClawAgent.Exec {
        var copy = self
        if !hasSecurity { copy.security = "full" }
        if !hasAsk { copy.ask = "off" }
        return copy
    }
}
