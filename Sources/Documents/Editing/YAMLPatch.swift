/// Changes of a YAML text; what is written in a way that a change could break is left alone.
struct YAMLPatch {
    private let lines: TextLines
    private let root: YAMLSpan

    /// Nil for a text that is not understood.
    init?(_ bytes: [UInt8]) {
        // Templates look like YAML until they are rendered.
        guard let root = YAMLSpanReader.read(bytes), !String(decoding: bytes, as: UTF8.self).contains("{{") else {
            return nil
        }
        lines = TextLines(bytes)
        self.root = root
    }

    private var bytes: [UInt8] { lines.bytes }

    func apply(_ operation: PatchOperation) -> [UInt8]? {
        guard let steps = PatchOperation.steps(of: operation.pointer), let last = steps.last else { return nil }
        var parents = [root]
        var owner: YAMLSpan.Entry?
        for step in steps.dropLast() {
            guard let parent = parents.last, let index = parent.index(of: step) else { return nil }
            owner = parent.entries[index]
            parents.append(parent.entries[index].value)
        }
        guard let parent = parents.last, !parents.contains(where: { $0.isAnchored || $0.kind == .alias }),
            !parent.entries.contains(where: { $0.key == "<<" })
        else { return nil }
        switch operation {
        case .remove: return parent.index(of: last).flatMap { removing($0, from: parent, of: owner) }
        case .replace(_, let value): return parent.index(of: last).flatMap { replacing($0, of: parent, by: value) }
        case .add(_, let value): return adding(parent.kind == .mapping ? last : nil, value, to: parent)
        }
    }

    private func replacing(_ index: Int, of parent: YAMLSpan, by value: Node) -> [UInt8]? {
        let old = parent.entries[index].value
        guard old.kind == .scalar, old.style != .block, !old.isAnchored, old.end > old.start, !value.isObject,
            !value.isArray, lines.line(of: old.start) == lines.line(of: old.end - 1)
        else { return nil }
        let text = YAMLText.scalar(value, quote: old.style)
        return Array(bytes[..<old.start]) + Array(text.utf8) + Array(bytes[old.end...])
    }

    private func removing(_ index: Int, from parent: YAMLSpan, of owner: YAMLSpan.Entry?) -> [UInt8]? {
        let entry = parent.entries[index]
        guard !entry.value.isShared, !entry.value.hasBlockText else { return nil }
        if parent.style == .flow { return list(parent).flatMap { flow.removing(index, from: $0) } }
        guard let start = ownStart(entry), isAlone(entry) else { return nil }
        let end = lines.range(lines.line(of: max(entry.value.end - 1, entry.start))).upperBound
        guard parent.entries.count == 1 else { return Array(bytes[..<start]) + Array(bytes[end...]) }
        // The only one leaves an empty list behind, since nothing would be read as null.
        guard let owner, let colon = bytes[owner.keyEnd...].firstIndex(of: UInt8(ascii: ":")),
            bytes[colon + 1..<start].allSatisfy({ [0x20, 0x0A, 0x0D].contains($0) })
        else { return nil }
        let empty = parent.kind == .mapping ? " {}" : " []"
        return Array(bytes[...colon]) + Array((empty + lines.lineBreak).utf8) + Array(bytes[end...])
    }

    private func adding(_ key: String?, _ value: Node, to parent: YAMLSpan) -> [UInt8]? {
        guard parent.kind == .mapping || parent.kind == .sequence else { return nil }
        let prefix = key.map { YAMLText.text($0) + ": " } ?? ""
        if parent.style == .flow {
            return list(parent).flatMap {
                flow.adding({ _ in prefix + YAMLText.flow(value) }, to: $0, atFront: key == "*")
            }
        }
        guard let last = parent.entries.last, let first = parent.entries.first, !last.value.hasBlockText,
            last.value.kind != .alias, isAlone(last)
        else { return nil }
        let column = column(of: last.start, isElement: key == nil)
        guard let indent = column else { return nil }
        let unit = lines.unit.contains("\t") ? "  " : lines.unit
        let added =
            key.map { YAMLText.member($0, value, indent: indent, unit: unit, lineBreak: lines.lineBreak) }
            ?? indent + "- " + YAMLText.flow(value)
        if key == "*", let start = ownStart(first) {
            return Array(bytes[..<start]) + Array((added + lines.lineBreak).utf8) + Array(bytes[start...])
        }
        let end = lines.end(of: max(last.value.end, last.keyEnd, 1) - 1)
        return Array(bytes[..<end]) + Array((lines.lineBreak + added).utf8) + Array(bytes[end...])
    }

    /// The start of the line in which an entry begins, when nothing else stands before it there.
    private func ownStart(_ entry: YAMLSpan.Entry) -> Int? {
        column(of: entry.start, isElement: entry.key == nil) == nil ? nil : lines.start(of: entry.start)
    }

    /// The indent of an entry, for an element that of its dash.
    private func column(of start: Int, isElement: Bool) -> String? {
        let before = String(decoding: bytes[lines.start(of: start)..<start], as: UTF8.self)
        let indent = String(before.prefix { $0 == " " })
        let rest = before.dropFirst(indent.count)
        guard isElement else {
            // The first key of a mapping that is an element stands behind the dash.
            return rest.isEmpty ? indent : nil
        }
        return rest.first == "-" && rest.dropFirst().allSatisfy { $0 == " " } && rest.count > 1 ? indent : nil
    }

    /// Whether nothing but a comment follows an entry in its last line.
    private func isAlone(_ entry: YAMLSpan.Entry) -> Bool {
        let end = max(entry.value.end, entry.keyEnd)
        var rest = CommentStyle.hash.skipBlank(bytes, from: end, withinLine: true)
        if entry.value.end == entry.value.start, entry.key != nil, rest < bytes.count, bytes[rest] == UInt8(ascii: ":")
        {
            rest = CommentStyle.hash.skipBlank(bytes, from: rest + 1, withinLine: true)
        }
        return rest == bytes.count || bytes[rest] == 0x0A
    }

    private var flow: ListEditing { ListEditing(lines: lines, comments: .hash) }

    /// A flow collection of one line as a list between brackets.
    private func list(_ span: YAMLSpan) -> JSONSpan? {
        guard lines.line(of: span.start) == lines.line(of: max(span.start, span.end - 1)) else { return nil }
        return JSONSpan(
            start: span.start, end: span.end, isObject: nil,
            members: span.entries.map {
                JSONSpan.Member(
                    key: $0.key, start: $0.start, value: JSONSpan(start: $0.value.start, end: $0.value.end))
            })
    }
}
