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
