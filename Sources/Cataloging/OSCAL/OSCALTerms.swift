internal import Documents

/// The words of OSCAL that are read.
enum OSCALTerms {
    /// Namespace of our own properties and parts, as our writers give it.
    static let namespace = "https://surety-tool.org/ns/oscal/1.0"

    /// Names of OSCAL's own have no namespace, or one of these.
    static func isStandard(_ node: Node) -> Bool {
        guard let namespace = node["ns"]?.string else { return true }
        return namespace == "http://csrc.nist.gov/ns/oscal" || namespace == "http://csrc.nist.gov/ns/oscal/1.0"
    }
}

extension Node {
    /// The elements of a list.
    func list(_ key: String) -> [Node] { self[key]?.elements ?? [] }

    /// The value of a property of OSCAL's own.
    func property(_ name: String) -> String? {
        list("props").first { $0["name"]?.string == name && OSCALTerms.isStandard($0) }?["value"]?.string
    }

    /// The value of a property of ours.
    func ownProperty(_ name: String) -> String? {
        list("props").first { $0["name"]?.string == name && $0["ns"]?.string == OSCALTerms.namespace }?["value"]?.string
    }

    /// The first part of a name.
    func part(_ name: String) -> Node? { list("parts").first { $0["name"]?.string == name } }
}
