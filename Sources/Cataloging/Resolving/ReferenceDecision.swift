internal import Compliance

/// The way from a reference taken apart to what it means.
struct ReferenceDecision {
    let resolver: ReferenceResolver
    let reference: String
    let tokens: ReferenceTokens
    /// The frameworks that were named beside the reference.
    let given: [ReferenceScope]

    var index: ReferenceIndex { resolver.index }

    func resolution() -> Resolution {
        var parse = ReferenceParse.parse(tokens, index)
        parse.scopes += given
        // The whole text as a title goes before a word that happens to be an identifier: "Map …", "Measure …".
        let isWord = parse.identifier.map { !tokens.tokens[$0].contains(where: \.isNumber) } ?? true
        if isWord, let titled = titled(from: 0, parse) { return titled }
        guard parse.identifier != nil else { return withoutIdentifier(parse) }
        var rest = parse.rest..<tokens.tokens.count
        if !quotesTitle(rest, parse.entries) { rest = stripped(rest, &parse) }
        if tokens.tokens[rest].allSatisfy({ ReferenceParse.fillers.contains($0.text) }) {
            rest = rest.upperBound..<rest.upperBound
        }
        if isWord && !rest.isEmpty && !quotesTitle(rest, parse.entries) { return withoutIdentifier(parse) }
        if let several = several(rest, parse.entries) { return several }
        return withIdentifier(parse, rest)
    }

    /// A resolution whose reference was a title alone.
    private func titled(from start: Int, _ parse: ReferenceParse) -> Resolution? {
        let words = TitleWords(tokens.rest(from: start))
        guard !words.key.isEmpty, let found = index.titles[words.key] else { return nil }
        let kept = narrowed(found.map { ReferenceIndex.Entry(control: $0, warning: nil) }, parse)
        return outcome(kept.entries.map(\.control), kept.warnings)
    }

    private func withoutIdentifier(_ parse: ReferenceParse) -> Resolution {
        if parse.rest >= tokens.tokens.count { return frameworkAlone(parse) }
        if let titled = titled(from: parse.rest, parse) { return titled }
        if let dead = index.retired(titled: TitleWords(tokens.rest(from: parse.rest))).first {
            return retired([dead], warnings: [])
        }
        let scoped = parse.scopes.first?.frameworks ?? []
        let words = parse.scopes.isEmpty ? reference : tokens.rest(from: parse.rest)
        return resolver.resolution(
            reference,
            .unknown(reason: "no item of the catalog is called so", nearest: resolver.nearest(to: words, in: scoped)),
            [])
    }

    /// The words without a label that begins or ends them, which joins the scopes.
    private func stripped(_ rest: Range<Int>, _ parse: inout ReferenceParse) -> Range<Int> {
        for start in rest {
            for (scope, end) in index.labels(in: tokens, at: start)
            where start == rest.lowerBound || end == rest.upperBound {
                parse.scopes.append(scope)
                return start == rest.lowerBound ? end..<rest.upperBound : rest.lowerBound..<start
            }
        }
        return rest
    }

    private func quotesTitle(_ rest: Range<Int>, _ entries: [ReferenceIndex.Entry]) -> Bool {
        let words = TitleWords(tokens.text(rest))
        return entries.contains { resolver.quotes(words, titleOf: $0.control) }
    }

    private func withIdentifier(_ parse: ReferenceParse, _ rest: Range<Int>) -> Resolution {
        let words = TitleWords(tokens.text(rest))
        let year = parse.year ?? parse.scopes.compactMap(\.year).first
        let live = parse.entries.filter { year == nil || edition($0.control.framework, is: year) }
        guard !live.isEmpty else { return outOfForce(parse, year, words) }
        var (entries, warnings) = narrowed(live, parse)
        if !words.key.isEmpty {
            let agreeing = entries.filter { resolver.quotes(words, titleOf: $0.control) }
            // The title of the same identifier in a retired edition: that edition is meant, unless it is ours shortened.
            let dead = index.retired(titled: words).filter { dead in parse.retired.contains { $0.item == dead.item } }
            if !dead.isEmpty && !agreeing.contains(where: { resolver.shortens(words, titleOf: $0.control) }) {
                return retired(dead, warnings: warnings)
            }
            if agreeing.isEmpty {
                warnings += resolver.disagreement(tokens.text(rest), words, with: entries.map(\.control))
            } else {
                entries = agreeing
            }
        }
        warnings += entries.count == 1 ? entries.compactMap(\.warning) : []
        return outcome(entries.map(\.control), warnings)
    }

    /// The entries of the frameworks that labels name; all of them, with a warning, when a label names others.
    private func narrowed(
        _ entries: [ReferenceIndex.Entry], _ parse: ReferenceParse
    ) -> (entries: [ReferenceIndex.Entry], warnings: [String]) {
        var kept = entries
        var warnings: [String] = []
        for scope in parse.scopes {
            let inside = kept.filter { entry in
                scope.frameworks.contains(entry.control.framework)
                    && (scope.year == nil || parse.year != nil || edition(entry.control.framework, is: scope.year))
            }
            if inside.isEmpty {
                let named = scope.frameworks.sorted().map { resolver.name(of: $0) }.joined(separator: " or ")
                let found = kept.map { "\($0.control)" }.joined(separator: ", ")
                warnings.append("the label '\(scope.label)' names another framework, \(named); the item is \(found)")
            } else {
                kept = inside
            }
        }
        // A group that repeats an item of another framework gives way to it.
        let frameworks = Set(kept.map(\.control.framework))
        let meant = kept.filter { entry in
            guard resolver.catalog.control(entry.control)?.kind == .group else { return true }
            let other = resolver.catalog.framework(entry.control.framework)?.references.groupsOf
            return other.map(frameworks.contains) != true
        }
        return (meant, warnings)
    }

    private func outcome(_ controls: [ControlID], _ warnings: [String]) -> Resolution {
        let targets = controls.map { ReferenceTarget.control($0) }
        return resolver.resolution(
            reference, targets.count == 1 ? .resolved(targets[0]) : .ambiguous(targets), warnings)
    }

    func edition(_ id: FrameworkID, is year: String?) -> Bool {
        guard let year, let framework = resolver.catalog.framework(id) else { return false }
        let edition = framework.edition.prefix(4)
        let isYear = edition.utf8.count == 4 && edition.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return (isYear ? edition : framework.published.prefix(4)) == year
    }
}
