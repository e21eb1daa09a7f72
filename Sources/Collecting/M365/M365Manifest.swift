internal import Compliance
internal import Documents

/// The manifest of a declarative agent.
struct M365Manifest {
    let root: Node

    /// Capabilities that act, with the strongest effect.
    private static let tools = [
        "WebSearch": "network", "CodeInterpreter": "execute", "EmailActions": "write", "MeetingActions": "write",
        "GraphicArt": "write",
    ]
    /// Capabilities that read, with the kind of source and the key that bounds them.
    private static let sources: [String: (kind: String, bounds: [String])] = [
        "WebSearch": ("web", ["sites"]),
        "OneDriveAndSharePoint": ("document-store", ["items_by_url", "items_by_sharepoint_ids"]),
        "GraphConnectors": ("document-store", ["connections"]), "TeamsMessages": ("document-store", ["urls"]),
        "Email": ("document-store", ["folders", "shared_mailbox"]), "People": ("document-store", []),
        "Meetings": ("document-store", ["items_by_id"]), "Dataverse": ("database", ["knowledge_sources"]),
        "EmbeddedKnowledge": ("folder", ["files"]), "ScenarioModels": ("document-store", ["models"]),
    ]

    func record(_ scribe: inout Scribe) {
        scribe.settings(root)
        scribe.secrets(in: root, holder: "agent")
        if let text = root["instructions"] {
            if text.string?.hasPrefix("$[file(") == true {
                scribe.cover([.instruction], .partial, because: "the instructions stand in a file of their own")
            } else {
                scribe.instruction("instructions", text, "/instructions")
            }
        }
        for (index, capability) in (root["capabilities"]?.elements ?? []).enumerated() {
            guard let node = capability["name"], let name = node.string else { continue }
            let pointer = "/capabilities/\(index)"
            if let effect = Self.tools[name] {
                // Mail and invitations are shown to the user before they are sent.
                scribe.tool(
                    name, effect: effect, approval: name.hasSuffix("Actions") ? "always" : "never", at: node,
                    pointer + "/name")
            }
            if let source = Self.sources[name] { record(source, capability, node, name, pointer, &scribe) }
        }
        for (index, peer) in (root["worker_agents"]?.elements ?? []).enumerated() {
            guard let id = peer["id"] else { continue }
            scribe.add(
                .delegation, at: id, "/worker_agents/\(index)/id",
                ["peer": .text(id.string ?? "worker"), "transport": "in-process"])
        }
    }

    /// Without a bound the capability reaches whatever the user can see.
    private func record(
        _ source: (kind: String, bounds: [String]), _ capability: Node, _ node: Node, _ name: String, _ pointer: String,
        _ scribe: inout Scribe
    ) {
        var isBounded = false
        for key in source.bounds {
            for (index, item) in (capability[key]?.elements ?? []).enumerated() {
                let value =
                    item.string
                    ?? ["url", "connection_id", "id", "folder_id", "file", "source"].lazy
                    .compactMap { item[$0]?.string }.first
                isBounded = true
                scribe.add(
                    .dataSource, at: item, "\(pointer)/\(key)/\(index)",
                    [
                        "kind": .text(source.kind), "name": .text("\(name): \(Redaction.redact(value ?? key))"),
                        "write_access": false,
                    ])
            }
        }
        guard !isBounded else { return }
        let all = name == "WebSearch" ? "the whole web" : "everything that the user can see"
        scribe.add(
            .dataSource, at: node, pointer + "/name",
            ["kind": .text(source.kind), "name": .text("\(name): \(all)"), "write_access": false])
    }
}

/// The manifest of an API plug-in: its functions and where they run.
struct M365Plugin {
    let root: Node

    func record(_ scribe: inout Scribe) {
        scribe.settings(root)
        scribe.secrets(in: root, holder: "plug-in")
        for (index, function) in (root["functions"]?.elements ?? []).enumerated() {
            guard let node = function["name"], let name = node.string else { continue }
            let confirmation = function[path: ["capabilities", "confirmation"]]
            let type = confirmation?["type"]?.string
            // `isNonConsequential` lets the user choose never to be asked again.
            let approval =
                type == "None"
                ? "never"
                : confirmation?["isNonConsequential"]?.boolean == true
                    ? "on-risk"
                    : type == "AdaptiveCard" ? "always" : nil
            scribe.tool(
                name, approval: approval, at: confirmation?["type"] ?? node,
                confirmation == nil ? "/functions/\(index)/name" : "/functions/\(index)/capabilities/confirmation")
            if let text = function["description"] {
                scribe.instruction(name, kind: "skill", text, "/functions/\(index)/description")
            }
        }
        for (index, runtime) in (root["runtimes"]?.elements ?? []).enumerated() {
            let pointer = "/runtimes/\(index)"
            let auth = runtime[path: ["auth", "type"]]?.string
            if let url = runtime[path: ["spec", "url"]], let text = url.string,
                runtime["type"]?.string == "RemoteMCPServer"
            {
                scribe.remoteServer(
                    root["name_for_human"]?.string ?? "plug-in", url: text, client: "Microsoft 365 Copilot",
                    auth: auth == "None" ? "none" : auth == "OAuthPluginVault" ? "oauth" : auth == nil ? nil : "header",
                    scope: (runtime["run_for_functions"]?.elements ?? []).contains { $0.string == "*" }
                        ? "all" : "listed", at: url,
                    pointer + "/spec/url")
            }
            guard let auth, auth.hasSuffix("PluginVault"), let reference = runtime[path: ["auth", "reference_id"]]
            else { continue }
            scribe.add(
                .credential, at: reference, pointer + "/auth/reference_id",
                [
                    "holder": "plug-in", "name": .text(auth), "kind": auth.hasPrefix("OAuth") ? "token" : "api-key",
                    "storage": "vault", "detector": "plugin-vault",
                ])
        }
    }
}
