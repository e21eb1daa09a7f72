internal import Compliance
internal import Documents

/// A framework of a CISO Assistant library: `objects.framework` with its `requirement_nodes`.
///
/// https://intuitem.gitbook.io/ciso-assistant/concepts/libraries
enum LibraryImport {
    static func draft(_ root: Node, path: String) throws(CatalogProblem) -> FrameworkDraft {
        let objects = root["objects"]
        let framework = objects?["framework"] ?? objects?["frameworks"]?.elements.first
        guard let framework, framework["requirement_nodes"]?.isArray == true else {
            let place = objects?.position ?? root.position
            throw CatalogProblem(
                path: path, position: place, message: "expected objects.framework.requirement_nodes: a list")
        }
        var draft = FrameworkDraft()
        draft.id = text(framework, "ref_id").map(FrameworkDraft.slug).flatMap { $0.isEmpty ? nil : $0 }
        draft.title = text(framework, "name") ?? text(root, "name") ?? ""
        draft.shortName = text(framework, "ref_id") ?? ""
        draft.publisher = text(root, "provider") ?? ""
        draft.edition = text(root, "version").map { "library version \($0)" } ?? ""
        draft.published = text(root, "publication_date") ?? ""
        draft.source = text(root, "urn") ?? ""
        draft.licence = text(root, "copyright") ?? ""
        let nodes = framework.list("requirement_nodes")
        let names = names(of: nodes)
        for (node, name) in zip(nodes, names.list) {
            var item = FrameworkDraft.Item(id: name, position: node.position)
            if let parent = text(node, "parent_urn") { item.parent = names.byURN[parent.lowercased()] ?? parent }
            item.kind = node["assessable"]?.boolean == true ? .control : .group
            item.title = text(node, "name") ?? ""
            item.statement = text(node, "description") ?? item.title
            item.question = question(node)
            draft.items.append(item)
        }
        let asked = draft.items.count { $0.kind != .group && $0.question == nil }
        if asked > 0 { draft.notes = ["\(asked) questions were generated from statements"] }
        return draft
    }

    /// The identifier of each node: its reference where all of a kind differ, otherwise the end of its URN.
    private static func names(of nodes: [Node]) -> (list: [String], byURN: [String: String]) {
        var counts: [String: Int] = [:]
        for node in nodes { counts[FrameworkDraft.identifier(text(node, "ref_id") ?? ""), default: 0] += 1 }
        var byURN: [String: String] = [:]
        let list = nodes.map { node in
            let urn = (text(node, "urn") ?? "").lowercased()
            let reference = FrameworkDraft.identifier(text(node, "ref_id") ?? "")
            let end = urn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).last.map(String.init)
            let name = !reference.isEmpty && counts[reference] == 1 ? reference : FrameworkDraft.identifier(end ?? "")
            if !urn.isEmpty { byURN[urn] = name }
            return name
        }
        return (list, byURN)
    }

    /// The texts of the questions that a node asks.
    private static func question(_ node: Node) -> String? {
        let questions = node["questions"]
        let all = (questions?.members.map(\.value) ?? []) + (questions?.elements ?? [])
        let texts = all.compactMap { text($0, "text") }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    private static func text(_ node: Node, _ key: String) -> String? {
        guard let value = node[key] else { return nil }
        if let integer = value.integer { return String(integer) }
        if let number = value.number { return String(number) }
        let text = value.string.map(OSCALMarkup.tidied)
        return text?.isEmpty == true ? nil : text
    }
}
