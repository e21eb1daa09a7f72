internal import Compliance
internal import Documents

/// Records every leaf of a settings file, and which of them the product does not act on.
enum SettingReader {
    /// Keys that only managed settings may hold.
    private static let managedOnly: Set<String> = [
        "allowManagedPermissionRulesOnly", "allowManagedHooksOnly", "allowManagedMcpServersOnly",
        "strictKnownMarketplaces",
        "blockedMarketplaces", "strictPluginOnlyCustomization", "disableSideloadFlags", "forceRemoteSettingsRefresh",
    ]
    /// Keys that are often written at the top and stand under another key.
    private static let misplaced: [String: String] = [
        "disableBypassPermissionsMode": "permissions", "defaultMode": "permissions", "allow": "permissions",
        "deny": "permissions",
        "additionalDirectories": "permissions", "allowedDomains": "sandbox.network", "failIfUnavailable": "sandbox",
    ]

    /// One row for each leaf.
    ///
    /// `refusal` says why the product does not act on a key there, nil when it does; it is asked before the common rules.
    static func record(
        _ file: SourceFile, _ root: Node, level: String, for agent: AgentID, into recorder: inout Recorder,
        refusal: ([String]) -> String? = { _ in nil }
    ) {
        root.walk { pointer, node in
            guard !node.isObject && !node.isArray else { return }
            let keys = pointer.split(separator: "/").map(String.init).filter { Int($0) == nil }
            let refused = refusal(keys)
            let (status, reason) = refused.map { ("not-honoured", $0) } ?? status(keys, node, level)
            let text: String? =
                switch node.content {
                case .string(let text): Redaction.redact(text, key: keys.last ?? "")
                case .integer(let integer): String(integer)
                case .real(let real): String(real)
                case .boolean(let boolean): String(boolean)
                default: nil
                }
            let type =
                node.string != nil ? "text" : node.number != nil ? "number" : node.boolean != nil ? "boolean" : "null"
            recorder.record(
                .setting,
                [
                    "level": .text(level), "key": .text(keys.joined(separator: ".")), "type": .text(type),
                    "value": Value(text),
                    "status": .text(status), "reason": Value(reason),
                ], for: agent, in: file, at: node.position, pointer: pointer)
        }
    }

    private static func status(_ keys: [String], _ node: Node, _ level: String) -> (String, String?) {
        guard let first = keys.first else { return ("in-force", nil) }
        if level == "template" { return ("not-honoured", "the product does not read the file from this folder") }
        if let home = misplaced[first] { return ("misplaced", "belongs under \(home)") }
        if managedOnly.contains(first) && level != "managed" {
            return ("not-honoured", "counts in managed settings only")
        }
        if keys == ["permissions", "defaultMode"], node.string == "auto", level == "project" || level == "local" {
            return ("not-honoured", "auto is not taken from a repository's files")
        }
        if first == "skipDangerousModePermissionPrompt" && level == "project" {
            return ("not-honoured", "is not taken from the shared project file")
        }
        return ("in-force", nil)
    }
}
