internal import Compliance
internal import Documents

/// One `devcontainer.json`.
///
/// <https://containers.dev/implementors/json_reference/>
struct DevContainer {
    let root: Node

    /// Agents by a word that stands in such a file when they are installed, with the word of a variable that fixes their version.
    static let products = [
        (mark: "claude-code", product: "Claude Code", variable: "CLAUDE"),
        (mark: "@openai/codex", product: "Codex CLI", variable: "CODEX"),
        (mark: "openai.chatgpt", product: "Codex", variable: "CODEX"),
        (mark: "gemini-cli", product: "Gemini CLI", variable: "GEMINI"),
        (mark: "opencode", product: "opencode", variable: "OPENCODE"),
        (mark: "github.copilot", product: "GitHub Copilot", variable: "COPILOT"),
    ]

    private static let commands = [
        "initializeCommand", "onCreateCommand", "updateContentCommand", "postCreateCommand", "postStartCommand",
        "postAttachCommand",
    ]

    /// The agent that is installed; of several the first of the list.
    var product: String? {
        var texts: [String] = []
        root.walk { place, node in texts.append(place + " " + (node.string ?? "")) }
        let found = Self.products.first { entry in
            texts.contains { $0.lowercased().replacing("~1", with: "/").holds(entry.mark) }
        }
        return found?.product ?? (servers == nil ? nil : "An MCP client")
    }

    private var servers: Node? { root[path: ["customizations", "vscode", "mcp", "servers"]] }

    /// The lines that the container runs when it is made and started, each with its place.
    private var scripts: [(text: String, node: Node, pointer: String)] {
        Self.commands.flatMap { key -> [(text: String, node: Node, pointer: String)] in
            guard let value = root[key] else { return [] }
            let parts =
                value.isObject
                ? value.members.map { ($0.value, "/\(key)/\(Node.escape($0.key))") } : [(value, "/\(key)")]
            return parts.map { node, pointer in
                (node.string ?? node.elements.compactMap(\.string).joined(separator: " "), node, pointer)
            }
        }
    }

    /// Records everything that the file says.
    func record(_ scribe: inout Scribe) {
        scribe.settings(root)
        scribe.secrets(in: root, holder: "agent")
        for key in ["containerEnv", "remoteEnv"] {
            for member in root[key]?.members ?? [] {
                guard SecretScanner.detect(key: member.key, value: member.value.string ?? "") == nil else { continue }
                scribe.credential(member.value, name: member.key, holder: "agent", "/\(key)/\(Node.escape(member.key))")
            }
        }
        if let servers {
            scribe.servers(servers, "/customizations/vscode/mcp/servers", client: "VS Code")
        }
        recordInstalled(&scribe)
        recordUnasked(&scribe)
        let hasFirewall = scripts.contains { $0.text.contains("firewall") || $0.text.contains("iptables") }
        let hold = DevContainerHold(root, hasFirewall: hasFirewall)
        hold.hold.record(holder: "container", at: hold.node, hold.pointer, &scribe)
        for folder in hold.homes {
            scribe.add(
                .dataSource, at: folder.node, folder.pointer,
                [
                    "kind": "folder", "name": .text(Redaction.redact(folder.name)),
                    "write_access": .boolean(!folder.isReadOnly),
                ])
        }
    }

    /// Switches by which a script or an editor's setting takes the questions away.
    private func recordUnasked(_ scribe: inout Scribe) {
        let switches = ["--dangerously-skip-permissions", "--dangerously-bypass-approvals-and-sandbox", "--yolo"]
        var places = scripts.filter { script in switches.contains { script.text.contains($0) } }
            .map { ($0.node, $0.pointer) }
        for member in root[path: ["customizations", "vscode", "settings"]]?.members ?? [] {
            let names = ["chat.tools.global.autoApprove", "chat.tools.autoApprove"]
            guard names.contains(member.key), member.value.boolean == true else { continue }
            places.append((member.value, "/customizations/vscode/settings/\(Node.escape(member.key))"))
        }
        for (node, pointer) in places {
            scribe.add(.approval, at: node, pointer, ["covers": "any", "mode": "never", "bypassable": false])
        }
    }

    /// The image, and agents that are installed by a feature, a script, or a version handed to the build.
    private func recordInstalled(_ scribe: inout Scribe) {
        if let image = root["image"], let text = image.string {
            let name = ImageName(text)
            component("image", name.repository, name.version, name.pin, at: image, "/image", &scribe)
        }
        for feature in root["features"]?.members ?? [] {
            guard Self.products.contains(where: { feature.key.lowercased().holds($0.mark) }) else { continue }
            let name = ImageName(feature.key)
            component(
                "package", name.repository, name.version, name.pin, line: feature.keyPosition,
                "/features/\(Node.escape(feature.key))", &scribe)
        }
        let arguments = root[path: ["build", "args"]]?.members ?? []
        for argument in arguments where argument.key.uppercased().hasSuffix("VERSION") {
            let known = Self.products.first { argument.key.uppercased().hasPrefix($0.variable) }
            guard let known, let version = argument.value.string else { continue }
            component(
                "package", known.product, version, LaunchCommand.pin(of: version), at: argument.value,
                "/build/args/\(Node.escape(argument.key))", &scribe)
        }
        for script in scripts {
            for launch in SetupSteps.installs(in: script.text) {
                component(
                    "package", launch.package ?? "", launch.version, launch.pin, at: script.node, script.pointer,
                    &scribe)
            }
        }
    }

    private func component(
        _ kind: String, _ name: String, _ version: String?, _ pin: String?, at node: Node? = nil,
        line: Position? = nil, _ pointer: String, _ scribe: inout Scribe
    ) {
        scribe.add(
            .component, line: line ?? node?.position ?? .start, pointer,
            [
                "kind": .text(kind), "name": .text(Redaction.redact(name)), "version": Value(version),
                "pin": Value(pin), "source": "registry", "enabled": true,
            ])
    }
}
