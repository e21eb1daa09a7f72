internal import Compliance
internal import Documents

extension OpenClawAgent {
    /// What commands may write and reach.
    struct Isolation {
        /// Whether commands of every session run isolated.
        var isOn: Bool
        /// The setting that decides.
        var path: [String]
    }

    /// Sandboxing is off by default; `non-main` leaves the main session, where direct messages end up, on the host.
    ///
    /// <https://docs.openclaw.ai/gateway/sandboxing>
    var isolation: Isolation {
        let path = own("sandbox", "mode")
        guard text(path) == "all" else { return Isolation(isOn: false, path: path) }
        // Commands that are sent to the gateway or to a node run there.
        let host = tool("exec", "host")
        if let place = text(host), ["gateway", "node"].contains(place) { return Isolation(isOn: false, path: host) }
        return Isolation(isOn: true, path: path)
    }

    private var binds: [(path: [String], text: String)] {
        var paths = [["agents", "defaults", "sandbox", "docker", "binds"]]
        if let place = entry.path { paths.append(place + ["sandbox", "docker", "binds"]) }
        return paths.flatMap { path in
            (stack.value(path)?.node.elements ?? []).enumerated().compactMap { index, node in
                node.string.map { (path + [String(index)], $0) }
            }
        }
    }

    /// Whether the container reaches what should be closed to it.
    private var isWeakened: Bool {
        let docker = ["sandbox", "docker"]
        let members = [["agents", "defaults"] + docker, (entry.path ?? ["-"]) + docker].flatMap {
            stack.value($0)?.node.members ?? []
        }
        return members.contains { member in
            member.key.hasPrefix("dangerously") && member.value.boolean == true
                || ["seccompProfile", "apparmorProfile"].contains(member.key) && member.value.string == "unconfined"
        } || binds.contains { Self.isWide($0.text) }
    }

    private static func isWide(_ bind: String) -> Bool {
        let source = String(bind.prefix { $0 != ":" })
        return source.contains("docker.sock") || SecretPath.isSecret(source)
            || ["root", "home"].contains(MCPServer.reach(of: [source])) || source == "/etc"
    }

    /// Records the sandbox, the folders that it opens, and where commands and tools connect.
    func recordSandbox(into recorder: inout Recorder) {
        let isolation = isolation
        let network = text(own("sandbox", "docker", "network")) ?? "none"
        let access = text(own("sandbox", "workspaceAccess")) ?? "none"
        let isOpen = !isolation.isOn || network != "none"
        stack.record(
            .sandbox, at: isolation.path,
            [
                "kind": .text(text(own("sandbox", "backend")) ?? "container"), "enabled": .boolean(isolation.isOn),
                "required": .boolean(isolation.isOn), "escapable": .boolean(!isolation.isOn || isElevating),
                "auto_allow": .boolean(isolation.isOn ? true : gate == "never"),
                "filesystem": .text(!isolation.isOn ? "full" : access == "ro" ? "read-only" : "workspace"),
                "network": .text(isOpen ? "open" : "none"), "weakened": .boolean(isolation.isOn && isWeakened),
                "exclusions": 0, "covers_mcp": false,
            ], into: &recorder)
        if isOpen {
            stack.record(
                .egress, at: isolation.isOn ? own("sandbox", "docker", "network") : isolation.path,
                ["destination": "*", "breadth": "any", "effect": "allow", "enforced_by": "sandbox"], into: &recorder)
        }
        if isPermitted("web_fetch"), boolean(["tools", "web", "fetch", "enabled"]) != false {
            // The gateway fetches pages itself, outside the sandbox; private addresses are refused.
            stack.record(
                .egress, at: ["tools", "web", "fetch"],
                ["destination": "*", "breadth": "any", "effect": "allow", "enforced_by": "permission"],
                into: &recorder)
        }
        for bind in binds where isolation.isOn {
            let source = String(bind.text.prefix { $0 != ":" })
            stack.record(
                .dataSource, at: bind.path,
                [
                    "kind": "folder", "name": .text(Redaction.redact(source)),
                    "write_access": .boolean(!bind.text.hasSuffix(":ro")),
                ], into: &recorder)
        }
        let only = tool("fs", "workspaceOnly")
        guard !isolation.isOn, isPermitted("read"), boolean(only) != true else { return }
        stack.record(
            .dataSource, at: only,
            ["kind": "folder", "name": "/", "write_access": .boolean(isPermitted("write") || isPermitted("exec"))],
            into: &recorder)
    }
}
