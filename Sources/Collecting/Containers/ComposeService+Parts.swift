internal import Compliance
internal import Documents

extension ComposeService {
    private var service: Node { entry.value }

    /// The image, and the MCP server that it is.
    func recordImage(isServer: Bool, _ scribe: inout Scribe) {
        let isBuilt = service["build"] != nil
        guard let image = service["image"] ?? service["build"] else { return }
        let place = pointer + (service["image"] == nil ? "/build" : "/image")
        let name = ImageName(image.string ?? entry.key)
        scribe.add(
            .component, at: image, place,
            [
                "kind": "image", "name": .text(Redaction.redact(isBuilt ? entry.key : name.repository)),
                "version": isBuilt ? .null : Value(name.version), "pin": .text(isBuilt ? "local" : name.pin),
                "source": .text(isBuilt ? "local" : "registry"), "enabled": true,
            ])
        guard isServer else { return }
        scribe.add(
            .mcpServer, at: image, place,
            [
                "name": .text(entry.key), "client": "Docker Compose", "launcher": "docker",
                "package": .text(Redaction.redact(name.repository)), "version": Value(name.version),
                "pin": .text(isBuilt ? "local" : name.pin), "source": .text(isBuilt ? "local" : "registry"),
                "enabled": true, "tool_scope": "all", "injects_code": false, "shell_expansion": false,
                "sandboxed": .boolean(service["privileged"]?.boolean != true),
            ])
    }

    /// Memory and processor; Docker bounds neither when nothing is said.
    func recordBounds(_ scribe: inout Scribe) {
        let limits = ["deploy", "resources", "limits"]
        let bounds = [
            ("memory", service[path: limits + ["memory"]] ?? service["mem_limit"], "bytes"),
            ("processor", service[path: limits + ["cpus"]] ?? service["cpus"], "cores"),
        ]
        for (kind, node, unit) in bounds {
            let value = kind == "memory" ? Quantity.bytes(node) : Quantity.value(node)
            scribe.add(
                .budget, line: node?.position ?? entry.keyPosition, pointer,
                [
                    "actor": "main", "kind": .text(kind), "unit": .text(unit),
                    "value": value.map(Value.real) ?? .null,
                ])
        }
    }

    /// A port without an address is published on every interface of the host.
    ///
    /// <https://docs.docker.com/engine/network/port-publishing/>
    func recordPorts(_ scribe: inout Scribe) {
        for (index, port) in (service["ports"]?.elements ?? []).enumerated() {
            let text = port.string ?? port.integer.map(String.init)
            let address = port["host_ip"]?.string ?? text ?? ""
            let isLocal = address.hasPrefix("127.") || address.hasPrefix("[::1]") || address.hasPrefix("localhost:")
            let shown = text ?? port["target"]?.integer.map(String.init) ?? "port"
            scribe.add(
                .trigger, at: port, "\(pointer)/ports/\(index)",
                [
                    "kind": "webhook", "expression": .text("port \(Redaction.redact(shown))"),
                    "untrusted": isLocal ? false : .null,
                ])
        }
    }

    /// Secrets that Compose mounts as files.
    func recordSecrets(_ scribe: inout Scribe) {
        for (index, node) in (service["secrets"]?.elements ?? []).enumerated() {
            guard let name = node.string ?? node["source"]?.string else { continue }
            let source = root[path: ["secrets", name]]
            let storage =
                source?["external"]?.boolean == true ? "vault" : source?["environment"] != nil ? "environment" : "file"
            scribe.add(
                .credential, at: node, "\(pointer)/secrets/\(index)",
                [
                    "holder": "agent", "name": .text(Redaction.redact(name)), "storage": .text(storage),
                    "detector": "compose-secret",
                ])
        }
        guard service["env_file"] != nil else { return }
        scribe.cover([.credential], .partial, because: "the variables of env_file are not read")
    }

    /// Models that Compose itself provides.
    func recordModels(_ scribe: inout Scribe) {
        let names =
            service["models"].map { $0.isArray ? $0.elements.compactMap(\.string) : $0.members.map(\.key) } ?? []
        for name in names {
            guard let model = root[path: ["models", name, "model"]], let text = model.string else { continue }
            scribe.model(
                "main", provider: "Docker Model Runner", name: text, at: model,
                "/models/\(Node.escape(name))/model")
        }
    }
}
