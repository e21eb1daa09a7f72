extension EvidenceSchema {
    /// What the agents were seen to do, counted while their logs were read; no prompt, argument or output is among it.
    static let observationTables: [TableSchema] = [
        TableSchema(
            .action,
            "what an agent was seen to do: all actions of one kind, counted; file and line are the first one's",
            [
                Column("at", .text, "When the first was done, RFC 3339 in UTC."),
                Column("last_at", .text, "When the last was done."),
                Column("tool", .text, isRequired: true, "Tool that acted."),
                Column("server", .text, "MCP server that offers the tool."),
                Column(
                    "origin", .text, vocabulary: ["built-in", "mcp", "code"],
                    "Where the tool comes from, as the log tells."),
                Column(
                    "capability", .text,
                    vocabulary: ["shell", "read", "write", "network", "search", "browser", "mcp", "agent", "tool"],
                    isRequired: true, "What kind of action it is, in the words of `permission.capability`."),
                Column(
                    "target", .text,
                    "What kind of thing it acted on: a known program, a host, or a kind of place (`workspace`, `home`, `secrets`). Never what the log says itself."
                ),
                Column(
                    "hazard", .text,
                    vocabulary: [
                        "arbitrary-code", "privilege", "destructive", "payment", "network", "publish", "secrets",
                        "install", "write", "read", "none",
                    ],
                    "The worst that it does, told by the command, the place or the name of the tool."),
                Column(
                    "decision", .text, vocabulary: ["allowed", "asked", "denied"],
                    "What the log says of the gate: let through without a question, asked a person, or refused."),
                Column("approved_by", .text, "Who approved it; `user` where the log says no more."),
                Column(
                    "outcome", .text, vocabulary: ["done", "failed", "blocked"],
                    "What became of it; `blocked` when it was not carried out."),
                Column(
                    "gate", .text, vocabulary: ["allow", "ask", "deny"],
                    "What the agent's configuration says must become of such an action: its rules, else its tools and approvals."
                ),
                Column("rule", .text, "The rule that says so, as `permission.rule` has it; null where none does."),
                Column("credential", .text, "Name of the credential that it used."),
                Column("in_scope", .boolean, "Whether the credential's scope covered it, as the log says."),
                Column(
                    "minutes_after_revocation", .integer,
                    "Minutes from the revocation of its credential to the last such action, rounded up; 0 when none came after. Null unless a log tells of the revocation."
                ),
                Column(
                    "off_schedule", .integer,
                    "How many began more than an hour after every start that the agent's schedules give. Known for agents that only schedules start."
                ),
                Column(
                    "unprompted_minutes", .integer,
                    "Longest time since a person last said something in the session. Known for logs that hold the conversation."
                ),
                Column("peak_per_minute", .integer, "Most of them within one minute; null without times."),
                Column("count", .integer, isRequired: true, "How many there were."),
                Column("trace_id", .text, "Identifier of the first one's session or trace in the log."),
            ]),
        TableSchema(
            .actionLog, "a log of actions that was read, as far as it is about the agent",
            [
                Column(
                    "format", .text, vocabulary: ["plain", "claude-code", "codex", "otlp", "mcp-gateway"],
                    isRequired: true, "What kind of log it is."),
                Column("records", .integer, isRequired: true, "Records in the log, those of other agents among them."),
                Column("actions", .integer, isRequired: true, "Actions of this agent in it."),
                Column("first_at", .text, "Time of its first record."),
                Column("last_at", .text, "Time of its last record."),
                Column("refused_lines", .integer, isRequired: true, "Lines that could not be read."),
                Column(
                    "missing_records", .integer,
                    "Records that others name, or that sequence numbers leave out; null where its format cannot tell."),
                Column(
                    "silence_minutes", .integer,
                    "Longest time without a record within an open session, the time before a person speaks left out; null where its format cannot tell."
                ),
                Column("cut_off", .boolean, isRequired: true, "Whether its last line is incomplete."),
                Column(
                    "closed", .boolean,
                    "Whether it says itself where it begins and ends, and that everything is in it; null where its format cannot."
                ),
            ]),
    ]
}
