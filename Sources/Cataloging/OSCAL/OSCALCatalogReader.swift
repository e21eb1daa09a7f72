internal import Compliance
internal import Documents

/// Reads an OSCAL catalog as a framework.
///
/// Groups become headings, controls and their enhancements controls of the class that our own catalogs give, otherwise
/// of the kind `control`. The statement is flattened to lines with the labels of its items; parameters are filled in.
struct OSCALCatalogReader {
    let source: OSCALSource
    var parameters = OSCALParameters()
    /// Controls that are taken; all by default.
    var isSelected: (String) -> Bool = { _ in true }

    /// Identifiers that the catalog gives; those that are made up keep out of their way.
    private var given: Set<String> = []

    init(_ source: OSCALSource) {
        self.source = source
        survey(source.root)
    }

    private mutating func survey(_ node: Node) {
        parameters.define(in: node)
        if let id = stated(node) { given.insert(id) }
        for child in node.list("groups") + node.list("controls") { survey(child) }
    }

    /// The framework.
    ///
    /// - Throws: `CatalogProblem` when metadata are missing.
    func draft() throws(CatalogProblem) -> FrameworkDraft {
        var draft = try OSCALMetadata(source).draft()
        draft.items = items()
        draft.notes = notes(draft.items)
        return draft
    }

    /// The items in document order.
    func items() -> [FrameworkDraft.Item] {
        var items: [FrameworkDraft.Item] = []
        var names = given
        gather(source.root, parent: nil, into: &items, &names)
        return items
    }

    private func gather(
        _ node: Node, parent: String?, into items: inout [FrameworkDraft.Item], _ names: inout Set<String>
    ) {
        // Where both may stand, OSCAL has controls before groups.
        for control in node.list("controls") {
            let id = stated(control) ?? made(control, &names)
            let isTaken = isSelected(control["id"]?.string ?? "")
            if isTaken { items.append(item(of: control, id, parent)) }
            gather(control, parent: isTaken ? id : parent, into: &items, &names)
        }
        for group in node.list("groups") {
            if group["class"]?.string == "ungrouped" && group["id"] == nil {
                gather(group, parent: parent, into: &items, &names)
                continue
            }
            let id = stated(group) ?? made(group, &names)
            let place = items.count
            gather(group, parent: id, into: &items, &names)
            // A group without a control that is taken says nothing.
            if items.count > place { items.insert(heading(of: group, id, parent), at: place) }
        }
    }

    private var isOurs: Bool { source.root["metadata"]?.ownProperty("framework-id") != nil }

    private func stated(_ node: Node) -> String? {
        let label = isOurs ? node.property("label") : nil
        return (label ?? node["id"]?.string).map(FrameworkDraft.identifier)
    }

    /// An identifier out of the title; groups may have none.
    private func made(_ node: Node, _ names: inout Set<String>) -> String {
        let slug = FrameworkDraft.slug(plain(node["title"]?.string))
        var name = slug
        var number = 2
        while !names.insert(name).inserted {
            name = "\(slug)-\(number)"
            number += 1
        }
        return name
    }

    private func heading(of group: Node, _ id: String, _ parent: String?) -> FrameworkDraft.Item {
        var item = FrameworkDraft.Item(id: id, parent: parent, kind: .group, position: group.position)
        item.title = plain(group["title"]?.string)
        item.statement = OSCALStatement(parameters).text(of: group.part("overview") ?? group.part("instruction"))
        own(group, &item)
        return item
    }

    private func item(of control: Node, _ id: String, _ parent: String?) -> FrameworkDraft.Item {
        var item = FrameworkDraft.Item(id: id, parent: parent, position: control.position)
        item.title = plain(control["title"]?.string)
        if let kind = control["class"]?.string.flatMap(Control.Kind.init) { item.kind = kind }
        item.statement = OSCALStatement(parameters).text(of: statement(of: control))
        if let status = control.property("status")?.lowercased(), status == "withdrawn" {
            // Nothing is asked of it, so it has no verdict: a heading without items.
            item.kind = .group
            item.title += " (withdrawn)"
            item.statement = withdrawal(control, item.statement)
        }
        own(control, &item)
        return item
    }

    /// The part that says what is asked.
    func statement(of control: Node) -> Node? {
        control.part("statement") ?? control.part("overview") ?? control.part("assessment-objective")
    }

    /// What only our own catalogs say.
    private func own(_ node: Node, _ item: inout FrameworkDraft.Item) {
        let word = node.ownProperty("observability") ?? ""
        item.observability = Control.Observability(rawValue: word) ?? .none
        let question = node.list("parts").first {
            $0["name"]?.string == "question" && $0["ns"]?.string == OSCALTerms.namespace
        }
        item.question = question.map { OSCALStatement(parameters).text(of: $0) }
    }

    private func withdrawal(_ control: Node, _ statement: String) -> String {
        let targets = control.list("links").compactMap { link -> String? in
            guard let rel = link["rel"]?.string, let href = link["href"]?.string, href.hasPrefix("#") else {
                return nil
            }
            guard ["incorporated-into", "moved-to"].contains(rel) else { return nil }
            return "\(rel.split(separator: "-").joined(separator: " ")) \(href.dropFirst())"
        }
        let end = targets.isEmpty ? "" : ": " + targets.joined(separator: ", ")
        return ["Withdrawn by the publisher\(end).", statement].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func plain(_ markdown: String?) -> String {
        OSCALProse.plain(markdown ?? "", parameter: parameters.text).split(separator: "\n").joined(separator: " ")
    }
}
