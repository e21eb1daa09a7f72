internal import Documents

/// The demands of `etc/codex/requirements.toml`: values outside them are replaced by ones within.
///
/// <https://developers.openai.com/codex/enterprise/managed-configuration#admin-enforced-requirements-requirementstoml>
struct CodexRequirements {
    let files: [(file: SourceFile, root: Node)]

    init(_ files: [(SourceFile, Node)]) { self.files = files.map { (file: $0.0, root: $0.1) } }

    private func first(_ path: [String]) -> Node? { files.lazy.compactMap { $0.root[path: path] }.first }

    /// The values that a setting may have; nil when nothing is demanded.
    func allowed(_ key: String) -> [String]? {
        guard let list = first([key]), list.isArray else { return nil }
        return list.elements.compactMap { $0.string ?? ($0.isObject ? "granular" : nil) }
    }

    /// A value as it comes out: itself, or the weakest that is allowed.
    ///
    /// The documents do not say which of the allowed values Codex falls back to, so nothing better is assumed.
    func bounded(_ value: String, by key: String, weakestFirst order: [String]) -> String {
        guard let allowed = allowed(key), !allowed.contains(value), !allowed.isEmpty else { return value }
        return order.first(where: allowed.contains) ?? value
    }

    /// A feature that is pinned on or off.
    func feature(_ name: String) -> Bool? { first(["features", name])?.boolean }

    /// Whether hooks of users and projects are shut out.
    var managedHooksOnly: Bool { first(["allow_managed_hooks_only"])?.boolean == true }

    /// Whether a server may be enabled: name and identity must both match.
    func admits(_ name: String, _ server: Node) -> Bool {
        guard let list = first(["mcp_servers"]) else { return true }
        guard let identity = list[path: [name, "identity"]] else { return false }
        if let command = identity["command"] { return server["command"]?.string == command.string }
        if let url = identity["url"] { return server["url"]?.string == url.string }
        return false
    }
}
