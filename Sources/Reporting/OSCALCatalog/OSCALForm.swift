/// The three forms of an OSCAL document.
public enum OSCALForm: String, Sendable, CaseIterable {
    case xml, json, yaml

    /// Writes a document; its root is the one key of JSON and YAML.
    func write(_ document: OSCALRoot, to sink: ByteSink) {
        switch self {
        case .xml: document.write(to: .xml(sink))
        case .json: document.write(to: .json(sink))
        case .yaml:
            let members = OSCALElement.members(of: document.children, in: "\(document.name)")
            YAMLText(sink).write(
                .object([("\(document.name)", .object([("uuid", .text(document.uuid))] + members))]))
        }
    }
}

/// The root of an OSCAL document that is held in memory.
struct OSCALRoot {
    let name: StaticString
    let uuid: String
    let children: [OSCALElement]

    init(_ name: StaticString, uuid: String, _ children: [OSCALElement?]) {
        self.name = name
        self.uuid = uuid
        self.children = children.compactMap { $0 }
    }

    /// Writes the document.
    func write(to output: OSCALOutput) {
        output.document(name, uuid: uuid) { for child in children { output.write(child) } }
    }
}
