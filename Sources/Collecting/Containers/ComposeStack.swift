internal import Compliance
internal import Documents

/// The services of a Compose file beside its agents: databases, stores and front ends that agents and their tools work on.
///
/// Whoever gets at them gets at what the agent reads and writes: at the neighbour's port, or with its password.
struct ComposeStack {
    let services: [ComposeService]

    init(_ root: Node) {
        services = (root["services"]?.members ?? []).filter(\.value.isObject).map {
            ComposeService(root: root, entry: $0)
        }
    }

    /// Whether a service is an agent's, so that another collector reads the file.
    var hasAgent: Bool { services.contains { $0.agent != nil } }

    /// Whether the gateway of Docker is among them.
    var hasGateway: Bool { services.contains { $0.agent?.product == "Docker MCP gateway" } }

    /// Records what every service says that is no agent's.
    func recordNeighbours(_ scribe: inout Scribe) {
        for service in services where service.agent == nil { service.recordAsNeighbour(&scribe) }
    }
}

extension ComposeService {
    /// Records the image, the secrets in clear text, and the ports on which others get in.
    func recordAsNeighbour(_ scribe: inout Scribe) {
        let service = entry.value
        for member in service.members where member.key != "environment" {
            scribe.secrets(in: member.value, holder: entry.key, "\(pointer)/\(Node.escape(member.key))")
        }
        for variable in variables {
            // What is kept elsewhere is the neighbour's own business.
            guard let value = variable.value, SecretScanner.detect(key: variable.name, value: value) != nil else {
                continue
            }
            scribe.credential(
                value, name: variable.name, at: variable.node, holder: entry.key, variable.pointer)
        }
        if service["image"] != nil { recordImage(isServer: false, &scribe) }
        guard let ports = service["ports"] else { return }
        for (index, port) in ports.elements.enumerated() where !port.isObject {
            SettingReader.record(
                port, ["ports"], "\(pointer)/ports/\(index)", level: "project", status: "in-force", reason: nil,
                for: scribe.agent, in: scribe.file, into: &scribe.recorder)
        }
    }
}
