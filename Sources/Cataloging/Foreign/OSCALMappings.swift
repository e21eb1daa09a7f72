internal import Documents

/// Reads an OSCAL mapping collection, in JSON or XML.
///
/// The model: https://pages.nist.gov/OSCAL/learn/concepts/layer/control/mapping/
enum OSCALMappings {
    /// The namespace in which OSCAL constrains the relationships.
    private static let namespace = "http://csrc.nist.gov/ns/oscal"

    /// The collection of a document; nil when it is something else.
    static func collection(in root: Node) -> Node? { child(root, "mapping-collection") }

    static func rows(of collection: Node, _ resolver: ReferenceResolver) -> [ForeignMappingRow] {
        let general = text(child(collection, "provenance").flatMap { child($0, "matching-rationale") })
        return children(collection, "mappings", "mapping").flatMap { mapping in
            let own = text(child(mapping, "matching-rationale"))
            let source = framework(child(mapping, "source-resource"), collection, resolver)
            let target = framework(child(mapping, "target-resource"), collection, resolver)
            return children(mapping, "maps", "map").flatMap { map in
                rows(of: map, source: source, target: target, rationale: own.isEmpty ? general : own)
            }
        }
    }

    private static func rows(
        of map: Node, source: String?, target: String?, rationale: String
    ) -> [ForeignMappingRow] {
        let own = text(child(map, "matching-rationale"))
        let remarks = text(child(map, "remarks"))
        let reason = remarks.isEmpty ? (own.isEmpty ? rationale : own) : remarks
        let relationship = text(child(map, "relationship"))
        let space = text(child(map, "ns"))
        return children(map, "sources", "source").flatMap { from in
            children(map, "targets", "target").map { to in
                ForeignMappingRow(
                    source: ForeignReference(text: text(child(from, "id-ref")), framework: source),
                    target: ForeignReference(text: text(child(to, "id-ref")), framework: target),
                    relationship: relationship, rationale: reason,
                    hasOwnRelationships: !space.isEmpty && space != namespace, position: to.position)
            }
        }
    }

    /// The framework that a resource is, by its address or its title; nil when neither names one.
    private static func framework(_ resource: Node?, _ collection: Node, _ resolver: ReferenceResolver) -> String? {
        guard let resource else { return nil }
        let href = text(child(resource, "href"))
        if resolver.knowsFramework(href) { return href }
        let matter = child(collection, "back-matter").map { children($0, "resources", "resource") } ?? []
        let linked = matter.first { href == "#" + text(child($0, "uuid")) }
        return linked.map { text(child($0, "title")) }.flatMap { resolver.knowsFramework($0) ? $0 : nil }
    }

    /// A member or, in XML, an attribute or element; the prefix of a namespace does not count.
    private static func child(_ node: Node, _ name: String) -> Node? {
        node.members.first { member in
            member.key == name || member.key == "@" + name || member.key.hasSuffix(":" + name)
        }?.value
    }

    /// The elements of a list, which JSON names in the plural and XML repeats.
    private static func children(_ node: Node, _ plural: String, _ singular: String) -> [Node] {
        guard let list = child(node, plural) ?? child(node, singular) else { return [] }
        return list.isArray ? list.elements : [list]
    }

    private static func text(_ node: Node?) -> String {
        guard let node else { return "" }
        var parts: [String] = []
        node.walk { _, node in
            if let text = node.string { parts.append(text) }
        }
        return parts.joined(separator: " ")
    }
}
