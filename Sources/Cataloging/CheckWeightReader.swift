internal import Compliance
internal import Documents

/// Reads what a check file says of how much failed rows weigh, and of the checks whose gaps say the same.
enum CheckWeightReader {
    /// The `weighs` list in the order of the file.
    static func read(_ check: Fields) -> [CheckWeight] {
        guard check.node["weighs"] != nil else { return [] }
        return check.list("weighs").map { node in
            let fields = Fields(node, path: check.path, keys: ["severity", "when"])
            let weight = CheckWeight(severity: fields.word("severity", Severity.low), when: fields.text("when"))
            check.adopt(fields)
            return weight
        }
    }

    /// Complains of conditions in the `weighs` list that cannot be read.
    static func review(_ check: Fields) {
        for node in check.node["weighs"]?.elements ?? [] {
            guard let when = node["when"] else { continue }
            review(when.string ?? "", at: when.position, check)
        }
    }

    /// The `said-by` list: checks whose gaps say what a gap of this one would.
    static func saidBy(_ check: Fields) -> [CheckID] {
        guard check.node["said-by"] != nil else { return [] }
        return check.list("said-by").compactMap { node in
            guard let text = node.string, !text.isEmpty else {
                check.complain("expected said-by to be a list of checks", at: node.position)
                return nil
            }
            return CheckID(text)
        }
    }

    private static func review(_ when: String, at position: Position, _ fields: Fields) {
        guard !when.isEmpty else { return }
        guard Check.parameters(inSQL: when).isEmpty else {
            return fields.complain("a condition of weighs has no parameters", at: position)
        }
        do {
            _ = try CheckExpression(when)
        } catch {
            fields.complain("when: \(error)", at: position)
        }
    }
}
