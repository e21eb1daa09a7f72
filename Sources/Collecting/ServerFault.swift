/// What keeps a client from starting a server, or from finding one at its address.
enum ServerFault {
    /// The word of `mcp_server.fault` for a command.
    ///
    /// Clients start a program and hand it its arguments; no shell reads the line:
    /// <https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#stdio>.
    static func of(command: String) -> String {
        let words = command.split(separator: " ").map(String.init)
        guard words.count > 1 else { return command.isEmpty ? "no-command" : "none" }
        let isLine =
            ["&&", "||", "|", ";"].contains(where: words.contains) || words[0] == "cd" || words[0].hasSuffix(";")
            || command.contains("; ") || command.contains("$(") || words[0].contains("=")
        return isLine ? "shell-line" : "none"
    }

    /// The word of `mcp_server.fault` for an address.
    static func of(url: String) -> String {
        let path = url.lowercased().prefix { $0 != "?" && $0 != "#" }
        let rest = path.ranges(of: "://").first.map { path[$0.upperBound...] } ?? path
        let host = rest.prefix { $0 != "/" }
        let isOther =
            rest.hasSuffix("/graphql") || rest.hasSuffix("/openapi.json") || rest.hasSuffix("/swagger.json")
            || host == "api.github.com" || host == "github.com" || host == "www.npmjs.com" || host == "pypi.org"
        return isOther ? "no-endpoint" : "none"
    }
}
