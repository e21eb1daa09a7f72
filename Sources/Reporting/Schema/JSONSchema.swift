/// A JSON Schema (draft 2020-12), as far as the files of this program need one.
///
/// <https://json-schema.org/draft/2020-12/json-schema-core>
struct JSONSchema {
    /// A key of an object.
    struct Property {
        let name: String
        let schema: JSONSchema
        var isRequired = false
    }

    /// What it says to a person.
    var about: String?
    /// Types that a value may have; any when empty.
    var types: [String] = []
    /// The closed list of texts; `nil` among them is null.
    var choices: [String?] = []
    /// What a text looks like.
    var pattern: String?
    /// Most characters of a text.
    var longest: Int?
    /// Keys of an object; it has no others.
    var properties: [Property] = []
    /// What the values of an object with free keys look like, and what the keys look like.
    var values: (name: String, schema: () -> JSONSchema)?
    /// What the elements of a list look like.
    var elements: (() -> JSONSchema)?
    /// Fewest elements.
    var fewest: Int?
    /// Sets of keys one of which has to be there.
    var oneOf: [[String]] = []

    /// A text.
    static func text(_ about: String, pattern: String? = nil, longest: Int? = nil) -> JSONSchema {
        JSONSchema(about: about, types: ["string"], pattern: pattern, longest: longest)
    }

    /// A word out of a closed list.
    static func word(_ about: String, _ choices: [String]) -> JSONSchema {
        JSONSchema(about: about, choices: choices)
    }

    /// A list with at least one element.
    static func list(_ about: String, _ element: @autoclosure @escaping () -> JSONSchema) -> JSONSchema {
        JSONSchema(about: about, types: ["array"], elements: element, fewest: 1)
    }

    /// An object with these keys and no others.
    static func object(_ about: String, _ properties: [Property]) -> JSONSchema {
        JSONSchema(about: about, types: ["object"], properties: properties)
    }

    /// Writes it as the whole of a file.
    func write(title: String, to sink: ByteSink) {
        let json = JSONText(sink)
        json.object(block: true) {
            json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
            json.member("title", title)
            members(json)
        }
        json.finish()
    }

    private func members(_ json: JSONText) {
        if let about { json.member("description", about) }
        if types.count == 1 { json.member("type", types[0]) }
        if types.count > 1 {
            json.key("type")
            json.array(types)
        }
        if !choices.isEmpty {
            json.key("enum")
            json.array(choices) { choice in choice.map(json.string) ?? json.null() }
        }
        if let pattern { json.member("pattern", pattern) }
        if let longest { json.member("maxLength", longest) }
        if let fewest { json.member("minItems", fewest) }
        if let elements { nested("items", elements(), json) }
        keys(json)
    }

    private func keys(_ json: JSONText) {
        guard types == ["object"] else { return }
        json.member("additionalProperties", false)
        if let values {
            json.key("patternProperties")
            json.object(block: true) { nested(values.name, values.schema(), json) }
            return
        }
        let required = properties.filter(\.isRequired).map(\.name)
        if !required.isEmpty {
            json.key("required")
            json.array(required)
        }
        if !oneOf.isEmpty {
            json.key("anyOf")
            json.array(oneOf) { names in
                json.object {
                    json.key("required")
                    json.array(names)
                }
            }
        }
        json.key("properties")
        json.object(block: true) { for property in properties { nested(property.name, property.schema, json) } }
    }

    private func nested(_ key: String, _ schema: JSONSchema, _ json: JSONText) {
        json.key(key)
        let isBlock = !schema.properties.isEmpty || schema.elements != nil || schema.values != nil
        json.object(block: isBlock) { schema.members(json) }
    }
}
