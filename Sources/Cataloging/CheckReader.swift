internal import Compliance
internal import Documents

/// Reads a check file.
enum CheckReader {
    private static let keys = [
        "title", "method", "severity", "subject", "when", "assert", "message", "controls", "rationale", "remediation",
        "references", "examples", "parameters", "products", "weighs", "said-by",
    ]

    /// The check, and what is wrong with its file.
    static func read(_ file: CatalogFile, id: CheckID) -> (check: Check, problems: [CatalogProblem]) {
        let fields = Fields(file.root, path: file.path, keys: keys)
        let check = Check(
            id: id, title: fields.text("title"), method: fields.word("method", Check.Method.test),
            severity: fields.word("severity", Severity.low), subject: fields.word("subject", Table.agent),
            when: fields.optionalText("when"), assert: fields.text("assert"), message: fields.text("message"),
            mappings: fields.list("controls").map { mapping($0, fields) }, rationale: fields.text("rationale"),
            remediation: fields.text("remediation"),
            references: fields.list("references").compactMap { text($0, "reference", fields) },
            examples: fields.list("examples").map { example($0, fields) },
            parameters: CheckParameterReader.read(fields), weights: CheckWeightReader.read(fields),
            saidBy: CheckWeightReader.saidBy(fields),
            products: file.root["products"] == nil
                ? [] : fields.list("products").compactMap { text($0, "product", fields) })
        if !file.isReviewed { review(check, fields) }
        return (check, fields.problems)
    }

    private static func review(_ check: Check, _ fields: Fields) {
        CheckParameterReader.review(check, check.message, fields)
        CheckWeightReader.review(fields)
        if check.title.count > 75 {
            fields.complain(
                "the title has \(check.title.count) characters, at most 75 fit", at: fields.position(of: "title"))
        }
        for problem in Remedy(check.remediation, knowing: check.products).problems {
            fields.complain("remediation, \(problem)", at: fields.position(of: "remediation"))
        }
        for (key, text) in [("when", check.when), ("assert", check.assert)] {
            // A parameter that is missing has been complained of.
            guard let text, !text.isEmpty, Check.parameters(inSQL: text).isEmpty else { continue }
            do {
                _ = try CheckExpression(text)
            } catch {
                fields.complain("\(key): \(error)", at: fields.position(of: key))
            }
        }
    }

    private static func text(_ node: Node, _ what: String, _ fields: Fields) -> String? {
        guard let text = node.string, !text.isEmpty else {
            fields.complain("expected a \(what) to be a text that is not empty", at: node.position)
            return nil
        }
        return text
    }

    private static func mapping(_ node: Node, _ parent: Fields) -> CheckMapping {
        let fields = Fields(node, path: parent.path, keys: ["control", "relationship", "because"])
        let mapping = CheckMapping(
            control: ControlID(fields.text("control")), relationship: fields.word("relationship", .intersectsWith),
            because: fields.text("because"))
        parent.adopt(fields)
        return mapping
    }

    private static func example(_ node: Node, _ parent: Fields) -> CheckExample {
        let fields = Fields(node, path: parent.path, keys: ["name", "given", "expect", "severity"])
        var given: [Table: [[String: Value]]] = [:]
        for member in node["given"]?.members ?? [] {
            guard let table = Table(rawValue: member.key) else {
                fields.complain("there is no table \(member.key)", at: member.keyPosition)
                continue
            }
            guard member.value.isArray else {
                fields.complain("expected \(member.key) to be a list of rows", at: member.value.position)
                continue
            }
            given[table] = member.value.elements.map { row($0, table, fields) }
        }
        let example = CheckExample(
            name: fields.text("name"), given: given, expect: fields.word("expect", Verdict.undetermined),
            severity: node["severity"].map { _ in fields.word("severity", Severity.low) })
        parent.adopt(fields)
        return example
    }

    private static func row(_ node: Node, _ table: Table, _ fields: Fields) -> [String: Value] {
        let schema = EvidenceSchema.schema(of: table)
        var row: [String: Value] = [:]
        if !node.isObject { fields.complain("expected a row: a mapping of columns to values", at: node.position) }
        for member in node.members {
            guard let index = schema.index(of: member.key) else {
                fields.complain("table \(table.rawValue) has no column \(member.key)", at: member.keyPosition)
                continue
            }
            let column = schema.columns[index]
            if member.value.isObject || member.value.isArray {
                fields.complain("column \(column.name) holds one value", at: member.value.position)
                continue
            }
            let value = value(of: member.value, as: column.kind)
            // A required column given as null keeps its default.
            if value == .null && column.isRequired { continue }
            if !column.accepts(value) {
                fields.complain(
                    "column \(column.name) of \(table.rawValue) cannot hold \(value.description)",
                    at: member.value.position)
            }
            row[member.key] = value
        }
        return row
    }

    private static func value(of node: Node, as kind: Column.Kind) -> Value {
        switch (node.content, kind) {
        case (.string(let text), _): .text(text)
        case (.integer(let integer), .text): .text(String(integer))
        case (.real(let real), .text): .text(String(real))
        case (.integer(let integer), .real): .real(Double(integer))
        case (.integer(let integer), _): .integer(integer)
        case (.real(let real), _): .real(real)
        case (.boolean(let boolean), .text): .text(String(boolean))
        case (.boolean(let boolean), _): .boolean(boolean)
        default: .null
        }
    }
}
