internal import Documents

/// Rows under a header, out of CSV, Markdown or a list of objects.
struct ForeignGrid {
    /// The header.
    let header: [CSVRecord.Field]
    /// The rows, each as long as the header.
    let rows: [[CSVRecord.Field]]
    /// The headings above it, the outermost first.
    let headings: [String]

    init?(_ rows: [[CSVRecord.Field]], headings: [String] = []) {
        guard let header = rows.first else { return nil }
        self.header = header
        self.rows = Array(rows.dropFirst())
        self.headings = headings
    }

    /// The lists of objects in a tree, keys as the header.
    static func all(in root: Node) -> [ForeignGrid] {
        var grids: [ForeignGrid] = []
        root.walk { _, node in
            let objects = node.elements.filter(\.isObject)
            if !objects.isEmpty && objects.count == node.elements.count { grids.append(ForeignGrid(objects)) }
        }
        return grids
    }

    private init(_ objects: [Node]) {
        var keys: [Member] = []
        for member in objects.flatMap(\.members) where !keys.contains(where: { $0.key == member.key }) {
            keys.append(member)
        }
        headings = []
        header = keys.map { CSVRecord.Field(text: $0.key, position: $0.keyPosition) }
        rows = objects.map { object in
            keys.map { key in
                let value = object[key.key]
                return CSVRecord.Field(
                    text: value.map(Self.text) ?? "", position: value?.position ?? object.position)
            }
        }
    }

    private static func text(_ node: Node) -> String {
        switch node.content {
        case .string(let text): text
        case .integer(let integer): String(integer)
        case .real(let real): String(real)
        case .boolean(let boolean): String(boolean)
        case .array(let elements): elements.map(text).joined(separator: "; ")
        case .object, .null: ""
        }
    }
}
