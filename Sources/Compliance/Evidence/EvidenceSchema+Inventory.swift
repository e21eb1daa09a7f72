extension EvidenceSchema {
    /// What registers and exports say of the identities behind the agents.
    ///
    /// `credential` is what an agent's own files say that it holds; `identity` is what those who issue and administer say.
    static let inventoryTables: [TableSchema] = [
        TableSchema(
            .identity,
            "a non-human identity as a register or an export of its issuer describes it; once for each agent that acts by it",
            identification + lifeColumns + authorityColumns + useColumns)
    ]

    private static let identification: [Column] = [
        Column("name", .text, isRequired: true, "Account, ARN, address or title of the identity."),
        Column(
            "kind", .text,
            vocabulary: ["user", "role", "service-account", "service-principal", "app", "token", "other"],
            "What it is to its issuer."),
        Column("provider", .text, "Who issues it: `aws`, `google-cloud`, `azure`, `github`, `kubernetes`, or another."),
        Column("owner", .text, "Who answers for it."),
        Column(
            "owner_kind", .text, vocabulary: ["person", "team", "named", "gone", "nobody"],
            "A person, a team, somebody of whom is not said which, a person who has left, or nobody: a known absence."),
        Column(
            "also_in", .text,
            "Other files that describe it; what they add stands in this row, the worse where they differ."),
    ]

    private static let lifeColumns: [Column] = [
        Column("created_at", .text, "When it was made, RFC 3339 or YYYY-MM-DD."),
        Column("used", .boolean, "False when it has never been used."),
        Column("last_used_at", .text, "When it was last used."),
        Column("rotated_at", .text, "When the oldest of its keys that are in force was made or replaced."),
        Column("expires", .boolean, "False when its keys, or it itself, stay valid until somebody withdraws them."),
        Column("expires_at", .text, "When the last of its keys, or it itself, stops working by itself."),
        Column("reviewed_at", .text, "When somebody last confirmed that it is needed."),
        Column(
            "age_days", .integer, derived: .daysSince("created_at"), "Days since it was made, on the assessment's date."
        ),
        Column(
            "unused_days", .integer, derived: .daysUnused(last: "last_used_at", used: "used", made: "created_at"),
            "Days since its last use, on the assessment's date; since it was made, when it has never been used."),
        Column(
            "rotated_days", .integer, derived: .daysSince("rotated_at"),
            "Days since its oldest key was made or replaced, on the assessment's date."),
        Column(
            "expires_days", .integer, derived: .daysUntil("expires_at"),
            "Days until it stops working, on the assessment's date; negative when it has."),
        Column(
            "reviewed_days", .integer, derived: .daysSince("reviewed_at"),
            "Days since it was confirmed, on the assessment's date."),
    ]

    private static let authorityColumns: [Column] = [
        Column(
            "standing", .text, vocabulary: ["standing", "just-in-time"],
            "Whether its access stays until somebody takes it away, or is given for a session and ends by itself."),
        Column("breadth", .text, vocabulary: ["any", "broad", "narrow"], "How much it opens."),
        Column(
            "privileged", .boolean, "Whether it may administer what it opens: rights, people, settings of security."),
        Column(
            "authentication", .text,
            vocabulary: ["federated", "managed", "certificate", "token", "key", "password"],
            "The weakest way in which it proves who it is; `managed` when its platform does that for it."),
        Column("keys", .integer, "Keys, secrets and tokens of it that are in force and do not end within a day."),
        Column("enabled", .boolean, "Whether it can be used."),
    ]

    private static let useColumns: [Column] = [
        Column("users", .integer, "How many agents, applications and people use it."),
        Column("used_by", .text, "Who they are."),
        Column("interactive", .boolean, "Whether a person can sign in as it, by a password or at a console."),
        Column("human_use", .boolean, "Whether people act by it."),
        Column("third_party", .boolean, "Whether it was given to somebody outside the organisation."),
        Column(
            "environment", .text, vocabulary: ["production", "other", "mixed"],
            "Where it is valid: in production, elsewhere, or in both."),
    ]
}
