/// The three forms of an OSCAL document.
public enum OSCALForm: String, Sendable, CaseIterable {
    case xml, json, yaml

    /// Writes a document; its root is the one key of JSON and YAML.
    func write(_ root: OSCALElement, to sink: ByteSink) {
        switch self {
        case .xml:
            let xml = XMLText(sink)
            xml.declaration()
            xml.write(root)
        case .json:
            let json = JSONText(sink)
            json.write(.object([("\(root.name)", Self.withoutNamespace(root.tree))]))
            json.finish()
        case .yaml:
            YAMLText(sink).write(.object([("\(root.name)", Self.withoutNamespace(root.tree))]))
        }
    }

    /// The XML namespace stands in the tree as a flag of the root; the other forms have none.
    private static func withoutNamespace(_ tree: PlainTree) -> PlainTree {
        guard case .object(let members) = tree else { return tree }
        return .object(members.filter { $0.key != "xmlns" })
    }
}
