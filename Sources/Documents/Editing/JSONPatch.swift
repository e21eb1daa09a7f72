/// Changes of a JSON text.
struct JSONPatch {
    private let lines: TextLines
    private let root: JSONSpan
    private let lists: ListEditing

    /// Nil for a text that is not understood.
    init?(_ bytes: [UInt8]) {
        guard let root = JSONSpanReader.read(bytes) else { return nil }
        lines = TextLines(bytes)
        lists = ListEditing(lines: lines, comments: .json)
        self.root = root
    }

    private var writer: JSONText { JSONText(unit: lines.unit, lineBreak: lines.lineBreak) }

    func apply(_ operation: PatchOperation) -> [UInt8]? {
        guard let steps = PatchOperation.steps(of: operation.pointer), let last = steps.last,
            let list = root.value(at: steps.dropLast()), let isObject = list.isObject
        else { return nil }
        switch operation {
        case .remove: return list.index(of: last).flatMap { lists.removing($0, from: list) }
        case .replace(_, let value):
            guard let index = list.index(of: last) else { return nil }
            let old = list.members[index].value
            let text = writer.write(value, indent: lines.indent(of: list.members[index].start))
            return Array(lines.bytes[..<old.start]) + Array(text.utf8) + Array(lines.bytes[old.end...])
        case .add(_, let value):
            guard isObject ? !list.members.contains(where: { $0.key == last }) : last == "-" else { return nil }
            let key = isObject ? JSONQuote.quoted(last) + ": " : ""
            let writer = writer
            return lists.adding({ key + writer.write(value, indent: $0) }, to: list, atFront: isObject && last == "*")
        }
    }
}
