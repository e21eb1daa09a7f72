internal import Compliance
internal import Documents

/// Reads a framework file.
enum FrameworkReader {
    private static let keys = [
        "id", "title", "short_name", "publisher", "edition", "published", "source", "licence", "attribution",
        "controls", "default",
    ]

    /// The framework, and what is wrong with its file.
    static func read(_ root: Node, path: String, id: FrameworkID) -> (framework: Framework, problems: [CatalogProblem])
    {
        let fields = Fields(root, path: path, keys: keys + FrameworkReferencesReader.keys)
        if fields.text("id") != id.rawValue {
            fields.complain("the id must be the file's name, \(id)", at: fields.position(of: "id"))
        }
        var seen: Set<ControlID> = []
        let controls = fields.list("controls").map { control($0, id, fields, &seen) }
        let framework = Framework(
            id: id, title: fields.text("title"), shortName: fields.text("short_name"),
            publisher: fields.text("publisher"),
            edition: fields.text("edition"), published: fields.text("published"), source: fields.text("source"),
            licence: fields.text("licence"), attribution: fields.text("attribution"),
            isDefault: fields.flag("default", true), controls: controls,
            references: FrameworkReferencesReader.read(fields))
        return (framework, fields.problems)
    }

    private static func control(
        _ node: Node, _ framework: FrameworkID, _ parent: Fields, _ seen: inout Set<ControlID>
    ) -> Control {
        let fields = Fields(
            node, path: parent.path,
            keys: ["id", "parent", "kind", "title", "statement", "observability", "question"])
        let kind = fields.word("kind", Control.Kind.control)
        let id = ControlID(framework, fields.text("id"))
        let parentID = fields.optionalText("parent").map { ControlID(framework, $0) }
        if !seen.insert(id).inserted { fields.complain("\(id) is there twice") }
        if let parentID, !seen.contains(parentID) { fields.complain("the parent \(parentID) does not stand above it") }
        let observability =
            kind == .group && node["observability"] == nil
            ? .none : fields.word("observability", Control.Observability.none)
        let question = fields.optionalText("question")
        if kind != .group && observability != .direct && question == nil {
            fields.complain("expected question: what a person would have to state")
        }
        let control = Control(
            id: id, parent: parentID, kind: kind, title: fields.text("title"), statement: fields.text("statement"),
            observability: observability, question: question)
        parent.adopt(fields)
        return control
    }
}
