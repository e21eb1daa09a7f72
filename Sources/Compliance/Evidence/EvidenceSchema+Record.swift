extension EvidenceSchema {
    /// What the files say leaf by leaf, what people say, what other scanners report, and what was looked at.
    static let recordTables: [TableSchema] = [
        TableSchema(
            .setting, "one leaf of one configuration file",
            [
                Column(
                    "level", .text, vocabulary: ["managed", "system", "user", "project", "local", "template"],
                    isRequired: true,
                    "Level of the file."),
                Column("key", .text, isRequired: true, "Dotted path of the leaf, list positions left out."),
                Column(
                    "type", .text, vocabulary: ["text", "number", "boolean", "null", "empty", "section"],
                    isRequired: true,
                    "Type of the value; `section` for a file or table as a whole that has no effect."),
                Column("value", .text, "The value; secrets are replaced."),
                Column(
                    "status", .text, vocabulary: ["in-force", "unknown", "misplaced", "not-honoured", "overridden"],
                    isRequired: true,
                    "Whether the product acts on it."),
                Column("reason", .text, "Why it is not in force, or on which versions of the product that depends."),
            ]),
        TableSchema(
            .statement, "what a person states about the agent",
            [
                Column("claim", .text, isRequired: true, "What is stated."),
                Column("control", .text, "Control that the statement is for."),
                Column("check_id", .text, "Check that the statement is for."),
                Column("method", .text, vocabulary: ["examine", "interview"], isRequired: true, "SP 800-53A method."),
                Column("by", .text, isRequired: true, "Who states it."),
                Column("role", .text, isRequired: true, "The person's role."),
                Column("stated_on", .text, isRequired: true, "Date, YYYY-MM-DD."),
                Column("expires_on", .text, isRequired: true, "Last date on which it counts, YYYY-MM-DD."),
                Column("document", .text, "File that carries the proof."),
                Column("document_sha256", .text, "Digest that the statement gives for it."),
                Column(
                    "document_status", .text, vocabulary: ["matches", "differs", "missing", "none"], isRequired: true,
                    "Whether the file is there and has that digest."),
                Column(
                    "id", .text,
                    "Name that its signature goes by: the entry's `id`, else one made of what it is about and who states it."
                ),
                Column(
                    "names_agent", .text,
                    "Agent that the entry names; NULL when it is about all at or below the folder of its file."),
                Column(
                    "envelope", .text,
                    "The signature beside it, a DSSE envelope as it was read; whether it holds is said in `signature`."),
                Column(
                    "signature", .text, vocabulary: ["valid", "invalid", "none"],
                    "Whether its signature holds; NULL when no key of who states it is known."),
                Column("signature_fault", .text, "Why the signature does not hold, or is not known to."),
                Column(
                    "signing_key", .text,
                    "SHA-256 of the public key that made a valid signature, which whoever assessed knows to be that person's."
                ),
            ]),
        TableSchema(
            .externalFinding, "what another scanner reports of a file, as the user handed it over",
            [
                Column("scanner", .text, isRequired: true, "Name of the scanner, as its report says."),
                Column("scanner_version", .text, "Version of the scanner."),
                Column("rule", .text, isRequired: true, "Rule that the scanner reports."),
                Column(
                    "severity", .text, vocabulary: ["critical", "high", "medium", "low", "info"],
                    "Severity, as the scanner's words come closest."),
                Column("message", .text, isRequired: true, "What the scanner says, secrets removed."),
                Column(
                    "suppressed", .boolean, isRequired: true,
                    "Whether the scanner's report marks it as suppressed. It counts all the same."),
                Column("suppression", .text, "Why it is suppressed, as the report says."),
                Column("report", .text, isRequired: true, "Name of the report's file."),
            ]),
        TableSchema(
            .coverage, "how much of one table a collector could see for an agent",
            [
                Column("table_name", .text, vocabulary: Table.allCases.map(\.rawValue), isRequired: true, "The table."),
                Column(
                    "completeness", .text, vocabulary: ["complete", "partial", "none"], isRequired: true,
                    "All of it, some of it, or nothing."),
                Column("reason", .text, "What was not seen, and why."),
            ]),
    ]
}
