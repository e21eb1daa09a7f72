internal import Compliance
internal import Documents

/// Reads a profile file.
enum ProfileReader {
    private static let keys = ["id", "title", "summary", "imports", "set-parameters"]

    /// The profile, and what is wrong with its file; whether its items and parameters exist is decided by `unresolved`.
    static func read(_ file: CatalogFile, id: ProfileID) -> (profile: Profile, problems: [CatalogProblem]) {
        let fields = Fields(file.root, path: file.path, keys: keys)
        if fields.text("id") != id.rawValue {
            fields.complain("the id must be the file's name, \(id)", at: fields.position(of: "id"))
        }
        var seen: Set<FrameworkID> = []
        let imports = fields.list("imports").map { node in
            let one = imported(node, fields)
            if !seen.insert(one.framework).inserted {
                fields.complain("\(one.framework) is imported twice", at: node.position)
            }
            return one
        }
        let profile = Profile(
            id: id, title: fields.text("title"), summary: fields.text("summary"), imports: imports,
            settings: settings(fields), digest: file.digest)
        return (profile, fields.problems)
    }

    private static func imported(_ node: Node, _ parent: Fields) -> Profile.Import {
        let fields = Fields(
            node, path: parent.path, keys: ["framework", "include", "exclude", "with-child-controls"])
        defer { parent.adopt(fields) }
        let framework = FrameworkID(fields.text("framework"))
        return Profile.Import(
            framework: framework, include: included(fields, framework),
            withChildControls: fields.flag("with-child-controls", true),
            exclude: node["exclude"] == nil ? [] : items("exclude", fields, framework))
    }

    private static func included(_ fields: Fields, _ framework: FrameworkID) -> [ControlID]? {
        if fields.node["include"]?.string == "all" { return nil }
        guard fields.node["include"]?.isArray == true else {
            fields.complain("expected include: all, or a list of items", at: fields.position(of: "include"))
            return []
        }
        return items("include", fields, framework)
    }

    private static func items(_ key: String, _ fields: Fields, _ framework: FrameworkID) -> [ControlID] {
        var seen: Set<String> = []
        return fields.list(key).map { node in
            let item = node.string ?? ""
            if item.isEmpty {
                fields.complain("expected \(key) to list items as published, in lower case", at: node.position)
            } else if !seen.insert(item).inserted {
                fields.complain("\(item) is there twice", at: node.position)
            }
            return ControlID(framework, item)
        }
    }

    private static func settings(_ fields: Fields) -> [Profile.Setting] {
        guard let node = fields.node["set-parameters"] else { return [] }
        guard node.isObject, !node.members.isEmpty else {
            fields.complain("expected set-parameters: a mapping of parameters to values", at: node.position)
            return []
        }
        return node.members.compactMap { member in
            guard let value = CheckParameterReader.value(of: member.value) else {
                fields.complain("expected the value of \(member.key): a number or a text", at: member.value.position)
                return nil
            }
            return Profile.Setting(key: member.key, value: value)
        }
    }
}
