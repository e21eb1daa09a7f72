internal import Compliance

extension Explanation {
    /// A mapping with all its rows, gathered under the item that comes first.
    static func text(of mapping: Mapping, reversed: Bool, in catalog: Catalog) -> String {
        var lines = [
            "\(mapping.id)", mapping.title,
            "Version \(mapping.version), \(mapping.status.rawValue), \(mapping.style.rawValue)",
            "Document     \(mapping.document)", "Licence      \(mapping.licence)",
            "Attribution  \(flat(mapping.attribution))", "SHA-256      \(mapping.digest)",
        ]
        var last: ControlID?
        for row in mapping.rows(reversed: reversed) {
            if row.source != last { lines += ["", titled(row.source, in: catalog)] }
            last = row.source
            lines.append("  \(row.word) \(titled(row.target, in: catalog))")
            lines.append("      \(flat(row.because))")
        }
        return lines.joined(separator: "\n")
    }

    private static func titled(_ id: ControlID, in catalog: Catalog) -> String {
        "\(id)  \(catalog.control(id)?.title ?? "")"
    }
}
