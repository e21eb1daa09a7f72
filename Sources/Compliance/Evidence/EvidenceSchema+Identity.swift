extension EvidenceSchema {
    /// What was read, who the agents are, and what they hold.
    static let identityTables: [TableSchema] = [
        TableSchema(
            .artifact, "a file or export that was found",
            [
                Column("path", .text, isRequired: true, "Path relative to the assessed folder."),
                Column("sha256", .text, "SHA-256 of the bytes read, in lower-case hexadecimal."),
                Column("bytes", .integer, "Size in bytes."),
                Column(
                    "kind", .text, isRequired: true,
                    "What the file is to its product, for example `claude-code settings`."),
                Column(
                    "status", .text, vocabulary: ["read", "refused", "unsupported", "excluded"], isRequired: true,
                    "Read; refused because broken, unreadable or unsafe; of a product no collector reads; or left out."),
                Column("reason", .text, "Why the file was not read, or not as a whole."),
            ]),
        TableSchema(
            .agent, "an agent, or a sub-agent that acts for it",
            [
                Column("name", .text, isRequired: true, "Name of the agent; `main` for the agent itself."),
                Column("product", .text, isRequired: true, "Product that runs it, for example `Claude Code`."),
                Column(
                    "kind", .text,
                    vocabulary: [
                        "coding-assistant", "sub-agent", "mcp-client", "policy-template", "application", "workflow",
                        "mcp-server", "identity-register",
                    ],
                    isRequired: true,
                    "What it is. An application is built with a framework or on a platform; a workflow starts an agent at one of its steps. A policy template is a configuration outside the place where its product reads it. An identity register stands for identities that no agent names."
                ),
                Column(
                    "level", .text, vocabulary: ["managed", "system", "user", "project", "local"],
                    "Highest level of configuration that was found for it."),
                Column(
                    "plans", .boolean,
                    "Whether a model chooses its actions and their sequence at run time (DESIGN: autonomous behaviour)."
                ),
                Column(
                    "encrypted_by", .text, vocabulary: ["customer", "provider"],
                    "Whose key encrypts what the platform keeps of it; known for agents of cloud platforms."),
                Column("owner", .text, "Who answers for the agent, as its declaration says."),
                Column("purpose", .text, "What the agent is for, as its declaration says."),
                Column("environment", .text, "Where it runs, as its declaration says."),
            ]),
        TableSchema(
            .credential, "an identity or secret that the agent holds; never its value",
            [
                Column(
                    "holder", .text, isRequired: true, "What receives it: `agent`, or the name of a server or hook."),
                Column("name", .text, isRequired: true, "Name of the variable, header or field that carries it."),
                Column(
                    "kind", .text,
                    vocabulary: [
                        "api-key", "token", "password", "private-key", "connection-string", "cloud-key", "helper",
                    ],
                    "What it is."),
                Column(
                    "storage", .text,
                    vocabulary: [
                        "inline", "argument", "environment", "file", "prompt", "helper", "vault", "federated",
                    ],
                    isRequired: true,
                    "Where it lies: written into the file, put on a command line, taken from the environment or a file, asked of the user, fetched by a command."
                ),
                Column("detector", .text, isRequired: true, "Rule that recognised it, for example `github-token`."),
                Column("principal", .text, "Account or service the credential acts as, where it can be told."),
                Column("reference", .text, "Variable, file or vault entry that holds it, where it is not written out."),
                Column(
                    "agents", .integer,
                    "Number of agents of the project that hold the same variable, file or entry; null where there is one agent only, or it cannot be told."
                ),
                Column("shared_with", .text, "The other agents of these."),
                Column(
                    "scope_breadth", .text, vocabulary: ["any", "broad", "narrow"], "How much the credential opens."),
                Column(
                    "obtainable_by", .text, vocabulary: ["anyone", "account", "service", "named"],
                    "Who can take the identity on: anyone, whoever the account trusts, a service on behalf of any of its customers, or named callers."
                ),
                Column("ttl_seconds", .integer, "Lifetime in seconds."),
                Column("rotated_at", .text, "When it was last replaced, RFC 3339."),
                Column("revocation_minutes", .integer, "Minutes until a revocation takes effect."),
            ]),
    ]
}
