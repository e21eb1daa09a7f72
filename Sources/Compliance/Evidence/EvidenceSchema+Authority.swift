extension EvidenceSchema {
    /// What kind of place an address names.
    private static let hostKinds = ["loopback", "cluster", "private", "public", "tunnel", "variable"]

    /// Levels of configuration that a rule comes from; `default` for what holds because no file says otherwise.
    private static let ruleLevels = [
        "managed", "system", "user", "project", "local", "profile", "template", "default",
    ]

    /// What the agent may do, with which tools, and who stands in the way.
    static let authorityTables: [TableSchema] = [
        TableSchema(
            .permission, "an effective rule: what may be done without asking, with asking, or never",
            [
                Column("actor", .text, isRequired: true, "`main`, or the sub-agent or skill that the rule is for."),
                Column("effect", .text, vocabulary: ["allow", "ask", "deny"], isRequired: true, "What the rule does."),
                Column(
                    "capability", .text,
                    vocabulary: [
                        "any", "shell", "read", "write", "network", "search", "browser", "mcp", "agent", "tool",
                    ],
                    isRequired: true, "What kind of action it is about."),
                Column("target", .text, isRequired: true, "Command, path, domain or tool it names; `*` for all."),
                Column(
                    "breadth", .text, vocabulary: ["any", "pattern", "exact"], isRequired: true,
                    "All of the capability, those that match a pattern, or one thing."),
                Column(
                    "hazard", .text,
                    vocabulary: [
                        "arbitrary-code", "privilege", "destructive", "network", "publish", "secrets", "install",
                        "write",
                        "read", "none",
                    ],
                    "The worst the rule covers, seen through wrappers: `python3 *`, `npx *` and `find -exec` are arbitrary code."
                ),
                Column(
                    "ordinary", .text,
                    vocabulary: [
                        "arbitrary-code", "privilege", "destructive", "network", "publish", "secrets", "install",
                        "write",
                        "read", "none",
                    ],
                    "For commands: what they do in ordinary use, the words left out that the rule leaves open. `git push *` publishes, and can run any program."
                ),
                Column(
                    "pin", .text, vocabulary: ["digest", "exact", "range", "none", "local"],
                    "How firmly the package is fixed that a runner such as `npx` fetches; null when the rule names none."
                ),
                Column("rule", .text, isRequired: true, "The rule as it is written."),
                Column(
                    "level", .text, vocabulary: ruleLevels, isRequired: true,
                    "Level of the file that holds it; `default` when no file does, and the product behaves so by itself."
                ),
                Column(
                    "effective", .boolean, isRequired: true,
                    "False when the product ignores the rule or a stronger rule shadows it."),
                Column("reason", .text, "Why the rule is not effective."),
            ]),
        TableSchema(
            .tool, "something the agent can call",
            [
                Column("actor", .text, isRequired: true, "`main`, or the sub-agent or skill that can call it."),
                Column("name", .text, isRequired: true, "Name of the tool; `*` for every tool of its origin."),
                Column(
                    "origin", .text, vocabulary: ["built-in", "mcp", "inherited", "code"], isRequired: true,
                    "Where it comes from; `code` for a tool that the agent's own program defines."),
                Column("server", .text, "MCP server that offers it."),
                Column(
                    "effect", .text,
                    vocabulary: ["read", "write", "execute", "network", "destructive", "payment", "scope"],
                    "The strongest effect it can have; `scope` when it moves the bounds of the agent's other tools."),
                Column(
                    "changes", .boolean,
                    "True when its name says that it changes something; not known otherwise, since names may be harmless."
                ),
                Column(
                    "approval", .text, vocabulary: ["always", "on-risk", "model", "never"],
                    "Whether a person is asked: each time, when the product sees a risk, or never; or a model answers."
                ),
                Column(
                    "hazard", .text, vocabulary: ["code", "shell", "deserialization", "unverified-tls", "none"],
                    "The worst that its code does with what it is handed: evaluates it, gives it to a shell, loads objects from it, or trusts any certificate. Known for tools of origin `code` whose code was read."
                ),
                Column("hazard_at", .text, "File and line of the hazard."),
            ]),
        TableSchema(
            .mcpServer, "an MCP server or remote tool endpoint",
            [
                Column("name", .text, isRequired: true, "Name in the configuration."),
                Column("client", .text, isRequired: true, "Product whose configuration it stands in."),
                Column("transport", .text, vocabulary: ["stdio", "http", "sse", "ws"], "How it is reached."),
                Column("url", .text, "Address, secrets removed."),
                Column("host", .text, "Host of the address."),
                Column(
                    "host_kind", .text, vocabulary: hostKinds,
                    "This machine, a service of the same cluster by its bare name, a private network, the Internet, a throw-away tunnel, or decided by a variable."
                ),
                Column("tls", .boolean, "Whether the connection is encrypted. Known for network transports only."),
                Column("tls_verified", .boolean, "False when the configuration switches certificate checks off."),
                Column("command", .text, "Command line that starts it, secrets removed."),
                Column(
                    "launcher", .text,
                    vocabulary: ["npx", "uvx", "docker", "node", "python", "shell", "binary", "other"],
                    "What starts it. `npx` and `uvx` stand for every runner that fetches a package at launch."),
                Column("package", .text, "Package or image it is started from."),
                Column("version", .text, "Version, tag or digest as it is written."),
                Column(
                    "pin", .text, vocabulary: ["digest", "exact", "range", "none", "local"],
                    "How firmly the code is fixed; `local` for a program that is not fetched."),
                Column("source", .text, vocabulary: ["registry", "git", "url", "local"], "Where the code comes from."),
                Column(
                    "auth", .text, vocabulary: ["none", "oauth", "bearer", "header", "environment", "query"],
                    "How a remote server is told who calls."),
                Column("enabled", .boolean, isRequired: true, "False when the configuration switches it off."),
                Column(
                    "auto_approved", .text, vocabulary: ["none", "marked", "some", "all"],
                    "Which of its tools run without a question in this client; `marked` for those that the server itself marks: as reading only, or as neither destroying nor reaching the world outside."
                ),
                Column(
                    "tool_scope", .text, vocabulary: ["all", "listed"], "Whether the client offers all of its tools."),
                Column("sandboxed", .boolean, "Whether it runs isolated."),
                Column("timeout_seconds", .real, "Bound on one call."),
                Column(
                    "injects_code", .boolean, isRequired: true,
                    "Whether its environment loads code at start (`NODE_OPTIONS`, `LD_PRELOAD`)."),
                Column("shell_expansion", .boolean, isRequired: true, "Whether a shell interprets its command line."),
                Column(
                    "agents", .integer,
                    "Number of agents of the project that reach the same address or start the same command; null where there is one agent only."
                ),
                Column("shared_with", .text, "The other agents of these."),
                Column(
                    "filesystem_reach", .text, vocabulary: ["root", "home", "personal", "workspace", "other", "none"],
                    "The widest folder its arguments hand over; none when no folder is named. `personal` is a folder of a home for documents, downloads, mail or settings."
                ),
                Column(
                    "folders", .text,
                    "The folders among them that are no project's: the disk, a home, personal ones, as written."),
                Column(
                    "url_secret", .boolean,
                    "Whether the address carries a token or password; null where an identifier in its path may be one."),
                Column("archived", .boolean, "Whether the package is on its publisher's list of archived servers."),
                Column(
                    "program_place", .text, vocabulary: ["home", "fixed", "found"],
                    "Where the program lies: below somebody's home, at another absolute path, or found by its name."),
                Column(
                    "fault", .text, vocabulary: ["none", "no-command", "shell-line", "no-endpoint"],
                    "What keeps the client from starting it: neither command nor address, a line for a shell where a program is due, an address that is none of an MCP server."
                ),
                Column(
                    "reads_untrusted", .boolean,
                    "Whether it brings in what outsiders wrote: pages, issues, mail. Known for well-known servers only."
                ),
                Column("sends", .boolean, "Whether it can send to addresses or people outside; known likewise."),
                Column(
                    "holds_private", .boolean,
                    "Whether it opens what is not public: databases, mail, private repositories; known likewise."),
            ]),
        TableSchema(
            .approval, "a human gate",
            [
                Column(
                    "covers", .text, vocabulary: ["any", "shell", "write", "network", "mcp", "publish"],
                    isRequired: true,
                    "Which actions it stands before."),
                Column(
                    "mode", .text, vocabulary: ["always", "on-risk", "model", "never"], isRequired: true,
                    "Whether a person decides each time, when the product sees a risk, or never; `model` when another model answers in the person's place."
                ),
                Column("bypassable", .boolean, "Whether the agent's user can switch the gate off for a session."),
            ]),
        TableSchema(
            .trigger, "what starts the agent",
            [
                Column(
                    "kind", .text, vocabulary: ["human", "caller", "schedule", "event", "webhook", "continuous"],
                    isRequired: true,
                    "What kind of thing starts it; `caller`: whoever signs in, a person or a program."),
                Column("expression", .text, "Schedule or event as it is written."),
                Column("untrusted", .boolean, "Whether outsiders can cause it or supply its input."),
            ]),
        TableSchema(
            .delegation, "a channel to another agent",
            [
                Column("peer", .text, isRequired: true, "The other agent."),
                Column("transport", .text, vocabulary: ["in-process", "http", "stdio"], "How it is reached."),
                Column(
                    "host_kind", .text, vocabulary: hostKinds,
                    "Where the peer is reached, in the words of `mcp_server.host_kind`."),
                Column("tls", .boolean, "Whether the channel is encrypted."),
                Column(
                    "authentication", .text, vocabulary: ["none", "token", "mutual"], "How the peers know each other."),
                Column("depth_limit", .integer, "How deep delegation may nest."),
            ]),
    ]
}
