internal import Compliance
internal import Documents

extension ClaudeAgent {
    /// Records the isolation of shell commands.
    ///
    /// It is off unless a file says otherwise, and never holds MCP servers.
    ///
    /// <https://code.claude.com/docs/en/sandboxing>
    func recordSandbox(into recorder: inout Recorder) {
        // A template that closes key files is judged by what holds where somebody installs it.
        let closesKeys = kind == .template && rules("deny").contains(where: \.isForSecrets)
        guard hasDefaults || closesKeys || settings.value("sandbox") != nil else { return }
        let enabled = settings.boolean("sandbox", "enabled", default: false)
        let hasDoubt = !settings.broken.isEmpty
        record(
            .sandbox, at: ["sandbox", "enabled"],
            [
                "kind": "os-sandbox", "enabled": Value(enabled),
                "required": Value(settings.boolean("sandbox", "failIfUnavailable", default: false)),
                "escapable": Value(settings.boolean("sandbox", "allowUnsandboxedCommands", default: true)),
                "auto_allow": Value(settings.boolean("sandbox", "autoAllowBashIfSandboxed", default: true)),
                "filesystem": Value(enabled.map { $0 ? files : "full" }),
                "network": Value(enabled.map { $0 ? network : "open" }),
                "weakened": isWeakened ? true : hasDoubt ? nil : false,
                "exclusions": hasDoubt ? nil : .integer(settings.elements("sandbox", "excludedCommands").count),
                "covers_mcp": false,
            ], into: &recorder)
        // A list of domains holds only while the sandbox does.
        if enabled == true || kind == .template { recordDomains(into: &recorder) }
    }

    private var files: String {
        if settings.value("sandbox", "filesystem", "disabled")?.node.boolean == true { return "full" }
        let writable = settings.elements("sandbox", "filesystem", "allowWrite").compactMap(\.node.string)
        return writable.contains { ["/", "//", "~", "~/", "/**", "//**", "~/**", "*", "**"].contains($0) }
            ? "full" : "workspace"
    }

    private var network: String {
        let domains = settings.elements("sandbox", "network", "allowedDomains").compactMap(\.node.string)
        return domains.contains("*") ? "open" : "allowlist"
    }

    private var isWeakened: Bool {
        [
            ["sandbox", "enableWeakerNestedSandbox"], ["sandbox", "enableWeakerNetworkIsolation"],
            ["sandbox", "allowAppleEvents"], ["sandbox", "network", "allowAllUnixSockets"],
        ].contains { settings.value($0)?.node.boolean == true }
    }

    private func recordDomains(into recorder: inout Recorder) {
        let onlyManaged = settings.value("sandbox", "network", "allowManagedDomainsOnly")?.node.boolean == true
        for (key, effect) in [("allowedDomains", "allow"), ("deniedDomains", "deny")] {
            for (node, file, index) in settings.elements("sandbox", "network", key) {
                guard let domain = node.string, effect == "deny" || !onlyManaged || file.level == "managed" else {
                    continue
                }
                recorder.record(
                    .egress,
                    [
                        "destination": .text(domain), "effect": .text(effect), "enforced_by": "sandbox",
                        "breadth": domain == "*" ? "any" : domain.contains("*") ? "pattern" : "exact",
                    ], for: id, in: file.file, at: node.position, pointer: "/sandbox/network/\(key)/\(index)")
            }
        }
    }
}
