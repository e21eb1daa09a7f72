internal import Compliance
internal import Documents

/// Reads a framework file.
enum FrameworkReader {
    private static let keys = [
        "id", "title", "short_name", "publisher", "edition", "published", "source", "licence", "attribution",
        "controls", "default",
    ]

    /// Most items that may lie in each other.
    static let deepest = 32

    /// The framework, and what is wrong with its file.
    static func read(_ root: Node, path: String, id: FrameworkID) -> (framework: Framework, problems: [CatalogProblem])
    {
        let fields = Fields(root, path: path, keys: keys + FrameworkReferencesReader.keys)
        if fields.text("id") != id.rawValue {
            fields.complain("the id must be the file's name, \(id)", at: fields.position(of: "id"))
        }
        // How many items each lies in.
        var seen: [ControlID: Int] = [:]
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
        _ node: Node, _ framework: FrameworkID, _ parent: Fields, _ seen: inout [ControlID: Int]
    ) -> Control {
        let fields = Fields(
            node, path: parent.path,
            keys: ["id", "parent", "kind", "title", "statement", "observability", "question"])
        let kind = fields.word("kind", Control.Kind.control)
        let id = ControlID(framework, fields.text("id"))
        let parentID = fields.optionalText("parent").map { ControlID(framework, $0) }
        if let parentID, seen[parentID] == nil { fields.complain("the parent \(parentID) does not stand above it") }
        let depth = parentID.map { (seen[$0] ?? 0) + 1 } ?? 1
        if depth > deepest { fields.complain("nested deeper than \(deepest) levels") }
        if seen.updateValue(depth, forKey: id) != nil { fields.complain("\(id) is there twice") }
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
