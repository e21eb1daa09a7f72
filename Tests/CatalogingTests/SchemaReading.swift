import Documents

/// Holds a document against a JSON Schema, as far as the schemas of this program go.
enum SchemaReading {
    /// What is wrong, with the place.
    static func problems(of node: Node, by schema: Node, at place: String = "") -> [String] {
        var found: [String] = []
        let types = schema["type"].map { $0.string.map { [$0] } ?? $0.elements.compactMap(\.string) } ?? []
        if !types.isEmpty && !types.contains(type(of: node))
            && !(types.contains("number") && type(of: node) == "integer")
        {
            found.append("\(place): is \(type(of: node))")
        }
        if let choices = schema["enum"]?.elements, !choices.contains(where: { $0.content == node.content }) {
            found.append("\(place): not in the list")
        }
        if let text = node.string {
            if let longest = schema["maxLength"]?.integer, text.count > longest { found.append("\(place): too long") }
            if let pattern = schema["pattern"]?.string, let regex = try? Regex(pattern),
                text.firstMatch(of: regex) == nil
            {
                found.append("\(place): does not match")
            }
        }
        if node.isArray {
            if let fewest = schema["minItems"]?.integer, node.elements.count < fewest {
                found.append("\(place): empty")
            }
            if let items = schema["items"] {
                found += node.elements.enumerated().flatMap { problems(of: $1, by: items, at: "\(place)/\($0)") }
            }
        }
        return found + (node.isObject ? members(of: node, by: schema, at: place) : [])
    }

    private static func members(of node: Node, by schema: Node, at place: String) -> [String] {
        var found: [String] = []
        for key in schema["required"]?.elements.compactMap(\.string) ?? [] where node[key] == nil {
            found.append("\(place): without \(key)")
        }
        if let sets = schema["anyOf"]?.elements {
            let isMet = sets.contains { set in
                (set["required"]?.elements ?? []).allSatisfy { $0.string.map { node[$0] != nil } ?? false }
            }
            if !isMet { found.append("\(place): none of the sets of keys") }
        }
        for member in node.members {
            let free = schema["patternProperties"]?.members.first
            if let inner = schema["properties"]?[member.key] ?? free?.value {
                found += problems(of: member.value, by: inner, at: "\(place)/\(member.key)")
            } else if schema["additionalProperties"]?.boolean == false {
                found.append("\(place): unknown key \(member.key)")
            }
        }
        return found
    }

    private static func type(of node: Node) -> String {
        switch node.content {
        case .object: "object"
        case .array: "array"
        case .string: "string"
        case .integer: "integer"
        case .real: "number"
        case .boolean: "boolean"
        case .null: "null"
        }
    }
}
