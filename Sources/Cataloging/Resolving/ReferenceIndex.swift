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
        /// The identifier without what joins it, leading zeros kept.
        let written: String
        /// The identifier as a key.
        let key: String
        /// The title as a key.
        let titleKey: String

        init(framework: FrameworkID, edition: FrameworkReferences.RetiredEdition, item: FrameworkReferences.RetiredItem)
        {
            self.framework = framework
            self.edition = edition
            self.item = item
            let tokens = ReferenceTokens(item.id)
            written = tokens.tokens.map(\.written).joined()
            key = tokens.key
            titleKey = TitleWords(item.title).key
        }
    }

    /// The words of an item's title, of its shorter forms, and of title and statement together.
    struct Words {
        let title: TitleWords
        let forms: [TitleWords]
        let all: TitleWords
    }

    private(set) var items: [String: [Entry]] = [:]
    private(set) var titles: [String: [ControlID]] = [:]
    private(set) var labels: [String: Set<FrameworkID>] = [:]
    private(set) var retired: [Retired] = []
    private(set) var words: [ControlID: Words] = [:]
    /// The letters with which identifiers begin.
    private(set) var heads: Set<String> = []
    private(set) var longestItem = 1
    private(set) var longestLabel = 1

    /// The spellings without blanks, with their leading letters, to look for near ones.
    private(set) var spellings: [(compact: String, letters: Substring, entries: [Entry])] = []

    init(_ catalog: Catalog) {
        for framework in catalog.frameworks { add(framework) }
        spellings = items.map { spelling, entries in
            let compact = spelling.replacing(" ", with: "")
            return (compact, compact.prefix(while: \.isLetter), entries)
        }
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
            let forms = TitleWords.forms(of: control.title).map { TitleWords($0) }
            words[control.id] = Words(
                title: forms[0], forms: forms, all: TitleWords(control.title + " " + control.statement))
            for form in forms where !form.key.isEmpty && titles[form.key]?.contains(control.id) != true {
                titles[form.key, default: []].append(control.id)
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
        heads.insert(String(key.prefix { $0 != " " }))
        longestItem = max(longestItem, key.split(separator: " ").count)
    }

    /// The items of retired editions with an identifier: written exactly so, or else but for leading zeros.
    func retired(_ tokens: ArraySlice<ReferenceTokens.Token>) -> [Retired] {
        let written = tokens.map(\.written).joined()
        let exact = retired.filter { $0.written == written }
        if !exact.isEmpty { return exact }
        let key = ReferenceTokens.key(tokens)
        return retired.filter { $0.key == key }
    }

    /// The items of retired editions with a title.
    func retired(titled words: TitleWords) -> [Retired] {
        retired.filter { $0.titleKey == words.key }
    }
}
