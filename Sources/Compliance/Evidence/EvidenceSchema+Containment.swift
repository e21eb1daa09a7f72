extension EvidenceSchema {
    /// What holds the agent in, and what records it.
    static let containmentTables: [TableSchema] = [
        TableSchema(
            .sandbox, "isolation of execution",
            [
                Column("kind", .text, isRequired: true, "What isolates, for example `os-sandbox` or `container`."),
                Column("enabled", .boolean, "Whether commands run isolated."),
                Column("required", .boolean, "Whether commands fail when the isolation cannot be had."),
                Column("escapable", .boolean, "Whether a command may be run outside it."),
                Column("auto_allow", .boolean, "Whether isolated commands run without a question."),
                Column("filesystem", .text, vocabulary: ["read-only", "workspace", "full"], "What it may write."),
                Column("network", .text, vocabulary: ["none", "allowlist", "open"], "What it may reach."),
                Column("weakened", .boolean, "Whether a setting weakens the isolation."),
                Column("exclusions", .integer, "Number of commands that run outside it."),
                Column("covers_mcp", .boolean, "Whether MCP servers run inside it."),
                Column("runs_as_root", .boolean, "Whether the process inside is root."),
                Column(
                    "capabilities", .text, vocabulary: ["all", "added", "default", "dropped"],
                    "Which kernel capabilities a container has: all, more than usual, the usual ones, or none but named ones."
                ),
            ]),
        TableSchema(
            .egress, "where the agent may connect",
            [
                Column("destination", .text, isRequired: true, "Domain or address; `*` for all."),
                Column(
                    "breadth", .text, vocabulary: ["any", "pattern", "exact"], isRequired: true, "How much it covers."),
                Column("effect", .text, vocabulary: ["allow", "deny"], isRequired: true, "Opened or closed."),
                Column(
                    "enforced_by", .text, vocabulary: ["sandbox", "permission", "proxy"], isRequired: true,
                    "What holds the rule up."),
            ]),
        TableSchema(
            .telemetry, "a record of what the agent does",
            [
                Column(
                    "kind", .text, vocabulary: ["log", "trace", "metric", "transcript"], isRequired: true,
                    "What it records."),
                Column("enabled", .boolean, "Whether it is written."),
                Column("destination", .text, "Where it goes; `local` for this machine."),
                Column("remote", .boolean, "Whether it leaves the machine, out of the agent's reach."),
                Column("tls", .boolean, "Whether it travels encrypted; known for remote destinations."),
                Column("tls_verified", .boolean, "False when the configuration switches certificate checks off."),
                Column("captures_actions", .boolean, "Whether tool calls are in it."),
                Column("captures_prompts", .boolean, "Whether prompts and contents are in it."),
                Column("retention_days", .integer, "How long it is kept."),
            ]),
        TableSchema(
            .budget, "a bound on what one run may use",
            [
                Column("actor", .text, isRequired: true, "`main`, or the sub-agent that is bounded."),
                Column(
                    "kind", .text,
                    vocabulary: [
                        "turns", "time", "tokens", "cost", "rate", "depth", "concurrency", "memory", "processor",
                    ],
                    isRequired: true, "What is bounded."),
                Column("value", .real, "The bound; null when the product sets none and the configuration neither."),
                Column("unit", .text, "Unit of the value."),
            ]),
        TableSchema(
            .guardrail, "a filter or policy in the path of input, output or tool calls",
            [
                Column("stage", .text, vocabulary: ["input", "output", "tool"], isRequired: true, "Where it stands."),
                Column("provider", .text, isRequired: true, "What filters."),
                Column("blocking", .boolean, "Whether it can stop an action."),
                Column("pinned", .boolean, "Whether its version is fixed."),
            ]),
    ]
}
