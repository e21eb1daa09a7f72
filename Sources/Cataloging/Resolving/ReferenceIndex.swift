internal import Compliance

/// The spellings of a catalog's items, titles and labels, to look references up in.
struct ReferenceIndex {
    /// An item that a spelling stands for.
    struct Entry: Hashable {
        let control: ControlID
        let warning: String?
    }

    /// An item of a retired edition that a spelling stood for.
    struct Retired {
        let framework: FrameworkID
        let edition: FrameworkReferences.RetiredEdition
        let item: FrameworkReferences.RetiredItem
    }

    private(set) var items: [String: [Entry]] = [:]
    private(set) var titles: [String: [ControlID]] = [:]
    private(set) var labels: [String: Set<FrameworkID>] = [:]
    private(set) var retired: [Retired] = []
    private(set) var longestItem = 1
    private(set) var longestLabel = 1

    init(_ catalog: Catalog) {
        for framework in catalog.frameworks { add(framework) }
    }

    private mutating func add(_ framework: Framework) {
        let references = framework.references
        for label in [framework.id.rawValue, framework.title, framework.shortName] + references.labels {
            let tokens = ReferenceTokens(label)
            labels[tokens.key, default: []].insert(framework.id)
            longestLabel = max(longestLabel, tokens.tokens.count)
        }
        let aliases = references.aliases.map { alias in
            (alias: alias, spelling: ReferenceTokens(alias.spelling).key, stands: ReferenceTokens(alias.stands).key)
        }
        for control in framework.controls {
            let key = ReferenceTokens(control.id.item).key
            add(key, Entry(control: control.id, warning: nil))
            for (alias, spelling, stands) in aliases where key == stands || key.hasPrefix(stands + " ") {
                add(spelling + key.dropFirst(stands.count), Entry(control: control.id, warning: alias.warning))
            }
            for form in TitleWords.forms(of: control.title) {
                let key = TitleWords(form).key
                if !key.isEmpty && titles[key]?.contains(control.id) != true {
                    titles[key, default: []].append(control.id)
                }
            }
        }
        for edition in references.retired {
            retired += edition.items.map { Retired(framework: framework.id, edition: edition, item: $0) }
        }
    }

    private mutating func add(_ key: String, _ entry: Entry) {
        let isThere = items[key]?.contains { $0.control == entry.control } ?? false
        if isThere { return }
        items[key, default: []].append(entry)
        longestItem = max(longestItem, key.split(separator: " ").count)
    }

    /// The items of retired editions with an identifier: written exactly so, or else but for leading zeros.
    func retired(_ tokens: ArraySlice<ReferenceTokens.Token>) -> [Retired] {
        let written = tokens.map(\.written).joined()
        let exact = retired.filter { ReferenceTokens($0.item.id).tokens.map(\.written).joined() == written }
        if !exact.isEmpty { return exact }
        let key = ReferenceTokens.key(tokens)
        return retired.filter { ReferenceTokens($0.item.id).key == key }
    }

    /// The items of retired editions with a title.
    func retired(titled words: TitleWords) -> [Retired] {
        retired.filter { TitleWords($0.item.title).key == words.key }
    }
}
