internal import Compliance
internal import Documents

/// One MCP server as its client's configuration writes it.
struct MCPServer {
    /// The columns of `mcp_server`, `client` and `auto_approved` left out.
    private(set) var columns: [String: Value] = [:]
    /// Which of its tools run unasked, where the server's own entry says it.
    private(set) var autoApproved: String?
    /// Folders that its arguments hand over.
    private(set) var folders: [HandedFolder] = []
    /// What shows best which code it is: the argument that names it, the address, the command.
    private(set) var place: Node?

    init(_ name: String, _ node: Node, _ dialect: MCPDialect) {
        let url = ["url", "serverUrl", "httpUrl", "uri"].lazy.compactMap { node[$0]?.string }.first
        let command = node["command"]?.string
        let arguments = (node["args"]?.elements ?? []).compactMap(\.string)
        columns["name"] = .text(name)
        columns["enabled"] = .boolean(node["disabled"]?.boolean != true && node["enabled"]?.boolean != false)
        columns["timeout_seconds"] = timeout(node, dialect)
        columns["tool_scope"] = node["enabled_tools"] != nil || node["includeTools"] != nil ? "listed" : "all"
        columns["injects_code"] = .boolean(injectsCode(node))
        columns["shell_expansion"] = false
        columns["filesystem_reach"] = "none"
        columns["fault"] = "no-command"
        if dialect == .vscode { columns["sandboxed"] = .boolean(node["sandboxEnabled"]?.boolean == true) }
        if let url {
            remote(url, node)
        } else if let command {
            local(command, arguments, node)
        }
        if place == nil {
            place = node["url"] ?? node["serverUrl"] ?? node["httpUrl"] ?? node["args"] ?? node["command"]
        }
        approve(node)
        let known = KnownServer.columns(
            name: name, package: columns["package"]?.text, host: columns["host"]?.text,
            isListed: columns["tool_scope"] == "listed")
        columns.merge(known) { own, _ in own }
    }

    private mutating func remote(_ url: String, _ node: Node) {
        let address = ServerAddress(url)
        let type = node["type"]?.string ?? node["transport"]?.string
        columns["transport"] = .text(
            type == "sse" || (type == nil && url.hasSuffix("/sse")) ? "sse" : url.hasPrefix("ws") ? "ws" : "http")
        columns["url"] = .text(Redaction.redact(url))
        columns["host"] = .text(address.host)
        columns["host_kind"] = .text(address.kind)
        columns["tls"] = Value(address.tls)
        columns["tls_verified"] = address.tls == true ? .boolean(!skipsCertificates(node)) : .null
        let hasSecret = Self.hasSecret(url)
        columns["auth"] = Value(auth(node, hasSecret: hasSecret == true))
        columns["url_secret"] = Value(hasSecret)
        columns["fault"] = .text(ServerFault.of(url: url))
    }

    /// Whether an address carries what should be secret: a password, a token in its path, or a parameter that is called
    /// like a secret.
    ///
    /// Nil where a part of the path may be one: an identifier.
    static func hasSecret(_ url: String) -> Bool? {
        let query = url.split(separator: "?", maxSplits: 1).dropFirst().joined()
        let isNamed = query.split(whereSeparator: { $0 == "&" || $0 == "#" }).contains {
            SecretScanner.isSecretName(String($0.prefix { $0 != "=" }))
        }
        if isNamed || SecretScanner.detect(key: "", value: url) != nil { return true }
        return AddressToken.all(in: url).isEmpty ? false : nil
    }

    /// Nil when the entry does not say: such servers may ask for OAuth when they are called (MCP authorization).
    private func auth(_ node: Node, hasSecret: Bool) -> String? {
        if node["bearer_token_env_var"] != nil { return "bearer" }
        if node["oauth"] != nil || node["authProviderType"] != nil || node["scopes"] != nil { return "oauth" }
        let headers = ["headers", "http_headers", "env_http_headers"].flatMap { node[$0]?.members ?? [] }
        if let header = headers.first(where: { $0.key.lowercased() == "authorization" }) {
            return header.value.string?.lowercased().hasPrefix("bearer") == true ? "bearer" : "header"
        }
        if headers.contains(where: { SecretScanner.isSecretName($0.key) }) || node["headersHelper"] != nil {
            return "header"
        }
        return hasSecret ? "query" : nil
    }

    private mutating func local(_ command: String, _ arguments: [String], _ node: Node) {
        let launch = LaunchCommand(command: command, arguments: arguments)
        columns["transport"] = "stdio"
        columns["command"] = .text(Redaction.redact(command: [command] + arguments))
        columns["launcher"] = .text(launch.launcher)
        columns["package"] = Value(launch.package.map { Redaction.redact($0) })
        columns["version"] = Value(launch.version)
        columns["pin"] = Value(launch.pin)
        columns["source"] = Value(launch.source)
        columns["archived"] = .boolean(launch.package.map(ArchivedServers.contains) ?? false)
        columns["shell_expansion"] = .boolean(launch.usesShell)
        columns["fault"] = .text(ServerFault.of(command: command))
        let code = launch.code.flatMap { code in
            arguments.firstIndex(of: code) ?? arguments.firstIndex { $0.hasSuffix("=" + code) }
                ?? arguments.firstIndex { $0.contains(code) }
        }
        folders = HandedFolder.all(in: arguments, code: code)
        let reaches = Set(folders.map(\.reach))
        columns["filesystem_reach"] = .text(HandedFolder.order.first(where: reaches.contains) ?? "none")
        let wide = folders.filter { ["root", "home", "personal"].contains($0.reach) }.map { Redaction.redact($0.path) }
        columns["folders"] = wide.isEmpty ? .null : .text(wide.map { "`\($0)`" }.joined(separator: ", "))
        columns["program_place"] = .text(Self.place(of: [command] + (launch.pin == "local" ? [launch.code ?? ""] : [])))
        let elements = (node["args"]?.elements ?? []).filter { $0.string != nil }
        place = code.flatMap { elements.indices.contains($0) ? elements[$0] : nil } ?? node["command"]
        // A program connects as well; that it checks is not said, only that it does not.
        if Self.hasUncheckedVariable(node) { columns["tls_verified"] = false }
        if launch.launcher == "docker" { columns["sandboxed"] = .boolean(!arguments.contains("--privileged")) }
    }

    /// Where the program lies, as the entry says: in somebody's home, at a fixed place, or found by its name.
    private static func place(of words: [String]) -> String {
        if words.contains(where: { $0.hasPrefix("/") && HandedFolder.belowHome($0) != nil }) { return "home" }
        let isWindowsHome = words.contains { word in
            word.dropFirst().first == ":" && HandedFolder.belowHome(word) != nil
        }
        if isWindowsHome { return "home" }
        return words[0].hasPrefix("/") || words[0].dropFirst().first == ":" ? "fixed" : "found"
    }

    private mutating func approve(_ node: Node) {
        if node["trust"]?.boolean == true { autoApproved = "all" }
        for key in ["alwaysAllow", "autoApprove"] {
            guard let list = node[key], list.isArray else { continue }
            let names = list.elements.compactMap(\.string)
            autoApproved = names.contains("*") ? "all" : names.isEmpty ? "none" : "some"
        }
        if node["default_tools_approval_mode"]?.string == "approve" { autoApproved = "all" }
        let tools = node["tools"]?.members ?? []
        if autoApproved == nil, tools.contains(where: { $0.value["approval_mode"]?.string == "approve" }) {
            autoApproved = "some"
        }
    }

    private func timeout(_ node: Node, _ dialect: MCPDialect) -> Value {
        if let seconds = node["tool_timeout_sec"]?.number { return .real(seconds) }
        guard let value = node["timeout"]?.number else { return .null }
        return .real(value >= 1000 ? value / 1000 : value)
    }

    private func injectsCode(_ node: Node) -> Bool {
        let loaders: Set<String> = [
            "NODE_OPTIONS", "LD_PRELOAD", "LD_LIBRARY_PATH", "PYTHONSTARTUP", "PYTHONPATH", "DYLD_INSERT_LIBRARIES",
            "BASH_ENV",
        ]
        return (node["env"]?.members ?? []).contains { member in
            loaders.contains(member.key)
                && (member.key != "NODE_OPTIONS"
                    || ["--require", "-r ", "--import", "--loader"].contains {
                        member.value.string?.contains($0) == true
                    })
        }
    }

    private func skipsCertificates(_ node: Node) -> Bool {
        Self.hasUncheckedVariable(node)
            || (node["args"]?.elements ?? []).contains { $0.string == "--insecure" || $0.string == "--allow-http" }
    }

    /// Whether Node is told not to check certificates.
    ///
    /// <https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue>
    private static func hasUncheckedVariable(_ node: Node) -> Bool {
        let value = node[path: ["env", "NODE_TLS_REJECT_UNAUTHORIZED"]]
        return value?.string == "0" || value?.integer == 0
    }

    /// Whether it has tools that write into the folders that it is handed.
    ///
    /// <https://github.com/modelcontextprotocol/servers/tree/main/src/filesystem>
    var writesFiles: Bool { columns["package"] == "@modelcontextprotocol/server-filesystem" }

    /// The widest folder that the arguments hand over.
    static func reach(of arguments: [String]) -> String {
        let found = Set(arguments.compactMap { HandedFolder.reach(of: $0) })
        return HandedFolder.order.first(where: found.contains) ?? "none"
    }
}
