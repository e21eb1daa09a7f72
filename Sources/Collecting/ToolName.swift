internal import Compliance

/// What the name of a tool says of its effect.
///
/// A server may call its tools as it likes. A name that admits to something sharp counts wherever the word stands; one
/// that says it only looks counts when it begins so and has no other verb. "Update" says too little: what else the tool
/// can do is not known.
enum ToolName {
    private static let words: [(effect: String, stems: Set<String>)] = [
        ("payment", ["pay", "payment", "refund", "charge", "purchase", "checkout", "transfer", "payout"]),
        (
            "destructive",
            [
                "delete", "drop", "destroy", "purge", "truncate", "wipe", "terminate", "uninstall", "erase", "revoke",
                "migration",
            ]
        ),
        (
            "execute",
            [
                "execute", "exec", "eval", "shell", "terminal", "bash", "powershell", "command", "script",
                "spawn", "orchestrate", "run",
            ]
        ),
        ("scope", ["chdir", "setroot", "setworkspaceroot", "adddirectory", "addroot"]),
    ]

    /// Verbs that change something, though not what is lost.
    private static let writes: Set<String> = [
        "write", "edit", "create", "save", "persist", "manage", "config", "configure", "set", "add", "insert", "upload",
        "push", "merge", "commit", "send", "post", "publish", "propose", "release", "move", "rename", "register",
        "remove", "ingest", "ingestion",
    ]

    /// Words of tools that fetch from addresses that the model chooses.
    private static let networks: Set<String> = [
        "fetch", "browser", "browse", "navigate", "crawl", "scrape", "download",
    ]

    /// Verbs a name begins with when the tool only looks.
    private static let reads: Set<String> = [
        "get", "list", "read", "ask", "analyze", "analyse", "convert", "resolve", "search", "find", "lookup", "show",
        "describe", "view", "count", "check", "explain", "summarize", "sequentialthinking", "think", "status",
    ]

    /// Nouns a name ends in when the tool only looks: `currency_conversion`.
    private static let answers: Set<String> = ["conversion", "lookup", "analysis", "search", "info", "docs"]

    /// The effect in the words of the column `tool.effect`; nil when the name does not tell.
    static func effect(_ name: String) -> String? {
        let order = parts(of: name)
        // `set_workspace_root` and its like are told by all their words, since "set" alone says too little.
        let parts = Set(order).union([order.joined()])
        if let sharp = words.first(where: { !parts.isDisjoint(with: $0.stems) }) { return sharp.effect }
        if !parts.isDisjoint(with: writes) { return isQuestion(order) ? "read" : "write" }
        if let method = method(order) { return method }
        if !parts.isDisjoint(with: networks) { return isOfOnePlace(order) ? "read" : "network" }
        if order.first.map(reads.contains) == true || order.last.map(answers.contains) == true { return "read" }
        // A query of something named; one of a database can be any statement.
        let isQuery = order.first == "query" && order.count > 1
        return isQuery && parts.isDisjoint(with: ["sql", "database", "db", "table"]) ? "read" : nil
    }

    /// `fetch_doc`, `fetch_issue`: what is fetched is a thing of the server, and no page of the Internet.
    private static func isOfOnePlace(_ parts: [String]) -> Bool {
        guard parts.count > 1, parts.first == "fetch" else { return false }
        let pages: Set<String> = [
            "url", "urls", "uri", "page", "pages", "web", "webpage", "website", "site", "html", "markdown", "json",
            "txt",
            "text", "content", "contents", "readable", "http", "https", "link", "resource", "and", "or",
        ]
        return Set(parts.dropFirst()).isDisjoint(with: pages.union(networks))
    }

    /// Names made of an interface's paths end, or begin, in the method: `items_item_patch`, `putItem`.
    private static func method(_ parts: [String]) -> String? {
        guard parts.count > 1, let begin = parts.first, let end = parts.last else { return nil }
        if [begin, end].contains(where: ["patch", "put"].contains) { return "write" }
        return end == "get" ? "read" : nil
    }

    /// `get_release`, `list_commits`: the verb comes first, and the other word is what it looks at.
    private static func isQuestion(_ parts: [String]) -> Bool {
        guard let verb = parts.first, ["get", "list", "read", "search", "find", "view", "count"].contains(verb) else {
            return false
        }
        // `get_or_create` does both.
        return !parts.contains("or") && !parts.contains("and")
    }

    /// The words of a name: `deleteUser`, `delete_user` and `delete-user` are the same two.
    static func parts(of name: String) -> [String] {
        var parts: [String] = []
        var current = ""
        for character in name {
            if character.isUppercase, current.last?.isLowercase == true {
                parts.append(current.lowercased())
                current = ""
            }
            if character.isLetter {
                current.append(character)
            } else if !current.isEmpty {
                parts.append(current.lowercased())
                current = ""
            }
        }
        return current.isEmpty ? parts : parts + [current.lowercased()]
    }
}
