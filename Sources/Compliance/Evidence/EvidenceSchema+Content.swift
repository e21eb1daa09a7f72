extension EvidenceSchema {
    /// What the agent is made of and what it reads.
    static let contentTables: [TableSchema] = [
        TableSchema(
            .model, "a model that the agent calls",
            [
                Column("actor", .text, isRequired: true, "`main`, or the sub-agent that calls it."),
                Column("provider", .text, "Who serves it."),
                Column("name", .text, "Name as it is written."),
                Column("pinned", .boolean, "Whether the name fixes one version."),
                Column(
                    "parameters_billion", .real, "Number of its parameters in billions, where its name says it."),
                Column("endpoint", .text, "Address that replaces the provider's own."),
                Column("endpoint_tls", .boolean, "Whether that address is encrypted."),
            ]),
        TableSchema(
            .memory, "state that outlives a step",
            [
                Column("actor", .text, isRequired: true, "`main`, or the sub-agent whose memory it is."),
                Column(
                    "kind", .text, vocabulary: ["transcript", "notes", "vector"], isRequired: true, "What is kept."),
                Column("enabled", .boolean, "Whether it is kept."),
                Column(
                    "scope", .text, vocabulary: ["session", "user", "project", "local", "shared"], "Who shares it."),
                Column("retention_days", .integer, "How long it is kept."),
                Column("writable_by", .text, vocabulary: ["agent", "person", "anyone"], "Who can write it."),
            ]),
        TableSchema(
            .instruction, "a system prompt, rules file, command, skill or sub-agent definition",
            [
                Column(
                    "kind", .text, vocabulary: ["instructions", "skill", "command", "sub-agent", "rules"],
                    isRequired: true,
                    "What it is to the product."),
                Column("name", .text, isRequired: true, "Its name."),
                Column("sha256", .text, isRequired: true, "SHA-256 of the bytes read."),
                Column("bytes", .integer, isRequired: true, "Size in bytes."),
                Column(
                    "imports_remote", .boolean, isRequired: true,
                    "Whether it tells the agent to fetch instructions from elsewhere."),
                Column(
                    "hidden_characters", .integer, isRequired: true,
                    "Number of invisible or direction-changing characters."),
                Column(
                    "overrides", .boolean, isRequired: true,
                    "Whether it tells the agent to set rules, people or questions aside."),
                Column("runs_shell", .boolean, isRequired: true, "Whether commands in it run when it is loaded."),
            ]),
        TableSchema(
            .hook, "code that runs on an event of the agent or of its settings",
            [
                Column(
                    "event", .text, isRequired: true,
                    "Event, for example `PreToolUse`; or the setting that names a command."),
                Column("matcher", .text, "Which tools it is for."),
                Column(
                    "kind", .text, vocabulary: ["command", "http", "prompt", "agent", "mcp-tool"], isRequired: true,
                    "What runs."),
                Column("command", .text, "Command line or address, secrets removed."),
                Column(
                    "effect", .text,
                    vocabulary: [
                        "download-execute", "network", "destructive", "privilege", "settings", "approves", "secrets",
                        "none",
                    ],
                    "The worst that its text and the scripts beside it show; `none` when all of it is seen and nothing of the kind; null when it runs code not read. `settings`: it writes files that decide what an agent may do."
                ),
                Column(
                    "shown_at", .text,
                    "File and line that show the effect: of a script that it runs, or of the command itself."),
                Column(
                    "location", .text, vocabulary: ["inline", "project", "home", "absolute", "package"],
                    "Where the code lies."),
                Column(
                    "pinned", .boolean,
                    "Whether code fetched at run time is fixed to a version; known only when it fetches."),
                Column("timeout_seconds", .real, "Bound on one run."),
                Column(
                    "level", .text, vocabulary: ["managed", "system", "user", "project", "local", "template"],
                    isRequired: true,
                    "Level of the file that holds it."),
                Column("effective", .boolean, isRequired: true, "False when another setting switches it off."),
            ]),
        TableSchema(
            .component, "a plug-in, marketplace, extension, image or package that the agent loads",
            [
                Column(
                    "kind", .text,
                    vocabulary: ["plugin", "marketplace", "extension", "external-agent", "image", "package"],
                    isRequired: true, "What it is."),
                Column("name", .text, isRequired: true, "Its name."),
                Column("version", .text, "Version, reference or digest as it is written."),
                Column(
                    "pin", .text, vocabulary: ["digest", "exact", "range", "none", "local"], "How firmly it is fixed."),
                Column("source", .text, "Where it comes from."),
                Column("enabled", .boolean, isRequired: true, "Whether it is switched on."),
                Column("auto_update", .boolean, "Whether it changes by itself."),
            ]),
        TableSchema(
            .dataSource, "knowledge or data that the agent reads beyond its workspace",
            [
                Column(
                    "kind", .text, vocabulary: ["folder", "database", "document-store", "web"], isRequired: true,
                    "What it is."),
                Column("name", .text, isRequired: true, "Path or name."),
                Column(
                    "classification", .text, vocabulary: ["public", "internal", "confidential", "secret"],
                    "How its owner classed it."),
                Column("write_access", .boolean, "Whether the agent can change it."),
                Column("server", .text, "The MCP server that is handed it; null when it is the agent's own."),
                Column(
                    "reach", .text, vocabulary: ["root", "home", "personal", "other", "workspace"],
                    "How wide a folder is: the disk, a home, a folder of a home that holds what is not of one project, another."
                ),
            ]),
    ]
}
