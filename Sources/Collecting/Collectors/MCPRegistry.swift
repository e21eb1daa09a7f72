internal import Compliance
internal import Documents

/// The registry's description of an MCP server: how its packages are started, where it is reached, which secrets it takes.
///
/// Interpreted by the schema of 2025-12-11. The file offers ways to start the server; each is a row.
struct MCPRegistry: Collector {
    let name = "mcp-registry"
    let summary = "MCP registry: server.json with packages, remotes and the secrets a server takes"
    let documentation = [
        "https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md",
        "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    // Many products have a server.json.
    let marks = [
        ContentMark(
            ArtifactKind("mcp-registry server", .json),
            anyOf: [["modelcontextprotocol.io/schemas"], ["\"registryType\""], ["\"remotes\"", "\"streamable-http\""]]
        ) { $0.name == "server.json" }
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            var scribe = Scribe(AgentID("mcp-registry@\(file.path.folder.text)"), file, for: recorder)
            scribe.declare(product: "MCP registry", kind: "mcp-server", plans: false)
            scribe.cover([.mcpServer, .credential], .complete)
            if let root = file.document?.root {
                record(root, &scribe)
            } else {
                scribe.refuse([.mcpServer, .credential])
            }
            recorder.merge(scribe.recorder)
        }
    }

    private func record(_ root: Node, _ scribe: inout Scribe) {
        scribe.settings(root)
        scribe.secrets(in: root, holder: "server")
        let name = Redaction.redact(root["name"]?.string ?? "server")
        for (index, package) in (root["packages"]?.elements ?? []).enumerated() {
            record(package, of: name, "/packages/\(index)", &scribe)
        }
        for (index, remote) in (root["remotes"]?.elements ?? []).enumerated() {
            guard let url = remote["url"]?.string else { continue }
            let place = "/remotes/\(index)"
            let secret = (remote["headers"]?.elements ?? []).first { $0["isSecret"]?.boolean == true }
            let isBearer = secret?["value"]?.string?.lowercased().hasPrefix("bearer") == true
            scribe.remoteServer(
                name, url: url, client: "MCP registry", transport: remote["type"]?.string == "sse" ? "sse" : "http",
                auth: secret == nil ? nil : isBearer ? "bearer" : "header", at: remote["url"], place + "/url")
            inputs(remote["headers"], holder: name, place + "/headers", &scribe)
        }
    }

    private func record(_ package: Node, of name: String, _ place: String, _ scribe: inout Scribe) {
        let type = package["registryType"]?.string
        let identifier = package["identifier"]?.string ?? ""
        let arguments = ["runtimeArguments", "packageArguments"].flatMap { package[$0]?.elements ?? [] }
        let values = arguments.flatMap { argument in
            // A mount hands over the folder before its colon.
            (argument["value"]?.string ?? argument["default"]?.string ?? "").split(separator: ":").prefix(1).map(
                String.init)
        }
        let (version, pin) = Self.pin(package, type, identifier)
        let transport = package[path: ["transport", "type"]]?.string
        let url = package[path: ["transport", "url"]]?.string
        let address = url.map { ServerAddress($0) }
        let isContainer = type == "oci"
        scribe.add(
            .mcpServer, at: package["identifier"], place + "/identifier",
            [
                "name": .text(name), "client": "MCP registry",
                "transport": transport == "stdio"
                    ? "stdio" : transport == "sse" ? "sse" : transport == nil ? .null : "http",
                "url_secret": Value(url.flatMap(MCPServer.hasSecret)), "url": Value(url.map { Redaction.redact($0) }),
                "host": Value(address?.host),
                "host_kind": Value(address?.kind), "tls": Value(address?.tls),
                "launcher": .text(
                    ["npm": "npx", "pypi": "uvx", "oci": "docker", "nuget": "other", "mcpb": "binary"][type ?? ""]
                        ?? "other"),
                "package": .text(Redaction.redact(identifier)), "version": Value(version), "pin": Value(pin),
                "source": type == "mcpb" ? "url" : "registry", "enabled": true, "tool_scope": "all",
                "sandboxed": isContainer
                    ? .boolean(
                        !arguments.contains {
                            [$0["value"]?.string, $0["name"]?.string].contains("--privileged")
                        }) : .null,
                "injects_code": false, "shell_expansion": false,
                "filesystem_reach": .text(MCPServer.reach(of: values)),
            ])
        inputs(package["environmentVariables"], holder: name, place + "/environmentVariables", &scribe)
        for (index, argument) in arguments.enumerated() {
            for variable in argument["variables"]?.members ?? [] where Self.isHeld(variable.value) {
                secret(variable.key, holder: name, at: variable.value, "\(place)/arguments/\(index)", &scribe)
            }
        }
    }

    private func inputs(_ list: Node?, holder: String, _ place: String, _ scribe: inout Scribe) {
        for (index, input) in (list?.elements ?? []).enumerated() where Self.isHeld(input) {
            guard let name = input["name"] else { continue }
            secret(name.string ?? "", holder: holder, at: name, "\(place)/\(index)/name", &scribe)
        }
    }

    /// A secret that nobody has to hand over is none that the server holds; `isRequired` is false unless it is set.
    private static func isHeld(_ input: Node) -> Bool {
        input["isSecret"]?.boolean == true && input["isRequired"]?.boolean == true
    }

    /// A secret that whoever starts the server hands over.
    private func secret(_ name: String, holder: String, at node: Node, _ place: String, _ scribe: inout Scribe) {
        scribe.add(
            .credential, at: node, place,
            [
                "holder": .text(holder), "name": .text(Redaction.redact(name)), "storage": "environment",
                "detector": "declared secret",
            ])
    }

    /// Version and pin: a package's digest, an image's tag or digest, else the version.
    ///
    /// A placeholder is filled in at the release: how firm that is cannot be told.
    private static func pin(_ package: Node, _ type: String?, _ identifier: String) -> (version: String?, pin: String?)
    {
        let version = package["version"]?.string
        if isTemplate(type == "oci" ? identifier : version ?? "") { return (nil, nil) }
        if package["fileSha256"]?.string != nil { return (version, "digest") }
        if type == "oci" {
            let image = ImageName(identifier)
            return (image.version ?? version, image.version == nil ? LaunchCommand.pin(of: version ?? "") : image.pin)
        }
        guard let version else { return (nil, "none") }
        return (version, LaunchCommand.pin(of: version))
    }

    private static func isTemplate(_ text: String) -> Bool { text.contains("$") || text.contains("{") }
}
