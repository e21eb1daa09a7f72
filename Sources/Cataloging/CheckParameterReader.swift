internal import Compliance
internal import Documents

/// Reads the `parameters` of a check file, and finds references to parameters that are not there.
enum CheckParameterReader {
    /// The parameters in the order of the file; what is wrong with them goes to the fields of the check.
    static func read(_ check: Fields) -> [CheckParameter] {
        guard let node = check.node["parameters"] else { return [] }
        guard node.isObject, !node.members.isEmpty else {
            check.complain("expected parameters: a mapping of names to label, type and value", at: node.position)
            return []
        }
        return node.members.compactMap { member in
            if !CheckParameter.isName(member.key) {
                check.complain(
                    "expected the name of a parameter to be lower-case letters, digits and underscores, not "
                        + member.key, at: member.keyPosition)
            }
            return parameter(member.key, member.value, check)
        }
    }

    private static func parameter(_ name: String, _ node: Node, _ check: Fields) -> CheckParameter? {
        let fields = Fields(node, path: check.path, keys: ["label", "unit", "type", "value"])
        defer { check.adopt(fields) }
        let label = fields.text("label")
        let unit = fields.optionalText("unit")
        let kind = fields.word("type", CheckParameter.Kind.number)
        guard let value = node["value"].flatMap({ Self.value(of: $0) }) else {
            fields.complain("expected value: a number or a text", at: fields.position(of: "value"))
            return nil
        }
        do throws(SQLProblem) {
            return try CheckParameter(name: name, label: label, unit: unit, kind: kind, value: value)
        } catch {
            fields.complain(error.description, at: fields.position(of: "value"))
            return nil
        }
    }

    /// The number or text of a node; nil for anything else.
    static func value(of node: Node) -> Value? {
        switch node.content {
        case .string(let text): .text(text)
        case .integer(let integer): .integer(integer)
        case .real(let real): .real(real)
        default: nil
        }
    }

    /// Complains of names that are not declared, and of parameters that decide nothing.
    static func review(_ check: Check, _ message: String, _ fields: Fields) {
        let known = (fields.node["parameters"]?.members ?? []).map(\.key)
        let written = check.written
        let references =
            [("when", written.when), ("assert", written.assert)].flatMap { key, text in
                Check.parameters(inSQL: text ?? "").map { (key, $0) }
            }
            + [
                ("title", written.title), ("message", message), ("rationale", written.rationale),
                ("remediation", written.remediation),
            ].flatMap { key, text in Check.parameters(inProse: text).map { (key, $0) } }
        for (key, name) in references where !known.contains(name) {
            let hint = known.isEmpty ? "the check has none" : "known are " + known.joined(separator: ", ")
            fields.complain("\(key): there is no parameter \(name); \(hint)", at: fields.position(of: key))
        }
        let used = check.parametersInExpressions
        for member in fields.node["parameters"]?.members ?? [] where !used.contains(member.key) {
            fields.complain(
                "the parameter \(member.key) decides nothing: expected :\(member.key) in when or assert",
                at: member.keyPosition)
        }
    }
}
