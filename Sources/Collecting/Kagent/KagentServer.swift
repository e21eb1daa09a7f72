internal import Compliance
internal import Documents

/// A `RemoteMCPServer` of kagent, or an `MCPServer` of kmcp.
///
/// <https://kagent.dev/docs/kmcp/reference/api-ref>
struct KagentServer {
    let manifest: Manifest
    let all: [Manifest]

    init(_ manifest: Manifest, _ all: [Manifest]) {
        self.manifest = manifest
        self.all = all
    }

    /// Records the server; `approved` and `scope` are what its agent makes of it.
    func record(approved: String?, scope: String, _ scribe: inout Scribe) {
        let pointer = manifest.pointer + "/spec"
        scribe.settings(manifest.root, manifest.pointer)
        scribe.secrets(in: manifest.spec, holder: manifest.name, pointer)
        if manifest.kind == "MCPServer" {
            local(approved, scope, pointer, &scribe)
        } else {
            remote(approved, scope, pointer, &scribe)
        }
    }

    private func remote(_ approved: String?, _ scope: String, _ pointer: String, _ scribe: inout Scribe) {
        let spec = manifest.spec
        // v1alpha1 wraps the address: `config.sse.url`.
        let inner = spec[path: ["config", "sse"]] ?? spec[path: ["config", "streamableHttp"]]
        guard let url = (spec["url"] ?? inner?["url"]), let text = url.string else { return }
        let headers = (spec["headersFrom"] ?? inner?["headersFrom"])?.elements ?? []
        let hasToken = headers.contains { $0["name"]?.string?.lowercased() == "authorization" }
        scribe.remoteServer(
            manifest.name, url: text, client: "kagent",
            transport: spec["protocol"]?.string == "SSE" || spec[path: ["config", "sse"]] != nil ? "sse" : "http",
            // kagent signs in nowhere by itself: what it is not given, it does not send.
            auth: hasToken ? "header" : forwards ? nil : "none", approved: approved, scope: scope, isCluster: true,
            verified: spec[path: ["tls", "disableVerify"]]?.boolean != true,
            timeout: spec["timeout"]?.string.flatMap(Self.seconds), at: url, pointer + "/url")
        for (index, header) in headers.enumerated() {
            guard let name = header["name"] else { continue }
            let isSecret = header[path: ["valueFrom", "type"]]?.string == "Secret"
            if isSecret {
                scribe.add(
                    .credential, at: name, "\(pointer)/headersFrom/\(index)",
                    [
                        "holder": .text(manifest.name), "name": .text(name.string ?? "header"), "storage": "vault",
                        "detector": "kubernetes-secret",
                    ])
            } else if let value = header["value"] {
                scribe.credential(
                    value, name: name.string ?? "header", holder: manifest.name,
                    "\(pointer)/headersFrom/\(index)/value")
            }
        }
    }

    /// Whether an agent hands on the caller's own authorization to this server.
    ///
    /// <https://kagent.dev/docs/kagent/resources/api-ref>: `allowedHeaders` of a tool.
    private var forwards: Bool {
        var found = false
        for other in all where other.kind == "Agent" {
            other.root.walk { place, node in
                guard place.contains("/allowedHeaders/"), let name = node.string?.lowercased() else { return }
                if name == "authorization" || name == "*" { found = true }
            }
        }
        return found
    }

    private func local(_ approved: String?, _ scope: String, _ pointer: String, _ scribe: inout Scribe) {
        guard let deployment = manifest.spec["deployment"] else { return }
        let place = pointer + "/deployment"
        let image = deployment["image"]
        let name = image?.string.map(ImageName.init)
        let arguments = (deployment["args"]?.elements ?? []).compactMap(\.string)
        let command = deployment["cmd"]?.string ?? ""
        let launch = LaunchCommand(command: command, arguments: arguments)
        let isFetched = ["npx", "uvx"].contains(launch.launcher)
        let security = deployment["securityContext"]
        scribe.add(
            .mcpServer, at: isFetched ? deployment["cmd"] : image ?? deployment,
            place + (isFetched ? "/cmd" : "/image"),
            [
                "name": .text(manifest.name), "client": "kagent",
                "transport": manifest.spec["transportType"]?.string == "http" ? "http" : "stdio",
                "command": .text(([command] + arguments).map { Redaction.redact($0) }.joined(separator: " ")),
                "launcher": .text(isFetched ? launch.launcher : "docker"),
                "package": Value((isFetched ? launch.package : name?.repository).map { Redaction.redact($0) }),
                "version": Value(isFetched ? launch.version : name?.version),
                "pin": Value(isFetched ? launch.pin : name?.pin), "source": "registry", "enabled": true,
                "auto_approved": Value(approved), "tool_scope": .text(scope),
                "sandboxed": .boolean(security?["privileged"]?.boolean != true), "injects_code": false,
                "shell_expansion": .boolean(launch.usesShell),
                "filesystem_reach": .text(MCPServer.reach(of: arguments)),
            ])
        if let image, let text = image.string { scribe.add(.component, at: image, place + "/image", Self.image(text)) }
        var hold = ContainerHold(container: security, pod: deployment["podSecurityContext"])
        hold.network = nil
        if security?["readOnlyRootFilesystem"] == nil {
            // What Kubernetes takes where the key is absent.
            scribe.add(
                .setting, at: security ?? deployment, place + "/securityContext/readOnlyRootFilesystem",
                [
                    "level": "project", "key": "spec.deployment.securityContext.readOnlyRootFilesystem",
                    "type": "boolean", "value": "false", "status": "in-force",
                ])
        }
        scribe.add(
            .sandbox, at: security ?? deployment, security == nil ? place : place + "/securityContext",
            hold.columns.merging(["kind": .text("container of \(manifest.name)"), "covers_mcp": true]) { $1 })
        ContainerBounds.record(deployment, place, actor: manifest.name, &scribe)
        if let env = deployment["env"], env.isObject {
            for member in env.members {
                scribe.credential(
                    member.value, name: member.key, holder: manifest.name, "\(place)/env/\(Node.escape(member.key))")
            }
        }
        Self.variables(deployment, place, holder: manifest.name, &scribe)
        for (index, secret) in (deployment["secretRefs"]?.elements ?? []).enumerated() {
            guard let name = secret["name"] else { continue }
            scribe.add(
                .credential, at: name, "\(place)/secretRefs/\(index)/name",
                [
                    "holder": .text(manifest.name), "name": .text(name.string ?? ""), "storage": "vault",
                    "detector": "kubernetes-secret",
                ])
        }
        if let role = deployment[path: ["serviceAccount", "annotations", "eks.amazonaws.com/role-arn"]],
            let text = role.string
        {
            scribe.add(
                .credential, at: role, place + "/serviceAccount/annotations/eks.amazonaws.com~1role-arn",
                [
                    "holder": .text(manifest.name), "name": "eks.amazonaws.com/role-arn", "kind": "token",
                    "storage": "federated", "detector": "iam-role", "principal": .text(text),
                ])
        }
    }

    /// The columns of an image as a component.
    static func image(_ text: String) -> [String: Value] {
        let image = ImageName(text)
        return [
            "kind": "image", "name": .text(Redaction.redact(image.repository)), "version": Value(image.version),
            "pin": .text(image.pin), "source": "registry", "enabled": true,
        ]
    }

    /// Variables of a container: literal secrets, and those taken from a Kubernetes secret.
    static func variables(_ container: Node?, _ pointer: String, holder: String, _ scribe: inout Scribe) {
        for (index, variable) in (container?["env"]?.elements ?? []).enumerated() {
            guard let name = variable["name"] else { continue }
            if let value = variable["value"] {
                scribe.credential(value, name: name.string ?? "", holder: holder, "\(pointer)/env/\(index)/value")
            } else if variable[path: ["valueFrom", "secretKeyRef"]] != nil {
                scribe.add(
                    .credential, at: name, "\(pointer)/env/\(index)/name",
                    [
                        "holder": .text(holder), "name": .text(name.string ?? ""), "storage": "vault",
                        "detector": "kubernetes-secret",
                    ])
            }
        }
    }

    /// A duration as Go writes it: `30s`, `5m0s`.
    private static func seconds(_ text: String) -> Double? {
        var total = 0.0
        var digits = ""
        for character in text {
            if character.isNumber || character == "." {
                digits.append(character)
            } else {
                guard let number = Double(digits) else { return nil }
                switch character {
                case "h": total += number * 3600
                case "m": total += number * 60
                case "s": total += number
                default: return nil
                }
                digits = ""
            }
        }
        return digits.isEmpty ? total : nil
    }
}
