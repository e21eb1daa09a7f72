extension OSCALOutput {
    /// Writes an element and what stands in it.
    func write(_ element: OSCALElement) {
        switch element.content {
        case .nothing: empty(element.name, element.flags)
        case .plain(let text): plain(element.name, text)
        case .markup(let text): markup(element.name, text)
        case .flag(let flag): self.flag(element.name, flag)
        case .children(let children):
            self.element(element.name, element.flags) { for child in children { write(child) } }
        case .blocks(let paragraphs): blocks(element.name, paragraphs)
        case .bareBlocks(let paragraphs): prose(paragraphs)
        }
    }
}

extension OSCALElement {
    /// The element as YAML has it, without its key.
    var tree: PlainTree {
        switch content {
        case .plain(let text): return .text(OSCALText.line(text))
        case .markup(let text): return .text(OSCALText.markdown(OSCALText.line(text)))
        case .flag(let flag): return .flag(flag)
        case .blocks(let paragraphs), .bareBlocks(let paragraphs):
            return .text(paragraphs.map(OSCALText.markdown).joined(separator: "\n\n"))
        case .nothing: return .object(flagMembers)
        case .children(let children): return .object(flagMembers + Self.members(of: children, in: "\(name)"))
        }
    }

    private var flagMembers: [(key: String, value: PlainTree)] {
        flags.compactMap { key, value in
            let line = value.map(OSCALText.line) ?? ""
            return line.isEmpty ? nil : ("\(key)", .text(line))
        }
    }

    /// Elements that stand side by side, those of one list together.
    static func members(of children: [OSCALElement], in parent: String) -> [(key: String, value: PlainTree)] {
        let keys = children.map { OSCALKeys.key("\($0.name)", in: parent) }
        var members: [(key: String, value: PlainTree)] = []
        var start = 0
        while start < children.count {
            let key = keys[start]
            let end = key.isList ? keys[start...].firstIndex { $0.name != key.name } ?? children.count : start + 1
            let value = key.isList ? PlainTree.list(children[start..<end].map(\.tree)) : children[start].tree
            members.append((key.name, value))
            start = end
        }
        return members
    }
}
