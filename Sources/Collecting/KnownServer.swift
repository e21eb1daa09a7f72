internal import Compliance

/// What well-known MCP servers bring in, open and send, by the names of their packages and hosts.
///
/// Taken from what each server's own documentation lists as its tools; of a server that is not here nothing is known.
/// <https://github.com/modelcontextprotocol/servers>
struct KnownServer {
    private let words: [String]
    private let readsUntrusted: Bool
    private let sends: Bool
    private let holdsPrivate: Bool

    private init(_ words: String..., reads: Bool = false, sends: Bool = false, holds: Bool = false) {
        (self.words, readsUntrusted, self.sends, holdsPrivate) = (words, reads, sends, holds)
    }

    private static let all = [
        KnownServer("github", "githubcopilot", "gitlab", "slack", "gmail", reads: true, sends: true, holds: true),
        KnownServer("outlook", "atlassian", "jira", "linear", "notion", reads: true, sends: true, holds: true),
        KnownServer("discord", "telegram", "google-workspace", "gdrive", reads: true, sends: true, holds: true),
        KnownServer("fetch", "curl", "playwright", "puppeteer", "browserbase", "browsermcp", reads: true, sends: true),
        KnownServer("chrome-devtools", "firecrawl", "computercontroller", reads: true, sends: true),
        KnownServer("brave", "brave-search", "tavily", "exa", "perplexity", "searxng", "duckduckgo", reads: true),
        KnownServer("resend", "sendgrid", "twilio", "mailgun", sends: true),
        KnownServer("mongodb", "postgres", "postgresql", "mysql", "jdbc", "sqlite", "supabase", "neon", holds: true),
        KnownServer("bigquery", "snowflake", "redis", "infisical", "1password", "bitwarden", "vault", holds: true),
    ]

    /// The columns `reads_untrusted`, `sends`, `holds_private` of a server; none when it is not known.
    ///
    /// With a list of tools it is not known which of them are left.
    static func columns(name: String, package: String?, host: String?, isListed: Bool) -> [String: Value] {
        guard !isListed else { return [:] }
        // The last part of a package: a server that lies on a code host is none of that host's.
        let program = package?.split(separator: "/").last.map(String.init)
        let names = Set([name, program, host].compactMap(\.self).flatMap(parts(of:)))
        guard let known = all.first(where: { !names.isDisjoint(with: $0.words) }) else { return [:] }
        return [
            "reads_untrusted": .boolean(known.readsUntrusted), "sends": .boolean(known.sends),
            "holds_private": .boolean(known.holdsPrivate),
        ]
    }

    /// The words of a name, and its pairs: `@modelcontextprotocol/server-brave-search` holds `brave-search`.
    private static func parts(of name: String) -> [String] {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return words + zip(words, words.dropFirst()).map { "\($0)-\($1)" }
    }
}
