extension XMLText {
    /// Writes an OSCAL element.
    func write(_ element: OSCALElement) {
        switch element.content {
        case .nothing: empty(element.name, flags: element.flags)
        case .plain(let text), .markup(let text): self.text(element.name, text: text)
        case .children(let children):
            self.element(element.name, flags: element.flags) { for child in children { write(child) } }
        case .blocks(let paragraphs): self.element(element.name, flags: element.flags) { write(paragraphs) }
        case .bareBlocks(let paragraphs): write(paragraphs)
        }
    }

    private func write(_ paragraphs: [String]) {
        for paragraph in paragraphs { text("p", text: paragraph) }
    }
}

extension OSCALElement {
    /// The element as JSON and YAML have it, without its key.
    var tree: PlainTree {
        switch content {
        case .plain(let text): return .text(text)
        case .markup(let text): return .text(OSCALText.markdown(text))
        case .blocks(let paragraphs), .bareBlocks(let paragraphs):
            return .text(paragraphs.map(OSCALText.markdown).joined(separator: "\n\n"))
        case .nothing: return .object(flags.map { ("\($0.key)", .text($0.value)) })
        case .children(let children):
            var members: [(key: String, value: PlainTree)] = flags.map { ("\($0.key)", .text($0.value)) }
            for child in children where !members.contains(where: { $0.key == "\(child.key.name)" }) {
                let alike = child.key.isList ? children.filter { "\($0.key.name)" == "\(child.key.name)" } : [child]
                members.append(("\(child.key.name)", child.key.isList ? .list(alike.map(\.tree)) : child.tree))
            }
            return .object(members)
        }
    }
}
