/// A document as JSON and YAML both have it: objects with ordered keys, lists, texts, whole numbers, truth values.
indirect enum PlainTree {
    case text(String)
    case flag(Bool)
    case number(Int)
    case list([PlainTree])
    case object([(key: String, value: PlainTree)])
}

extension JSONText {
    /// Writes a tree: objects and lists in lines of their own, objects of texts alone on one line.
    func write(_ tree: PlainTree) {
        switch tree {
        case .text(let text): string(text)
        case .flag(let flag): self.flag(flag)
        case .number(let number): self.number(number)
        case .list(let elements): array(elements, block: elements.contains { !$0.isText }) { write($0) }
        case .object(let members):
            object(block: members.count > 3 || members.contains { !$0.value.isText }) {
                for (key, value) in members {
                    self.key(key)
                    write(value)
                }
            }
        }
    }
}

extension PlainTree {
    /// Whether it is one text.
    var isText: Bool {
        if case .text = self { true } else { false }
    }
}
