internal import Compliance
internal import Documents

/// One `langgraph.json`: what the server of a deployment offers, keeps and loads.
struct LangGraphFile {
    let root: Node

    /// Records everything that the file says.
    func record(_ scribe: inout Scribe) {
        scribe.settings(root, status: LangGraphKeys.status)
        scribe.secrets(in: root, holder: "agent")
        recordVariables(&scribe)
        recordDoors(&scribe)
        recordMemory(&scribe)
        recordParts(&scribe)
        recordDestinations(&scribe)
    }

    /// `env` is a map of variables, or the path of a file that holds them.
    private func recordVariables(_ scribe: inout Scribe) {
        guard let env = root["env"] else { return }
        for member in env.members where SecretScanner.detect(key: member.key, value: member.value.string ?? "") == nil {
            scribe.credential(member.value, name: member.key, holder: "agent", "/env/\(Node.escape(member.key))")
        }
        guard let path = env.string else { return }
        scribe.add(
            .credential, at: env, "/env",
            [
                "holder": "agent", "name": .text(Redaction.redact(path)), "storage": "file", "detector": "env-file",
            ])
    }

    /// The ways in: the API itself, and `/mcp` and `/a2a`, which are open unless they are switched off.
    ///
    /// Without `auth` a deployment on the vendor's platform asks for its API key, one of one's own for nothing: not known.
    private func recordDoors(_ scribe: inout Scribe) {
        let hasAuth = root[path: ["auth", "path"]]?.string != nil
        let isOpen: (String) -> Bool = { root[path: ["http", $0]]?.boolean != true }
        let place = root.position(of: hasAuth ? ["auth", "path"] : ["auth"])
        let pointer = hasAuth ? "/auth/path" : ""
        if isOpen("disable_runs") || isOpen("disable_threads") {
            scribe.add(
                .trigger, line: place, pointer,
                [
                    "kind": "webhook", "expression": "HTTP API of the deployment",
                    "untrusted": hasAuth ? false : .null,
                ])
        }
        for (key, peer) in [("disable_a2a", "callers of /a2a"), ("disable_mcp", "callers of /mcp")] where isOpen(key) {
            scribe.add(
                .delegation, line: root.position(of: ["http", key]), "/http/\(key)",
                [
                    "peer": .text(peer), "transport": "http", "authentication": hasAuth ? "token" : .null,
                ])
        }
        // Routes of one's own are outside the authentication unless this is set, on every host:
        // <https://docs.langchain.com/langsmith/custom-routes>
        if root[path: ["http", "app"]] != nil {
            let isCovered = root[path: ["http", "enable_custom_route_auth"]]?.boolean == true
            scribe.add(
                .trigger, line: root.position(of: ["http", "app"]), "/http/app",
                [
                    "kind": "webhook", "expression": "routes of the program's own",
                    "untrusted": !isCovered ? true : hasAuth ? false : .null,
                ])
        }
    }

    /// Threads are kept by the checkpointer, facts by the store; `default_ttl` counts minutes.
    private func recordMemory(_ scribe: inout Scribe) {
        let kept = root[path: ["checkpointer", "ttl", "default_ttl"]]
        scribe.add(
            .memory, line: root.position(of: ["checkpointer", "ttl", "default_ttl"]),
            kept == nil ? "" : "/checkpointer/ttl/default_ttl",
            [
                "actor": "main", "kind": "transcript", "enabled": true, "scope": "session", "writable_by": "agent",
                "retention_days": Self.days(kept),
            ])
        if root["store"] != nil {
            let ttl = root[path: ["store", "ttl", "default_ttl"]]
            scribe.add(
                .memory, line: root.position(of: ["store", "ttl", "default_ttl"]),
                root["store"] == nil ? "" : "/store",
                [
                    "actor": "main", "kind": root[path: ["store", "index"]] == nil ? "notes" : "vector",
                    "enabled": true, "scope": "shared", "writable_by": "agent", "retention_days": Self.days(ttl),
                ])
        }
        if let embed = root[path: ["store", "index", "embed"]], let name = embed.string, name.contains(":") {
            let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
            guard !name.contains(".py") else { return }
            scribe.model("memory", provider: parts[0], name: parts[1], at: embed, "/store/index/embed")
        }
    }

    private static func days(_ minutes: Node?) -> Value {
        minutes?.number.map { .integer(Int(($0 / 1440).rounded(.up).clamped(to: 0...1_000_000))) } ?? .null
    }

    /// Packages, images, and the lines that the build runs.
    private func recordParts(_ scribe: inout Scribe) {
        for (index, node) in (root["dependencies"]?.elements ?? []).enumerated() {
            guard let text = node.string else { continue }
            let requirement = PythonRequirement(text)
            scribe.add(
                .component, at: node, "/dependencies/\(index)",
                [
                    "kind": "package", "name": .text(Redaction.redact(requirement.name)),
                    "version": Value(requirement.version.map { Redaction.redact($0) }),
                    "pin": .text(requirement.pin), "source": .text(requirement.source), "enabled": true,
                ])
        }
        if let node = root["base_image"], let text = node.string {
            let image = ImageName(text)
            scribe.add(
                .component, at: node, "/base_image",
                [
                    "kind": "image", "name": .text(Redaction.redact(image.repository)), "version": Value(image.version),
                    "pin": .text(image.pin), "source": "registry", "enabled": true,
                ])
        }
        for (index, node) in (root["dockerfile_lines"]?.elements ?? []).enumerated() {
            guard let text = node.string, text.uppercased().hasPrefix("RUN ") else { continue }
            let command = String(text.dropFirst(4))
            let shown = HookText(command)
            scribe.add(
                .hook, at: node, "/dockerfile_lines/\(index)",
                [
                    "event": "dockerfile_lines", "kind": "command", "command": .text(Redaction.redact(command)),
                    "effect": Value(shown.effect == "none" && !shown.isWhole ? nil : shown.effect),
                    "location": Value(shown.location), "pinned": Value(shown.isPinned), "level": "project",
                    "effective": true,
                ])
        }
    }

    /// Where webhooks may go: callers name the address, `webhooks.url` bounds it.
    private func recordDestinations(_ scribe: inout Scribe) {
        guard root[path: ["http", "disable_webhooks"]]?.boolean != true, let url = root[path: ["webhooks", "url"]]
        else {
            return
        }
        for (index, domain) in (url["allowed_domains"]?.elements ?? []).enumerated() {
            guard let name = domain.string else { continue }
            scribe.add(
                .egress, at: domain, "/webhooks/url/allowed_domains/\(index)",
                [
                    "destination": .text(name),
                    "breadth": name == "*" ? "any" : name.contains("*") ? "pattern" : "exact",
                    "effect": "allow", "enforced_by": "proxy",
                ])
        }
    }
}

extension Comparable {
    /// The nearest value of a range.
    func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
