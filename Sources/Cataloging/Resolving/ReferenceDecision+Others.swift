internal import Compliance

/// What a reference can mean beside one item: a whole framework, several items, an item no longer in force.
extension ReferenceDecision {
    /// What a label alone means.
    func frameworkAlone(_ parse: ReferenceParse) -> Resolution {
        guard let scope = parse.scopes.first else {
            return resolver.resolution(reference, .unknown(reason: "the reference is empty", nearest: []), [])
        }
        let ids = scope.frameworks.filter { scope.year == nil || edition($0, is: scope.year) }.sorted()
        if ids.count == 1 { return resolver.resolution(reference, .resolved(.framework(ids[0])), []) }
        if ids.isEmpty {
            let all = scope.frameworks.sorted().map { ReferenceTarget.framework($0) }
            let reason = "there is no edition of \(scope.year ?? "") of it in the catalog"
            let isRetired = scope.frameworks.contains { id in
                resolver.catalog.framework(id)?.references.retired.contains { $0.year == scope.year } ?? false
            }
            let outcome: Resolution.Outcome =
                isRetired ? .retired(reason: reason, nearest: all) : .unknown(reason: reason, nearest: all)
            return resolver.resolution(reference, outcome, [])
        }
        return resolver.resolution(reference, .ambiguous(ids.map { .framework($0) }), [])
    }

    /// Two references in one, or an identifier with a part that nothing has.
    func several(_ rest: Range<Int>, _ entries: [ReferenceIndex.Entry]) -> Resolution? {
        guard let first = rest.first, !isTitle(rest, entries) else { return nil }
        let all = tokens.tokens
        let own = Set(entries.map(\.control))
        let isSecond = rest.dropLast().contains { start in
            guard !all[start].isNumber, all[start + 1].isNumber else { return false }
            // Whether there is such an item or not: letters and a number of a known kind are no title.
            let longest = min(index.longestItem, all.count - start)
            let found = (2...max(2, longest)).flatMap { length in
                index.items[ReferenceTokens.key(all[start..<min(start + length, all.count)])] ?? []
            }
            return index.heads.contains(all[start].text) && own.isDisjoint(with: found.map(\.control))
        }
        if isSecond {
            let reason = "it holds more than one reference; write each by itself"
            return resolver.resolution(reference, .unknown(reason: reason, nearest: []), [])
        }
        let isPart = all[first].text.count <= 3 && first + 1 < all.count && all[first + 1].isNumber
        guard isPart && all[first + 1].gap == .glued else { return nil }
        let reason = "no item of the catalog is called so: nothing has the part \(tokens.text(rest))"
        return resolver.resolution(
            reference, .unknown(reason: reason, nearest: resolver.nearest(to: reference, in: [])), [])
    }

    private func isTitle(_ rest: Range<Int>, _ entries: [ReferenceIndex.Entry]) -> Bool {
        let key = TitleWords(tokens.text(rest)).key
        return entries.contains { index.titles[key]?.contains($0.control) ?? false }
    }

    /// An identifier that only a retired edition has, or a year of which there is no edition.
    func outOfForce(_ parse: ReferenceParse, _ year: String?, _ words: TitleWords) -> Resolution {
        var dead = parse.retired.filter { year == nil || $0.edition.year == nil || $0.edition.year == year }
        let titled = dead.filter { $0.titleKey == words.key }
        if !titled.isEmpty { dead = titled }
        if !dead.isEmpty && (year == nil || dead.contains { $0.edition.year == year }) {
            return retired(dead, warnings: [])
        }
        return resolver.resolution(
            reference,
            .unknown(
                reason: "there is no edition of \(year ?? "that year") with it in the catalog",
                nearest: parse.entries.map { .control($0.control) }), [])
    }

    func retired(_ dead: [ReferenceIndex.Retired], warnings: [String]) -> Resolution {
        let names = dead.map { "\($0.item.id.uppercased()) '\($0.item.title)' of \($0.edition.name)" }
        var nearest: [ReferenceTarget] = []
        for id in dead.flatMap(\.item.now) where resolver.catalog.control(id) != nil {
            if !nearest.contains(.control(id)) { nearest.append(.control(id)) }
        }
        let reason = "it is \(names.joined(separator: ", or ")), whose numbering is no longer in force"
        return resolver.resolution(reference, .retired(reason: reason, nearest: nearest), warnings)
    }
}
