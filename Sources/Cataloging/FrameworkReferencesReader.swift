internal import Compliance
internal import Documents

/// Reads `labels`, `aliases`, `retired` and `titles` of a framework file: how people refer to it.
enum FrameworkReferencesReader {
    static let keys = ["labels", "aliases", "titles", "groups_of", "retired"]

    static func read(_ fields: Fields) -> FrameworkReferences {
        let titles = fields.optionalText("titles") ?? "published"
        if titles != "published" && titles != "ours" {
            fields.complain("titles is published or ours, not \(titles)", at: fields.position(of: "titles"))
        }
        return FrameworkReferences(
            labels: optionalList("labels", fields).compactMap { text($0, fields) },
            aliases: optionalList("aliases", fields).map { alias($0, fields) },
            retired: optionalList("retired", fields).map { retired($0, fields) },
            hasPublishedTitles: titles == "published",
            groupsOf: fields.optionalText("groups_of").map { FrameworkID($0) })
    }

    private static func optionalList(_ key: String, _ fields: Fields) -> [Node] {
        fields.node[key] == nil ? [] : fields.list(key)
    }

    private static func text(_ node: Node, _ fields: Fields) -> String? {
        guard let text = node.string, ReferenceTokens(text).tokens.isEmpty == false else {
            fields.complain("expected a text with a letter or digit", at: node.position)
            return nil
        }
        return text
    }

    private static func alias(_ node: Node, _ parent: Fields) -> FrameworkReferences.Alias {
        let fields = Fields(node, path: parent.path, keys: ["spelling", "stands_for", "warning"])
        let alias = FrameworkReferences.Alias(
            spelling: fields.text("spelling"), stands: fields.text("stands_for"),
            warning: fields.optionalText("warning"))
        parent.adopt(fields)
        return alias
    }

    private static func retired(_ node: Node, _ parent: Fields) -> FrameworkReferences.RetiredEdition {
        let fields = Fields(node, path: parent.path, keys: ["name", "year", "source", "items"])
        let edition = FrameworkReferences.RetiredEdition(
            name: fields.text("name"), year: fields.optionalText("year"),
            items: fields.list("items").map { node in
                let item = Fields(node, path: parent.path, keys: ["id", "title", "now"])
                let read = FrameworkReferences.RetiredItem(
                    id: item.text("id"), title: item.text("title"),
                    now: optionalList("now", item).compactMap { $0.string.map { ControlID($0) } })
                fields.adopt(item)
                return read
            })
        parent.adopt(fields)
        return edition
    }
}
