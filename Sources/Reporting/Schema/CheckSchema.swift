internal import Compliance

/// The schema of a check file, made of the evidence tables.
enum CheckSchema {
    static var schema: JSONSchema {
        .object(
            "Every row of the subject's table that `when` chooses has to fulfil `assert`.",
            [
                .init(
                    name: "title",
                    schema: .text("A sentence that is true of a good agent, without a full stop.", longest: 75),
                    isRequired: true),
                .init(
                    name: "method",
                    schema: .word("SP 800-53A: how it is assessed.", Check.Method.allCases.map(\.rawValue)),
                    isRequired: true),
                .init(name: "severity", schema: severity, isRequired: true),
                .init(name: "weighs", schema: weights),
                .init(
                    name: "said-by",
                    schema: .list(
                        "Checks whose gaps say the same of the same place: what fails one of them makes no second gap.",
                        .text("A check."))),
                .init(
                    name: "subject",
                    schema: .word("The table whose rows are judged.", EvidenceSchema.tables.map(\.table.rawValue)),
                    isRequired: true),
                .init(
                    name: "products",
                    schema: .list(
                        "Only agents of these products are judged; all when left out.",
                        .text("A product, as in table agent."))),
                .init(name: "when", schema: .text("SQL condition: which rows are judged; all when it is left out.")),
                .init(name: "assert", schema: .text("SQL condition: what holds of a good row."), isRequired: true),
                .init(
                    name: "message",
                    schema: .text("What is said of a row that fails, with columns in braces: `{name}`."),
                    isRequired: true),
                .init(name: "parameters", schema: parameters),
                .init(name: "controls", schema: controls, isRequired: true),
                .init(name: "rationale", schema: .text("Why it matters."), isRequired: true),
                .init(
                    name: "remediation",
                    schema: .text(
                        "What to do: sentences with `code` in backticks, and fenced blocks of what can be pasted."),
                    isRequired: true),
                .init(
                    name: "references", schema: .list("Public documents behind it.", .text("An address.")),
                    isRequired: true),
                .init(name: "examples", schema: examples, isRequired: true),
            ])
    }

    private static var severity: JSONSchema {
        .word("How much a failure weighs.", Severity.allCases.sorted(by: >).map(\.rawValue))
    }

    private static var weights: JSONSchema {
        .list(
            "What weighs otherwise; the first whose condition holds of the failed row counts.",
            .object(
                "A weight.",
                [
                    .init(name: "severity", schema: severity, isRequired: true),
                    .init(name: "when", schema: .text("SQL condition on the failed row."), isRequired: true),
                ]))
    }

    private static var parameters: JSONSchema {
        let parameter = JSONSchema.object(
            "A value that a profile may set: `:name` in expressions, `{:name}` in texts.",
            [
                .init(name: "label", schema: .text("What it is, in a few words."), isRequired: true),
                .init(name: "unit", schema: .text("What it is counted in.")),
                .init(
                    name: "type", schema: .word("What kind of value.", CheckParameter.Kind.allCases.map(\.rawValue)),
                    isRequired: true),
                .init(
                    name: "value", schema: JSONSchema(about: "The value.", types: ["number", "string"]),
                    isRequired: true),
            ])
        return JSONSchema(
            about: "Values that a profile may set.", types: ["object"],
            values: (name: "^[a-z][a-z0-9_]*$", schema: { parameter }))
    }

    private static var controls: JSONSchema {
        .list(
            "The framework items that it shows something of.",
            .object(
                "What it shows of one item.",
                [
                    .init(
                        name: "control",
                        schema: .text(
                            "`<framework>/<item>`; `surety catalog list` names the frameworks.",
                            pattern: "^[^/ ]+/[^/ ]+$"),
                        isRequired: true),
                    .init(
                        name: "relationship",
                        schema: .word(
                            "subset-of: a needed part, whose failure fails the item. intersects-with: related evidence.",
                            Relationship.allCases.map(\.rawValue)), isRequired: true),
                    .init(name: "because", schema: .text("Why."), isRequired: true),
                ]))
    }

    private static var examples: JSONSchema {
        .list(
            "Evidence and the verdict on it: satisfied, not satisfied, and the unknown. They are the tests.",
            .object(
                "One example.",
                [
                    .init(name: "name", schema: .text("What it shows."), isRequired: true),
                    .init(
                        name: "given",
                        schema: .object(
                            "Rows by table. What is not given is not known.", EvidenceSchema.tables.map(rows)),
                        isRequired: true),
                    .init(
                        name: "expect", schema: .word("The verdict.", Verdict.allCases.map(\.rawValue)),
                        isRequired: true),
                    .init(name: "severity", schema: severity),
                ]))
    }

    private static func rows(of table: TableSchema) -> JSONSchema.Property {
        let row = JSONSchema.object(
            "A row: \(table.summary).",
            table.columns.map { JSONSchema.Property(name: $0.name, schema: column($0)) })
        return .init(
            name: table.table.rawValue,
            schema: JSONSchema(about: "A row is \(table.summary).", types: ["array"], elements: { row }))
    }

    private static func column(_ column: Column) -> JSONSchema {
        if !column.vocabulary.isEmpty {
            return JSONSchema(about: column.summary, choices: column.vocabulary.map { $0 } + [nil])
        }
        let types =
            switch column.kind {
            // A number or a truth value in a column of texts counts as the text that stands there.
            case .text: ["string", "number", "boolean"]
            case .integer: ["integer"]
            case .real: ["number"]
            case .boolean: ["boolean"]
            }
        return JSONSchema(about: column.summary, types: types + ["null"])
    }
}
