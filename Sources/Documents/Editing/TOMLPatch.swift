/// Changes of a TOML text; tables in braces and texts of several lines are left alone.
struct TOMLPatch {
    private let lines: TextLines
    private let layout: TOMLLayout

    /// Nil for a text that is not understood.
    init?(_ bytes: [UInt8]) {
        guard let layout = TOMLLayoutReader.read(bytes) else { return nil }
        lines = TextLines(bytes)
        self.layout = layout
    }

    private var bytes: [UInt8] { lines.bytes }
    private var lists: ListEditing { ListEditing(lines: lines, comments: .hash) }

    func apply(_ operation: PatchOperation) -> [UInt8]? {
        guard let steps = PatchOperation.steps(of: operation.pointer) else { return nil }
        switch operation {
        case .remove:
            if let section = layout.sections.firstIndex(where: { $0.header != nil && $0.path == steps }) {
                return removing(section: section)
            }
            guard let (entry, rest) = entry(at: steps), !entry.isIntricate else { return nil }
            if rest.isEmpty { return removing(entry) }
            guard let list = entry.value.value(at: rest.dropLast()), let index = rest.last.flatMap(list.index) else {
                return nil
            }
            return lists.removing(index, from: list)
        case .replace(_, let value):
            guard let (entry, rest) = entry(at: steps), !entry.isIntricate, let old = entry.value.value(at: rest)
            else { return nil }
            return TOMLText.value(value).map {
                Array(bytes[..<old.start]) + Array($0.utf8) + Array(bytes[old.end...])
            }
        case .add(_, let value): return adding(value, at: steps)
        }
    }

    /// The entry that a path leads into, and the steps within its value.
    private func entry(at steps: [String]) -> (TOMLLayout.Entry, ArraySlice<String>)? {
        for section in layout.sections where steps.starts(with: section.path) {
            let rest = steps.dropFirst(section.path.count)
            if let entry = section.entries.first(where: { rest.starts(with: $0.path) }) {
                return (entry, rest.dropFirst(entry.path.count))
            }
        }
        return nil
    }

    private func removing(_ entry: TOMLLayout.Entry) -> [UInt8]? {
        let end = lines.range(lines.line(of: entry.value.end - 1)).upperBound
        return Array(bytes[..<lines.start(of: entry.start)]) + Array(bytes[end...])
    }

    /// A table goes with its header and entries; what follows them up to the next header may be about that.
    private func removing(section: Int) -> [UInt8]? {
        let gone = layout.sections[section]
        guard let header = gone.header, !gone.entries.contains(where: \.isIntricate),
            !layout.sections.contains(where: { $0.path.count > gone.path.count && $0.path.starts(with: gone.path) })
        else { return nil }
        let last = gone.entries.last.map { $0.value.end - 1 } ?? header
        let end = lines.range(lines.line(of: last)).upperBound
        return Array(bytes[..<lines.start(of: header)]) + Array(bytes[end...])
    }

    private func adding(_ value: Node, at steps: [String]) -> [UInt8]? {
        guard let last = steps.last else { return nil }
        if last == "-" {
            guard let (entry, rest) = entry(at: steps.dropLast()), !entry.isIntricate,
                let list = entry.value.value(at: rest), let text = TOMLText.value(value)
            else { return nil }
            return lists.adding({ _ in text }, to: list)
        }
        if value.isObject { return TOMLText.table(steps, value, lines.lineBreak).flatMap(appending) }
        guard let text = TOMLText.value(value) else { return nil }
        let line = TOMLText.key(last) + " = " + text
        guard let section = layout.sections.first(where: { $0.path == Array(steps.dropLast()) }) else {
            // A table that is there only through those within it gets a header of its own.
            let parent = Array(steps.dropLast())
            guard layout.sections.contains(where: { $0.path.starts(with: parent) }) else { return nil }
            return appending("[" + parent.map(TOMLText.key).joined(separator: ".") + "]" + lines.lineBreak + line)
        }
        if let entry = section.entries.last {
            return inserting(line, after: entry.value.end - 1, indent: lines.indent(of: entry.start))
        }
        if let header = section.header { return inserting(line, after: header, indent: lines.indent(of: header)) }
        let rest = bytes.isEmpty ? "" : lines.lineBreak + lines.lineBreak
        return Array((line + rest).utf8) + bytes
    }

    private func inserting(_ line: String, after offset: Int, indent: String) -> [UInt8] {
        let end = lines.end(of: offset)
        return Array(bytes[..<end]) + Array((lines.lineBreak + indent + line).utf8) + Array(bytes[end...])
    }

    /// Text at the end of the file, behind a blank line.
    private func appending(_ text: String) -> [UInt8] {
        guard !bytes.isEmpty else { return Array((text + "\n").utf8) }
        let isClosed = bytes.last == 0x0A
        let gap = (isClosed ? "" : lines.lineBreak) + lines.lineBreak
        return bytes + Array((gap + text + (isClosed ? lines.lineBreak : "")).utf8)
    }
}
