/// Packages of reference servers that their publisher archived: nobody mends them any more.
///
/// <https://github.com/modelcontextprotocol/servers-archived>
enum ArchivedServers {
    private static let names: Set<String> = [
        "@modelcontextprotocol/server-aws-kb-retrieval", "@modelcontextprotocol/server-brave-search",
        "@modelcontextprotocol/server-everart", "@modelcontextprotocol/server-gdrive",
        "@modelcontextprotocol/server-github", "@modelcontextprotocol/server-gitlab",
        "@modelcontextprotocol/server-google-maps", "@modelcontextprotocol/server-postgres",
        "@modelcontextprotocol/server-puppeteer", "@modelcontextprotocol/server-redis",
        "@modelcontextprotocol/server-slack", "mcp-server-sentry", "mcp-server-sqlite",
    ]

    /// Whether a package is on the list.
    static func contains(_ package: String) -> Bool { names.contains(package) }
}
