internal import Compliance
internal import Documents

extension CodexAgent {
    /// What commands may write and reach.
    struct Isolation {
        /// full, workspace or read-only; nil when a setting has a value that Codex does not know.
        var filesystem: String?
        /// none, allowlist or open.
        var network = "none"
        /// The setting that decides.
        var path = ["sandbox_mode"]
    }

    private static let modes = ["danger-full-access", "workspace-write", "read-only"]

    /// The isolation that comes out of mode, permission profile and demands.
    var isolation: Isolation {
        let mode = stack.value("sandbox_mode")
        let profile = stack.value("default_permissions")
        // Of both in one file the documents do not say which holds: the weaker is taken.
        let byMode = isolation(mode: mode?.node.string ?? (mode == nil ? "workspace-write" : ""))
        guard let profile else { return byMode }
        let byProfile = bounded(isolation(profile: profile.node.string ?? ""))
        guard let mode else { return byProfile }
        if mode.layer.rank != profile.layer.rank {
            return mode.layer.rank > profile.layer.rank ? byMode : byProfile
        }
        return Self.weakness(byProfile) > Self.weakness(byMode) ? byProfile : byMode
    }

    private static func weakness(_ isolation: Isolation) -> Int {
        (["read-only": 0, "workspace": 2, "full": 4][isolation.filesystem] ?? 5) + (isolation.network == "none" ? 0 : 1)
    }

    /// The isolation of a sandbox mode, as demands leave it.
    func isolation(mode: String) -> Isolation {
        guard Self.modes.contains(mode) else { return Isolation(filesystem: nil) }
        switch stack.requirements.bounded(mode, by: "allowed_sandbox_modes", weakestFirst: Self.modes) {
        case "danger-full-access": return Isolation(filesystem: "full", network: "open")
        case "read-only": return Isolation(filesystem: "read-only")
        default:
            let isOnline = stack.boolean("sandbox_workspace_write", "network_access") == true
            let isRoot = roots.contains { $0.node.string == "/" }
            let network = isOnline ? proxiedDomains == nil ? "open" : "allowlist" : "none"
            return Isolation(filesystem: isRoot ? "full" : "workspace", network: network)
        }
    }

    /// A demand on sandbox modes holds for permission profiles too.
    private func bounded(_ isolation: Isolation) -> Isolation {
        guard isolation.filesystem == "full", let allowed = stack.requirements.allowed("allowed_sandbox_modes"),
            !allowed.contains("danger-full-access")
        else { return isolation }
        var bounded = self.isolation(mode: "danger-full-access")
        bounded.path = isolation.path
        return bounded
    }

    /// The isolation of a permission profile: <https://developers.openai.com/codex/permissions>.
    private func isolation(profile name: String) -> Isolation {
        let path = ["default_permissions"]
        switch name {
        case ":read-only": return Isolation(filesystem: "read-only", path: path)
        case ":workspace": return Isolation(filesystem: "workspace", path: path)
        case ":danger-no-sandbox", ":danger-full-access":
            return Isolation(filesystem: "full", network: "open", path: path)
        default: break
        }
        guard let table = stack.table(["permissions", name])?.node, table.isObject else {
            return Isolation(filesystem: nil, path: path)
        }
        var result = Isolation(filesystem: "read-only", path: path)
        if let base = table["extends"]?.string {
            guard base != name, base.hasPrefix(":") else { return Isolation(filesystem: nil, path: path) }
            result = isolation(profile: base)
        }
        for entry in table["filesystem"]?.members ?? [] {
            let writes = ([entry.value] + entry.value.members.map(\.value)).contains { $0.string == "write" }
            guard writes else { continue }
            result.filesystem =
                ["/", ":root"].contains(entry.key) ? "full" : result.filesystem == "full" ? "full" : "workspace"
        }
        if let network = table["network"], network["enabled"]?.boolean == true {
            let domains = network["domains"]?.members.filter { $0.value.string == "allow" } ?? []
            result.network = domains.isEmpty || domains.contains { $0.key == "*" } ? "open" : "allowlist"
        }
        return result
    }

    /// Folders beside the workspace that commands may write.
    private var roots: [(node: Node, value: CodexValue, index: Int)] {
        guard let list = stack.value("sandbox_workspace_write", "writable_roots") else { return [] }
        return list.node.elements.enumerated().map { ($0.element, list, $0.offset) }
    }

    /// Records the sandbox, where it lets commands connect, and the folders that it opens.
    func recordSandbox(into recorder: inout Recorder) {
        let isolation = isolation
        guard let filesystem = isolation.filesystem else {
            let reason = "\(isolation.path[0]) has a value that Codex does not know"
            for table in [Table.sandbox, .egress] { recorder.cover(id, table, .partial, because: reason) }
            return
        }
        let isOff = isolation.network == "open" && filesystem == "full" && isFullAccess(isolation)
        let policy = policy
        // Leaving it asks a person, unless another model answers: then nobody holds the boundary.
        // <https://developers.openai.com/codex/concepts/sandboxing>
        let isOpened = isReviewedByModel && policy != "never" && asks("sandbox_approval")
        let mayLeave: Value = isOff || isOpened ? true : policy == nil ? .null : false
        record(
            .sandbox, at: isolation.path,
            [
                "kind": "os-sandbox", "enabled": .boolean(!isOff), "required": true,
                "escapable": mayLeave, "auto_allow": .boolean(policy != "untrusted"),
                "filesystem": .text(filesystem), "network": .text(isolation.network),
                "weakened": .boolean(!isOff && isWeakened(filesystem)), "exclusions": .integer(allowances),
                "covers_mcp": false,
            ], into: &recorder)
        recordDestinations(isolation, isOff: isOff, &recorder)
        guard filesystem != "read-only", isolation.path == ["sandbox_mode"] else { return }
        for root in roots {
            guard let path = root.node.string else { continue }
            recorder.record(
                .dataSource, ["kind": "folder", "name": .text(Redaction.redact(path)), "write_access": true], for: id,
                in: root.value.layer.file, at: root.node.position, pointer: "\(root.value.pointer)/\(root.index)")
        }
    }

    private func isFullAccess(_ isolation: Isolation) -> Bool {
        isolation.path == ["sandbox_mode"]
            ? !roots.contains { $0.node.string == "/" } || stack.text("sandbox_mode") == "danger-full-access"
            : stack.text("default_permissions")?.hasPrefix(":danger") == true
    }

    /// A writable root that holds the user's files or the machine's opens what the sandbox should close.
    private func isWeakened(_ filesystem: String) -> Bool {
        filesystem != "read-only" && roots.contains { MCPServer.reach(of: [$0.node.string ?? ""]).isWide }
            || stack.keys("permissions").contains { name in
                guard name == stack.text("default_permissions") else { return false }
                let network = stack.table(["permissions", name])?.node["network"]
                return network?.members.contains { $0.key.hasPrefix("dangerously_") && $0.value.boolean == true }
                    == true
            }
    }

    private func recordDestinations(_ isolation: Isolation, isOff: Bool, _ recorder: inout Recorder) {
        if isolation.network == "open" {
            let path =
                isOff || isolation.path != ["sandbox_mode"]
                ? isolation.path : ["sandbox_workspace_write", "network_access"]
            record(
                .egress, at: path,
                ["destination": "*", "breadth": "any", "effect": "allow", "enforced_by": "sandbox"], into: &recorder)
        }
        if isolation.path == ["sandbox_mode"], isolation.network == "allowlist", let proxy = proxiedDomains {
            record(domains: proxy.node, of: proxy, at: "", &recorder)
        }
        guard isolation.path == ["default_permissions"], let name = stack.text("default_permissions"),
            let profile = stack.table(["permissions", name])
        else { return }
        guard let domains = profile.node[path: ["network", "domains"]] else { return }
        record(domains: domains, of: profile, at: "/network/domains", &recorder)
    }

    /// The destinations of the network proxy, when it is on and bounds them: `[features.network_proxy]`.
    ///
    /// <https://developers.openai.com/codex/agent-approvals-security>
    private var proxiedDomains: CodexValue? {
        let isOn =
            stack.boolean("features", "network_proxy") == true
            || stack.boolean("features", "network_proxy", "enabled") == true
        guard isOn, let domains = stack.table(["features", "network_proxy", "domains"]) else { return nil }
        let allowed = domains.node.members.filter { $0.value.string == "allow" }
        return allowed.isEmpty || allowed.contains { $0.key == "*" } ? nil : domains
    }

    private func record(domains: Node, of value: CodexValue, at pointer: String, _ recorder: inout Recorder) {
        for entry in domains.members {
            guard let effect = entry.value.string, ["allow", "deny"].contains(effect) else { continue }
            let breadth = entry.key == "*" ? "any" : entry.key.contains("*") ? "pattern" : "exact"
            recorder.record(
                .egress,
                [
                    "destination": .text(entry.key), "breadth": .text(breadth), "effect": .text(effect),
                    "enforced_by": "proxy",
                ],
                for: id, in: value.layer.file, at: entry.keyPosition,
                pointer: "\(value.pointer)\(pointer)/\(Node.escape(entry.key))")
        }
    }
}

extension String {
    fileprivate var isWide: Bool { self == "root" || self == "home" }
}
