internal import Compliance

extension ReferenceResolver {
    /// Whether words are the title of an item, or a shortened form of it.
    func quotes(_ words: TitleWords, titleOf id: ControlID) -> Bool {
        guard !words.key.isEmpty, let own = index.words[id] else { return false }
        if own.forms.contains(where: words.quotes) { return true }
        guard let framework = catalog.framework(id.framework), !framework.references.hasPublishedTitles else {
            return false
        }
        // The publisher gave no titles: a word shared with what the item says will do, unless another item says more of it.
        let share = words.share(of: own.all)
        return share > 0
            && !framework.controls.contains { control in
                index.words[control.id].map { words.share(of: $0.title) >= share + 0.34 } ?? false
            }
    }

    /// Whether words are the title of an item without some of its words.
    func shortens(_ words: TitleWords, titleOf id: ControlID) -> Bool {
        index.words[id].map { words.share(of: $0.title) == 1 } ?? false
    }

    /// What to say of a title that is not that of the items.
    func disagreement(_ text: String, _ words: TitleWords, with controls: [ControlID]) -> [String] {
        let own = controls.map { id in "\(id) is '\(catalog.control(id)?.title ?? "")'" }.joined(separator: ", ")
        let others = (index.titles[words.key] ?? []).filter { !controls.contains($0) }
        if !others.isEmpty {
            let names = others.map(\.description).joined(separator: ", ")
            return ["the title '\(text)' is that of \(names), while \(own)"]
        }
        if let dead = index.retired(titled: words).first {
            return ["the title '\(text)' is that of \(dead.item.id.uppercased()) in \(dead.edition.name), while \(own)"]
        }
        return ["'\(text)' is not the title: \(own)"]
    }

    /// A framework as headings name it.
    func name(of id: FrameworkID) -> String { catalog.framework(id)?.shortName ?? id.rawValue }
}
