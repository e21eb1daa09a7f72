internal import Documents

/// The parameters of a catalog, and what stands for them in prose.
struct OSCALParameters {
    private var known: [String: Node] = [:]
    private var set: [String: Node] = [:]

    /// Takes up the parameters of an object.
    mutating func define(in node: Node) {
        for parameter in node.list("params") {
            if let id = parameter["id"]?.string { known[id] = parameter }
        }
    }

    /// Sets a parameter, as a profile does.
    mutating func set(_ parameter: Node) {
        if let id = parameter["param-id"]?.string { set[id] = parameter }
    }

    /// Whether the parameter is one of the catalog's.
    func isKnown(_ id: String) -> Bool { known[id] != nil }

    /// What stands for a parameter: its values, or in brackets what an organization has to choose or assign.
    ///
    /// The brackets are those of SP 800-53 in print. https://doi.org/10.6028/NIST.SP.800-53r5
    func text(_ id: String) -> String { text(id, depth: 0) }

    private func text(_ id: String, depth: Int) -> String {
        // Choices may insert parameters in turn; a circle ends here.
        guard depth < 8 else { return "[Assignment: \(id)]" }
        for parameter in [set[id], known[id]].compactMap({ $0 }) {
            let values = parameter.list("values").compactMap(\.string)
            if !values.isEmpty { return values.map { plain($0, depth) }.joined(separator: ", ") }
            if let selection = parameter["select"] { return text(ofSelection: selection, depth) }
            if let label = parameter["label"]?.string { return "[Assignment: \(plain(label, depth))]" }
        }
        return "[Assignment: \(id)]"
    }

    private func text(ofSelection selection: Node, _ depth: Int) -> String {
        let choices = selection.list("choice").compactMap(\.string).map { plain($0, depth) }
        let many = selection["how-many"]?.string == "one-or-more" ? " (one or more)" : ""
        return "[Selection\(many): \(choices.joined(separator: "; "))]"
    }

    private func plain(_ markdown: String, _ depth: Int) -> String {
        OSCALProse.plain(markdown) { text($0, depth: depth + 1) }
    }
}
