internal import Compliance

extension ReferenceResolver {
    /// Whether a text names a framework of the catalog, and nothing else.
    func isLabel(_ text: String) -> Bool {
        let tokens = ReferenceTokens(text)
        return index.labels(in: tokens, at: 0).contains { $0.end == tokens.tokens.count }
    }

    /// Whether two labels can mean the same framework.
    func namesTheSame(_ left: String, _ right: String) -> Bool {
        guard let left = index.scope(of: left), let right = index.scope(of: right) else { return false }
        return !left.frameworks.isDisjoint(with: right.frameworks)
    }

    /// Whether a text that names a framework names one of the catalog.
    public func knowsFramework(_ label: String) -> Bool { index.scope(of: label) != nil }

    /// The references of a cell: split at commas, semicolons, line breaks and "and", unless they are part of a title.
    ///
    /// A number alone continues the identifier before it: "MAP 1.1, 2.3".
    public func references(in cell: String) -> [String] {
        let cell = cell.replacing("<br>", with: "\n").replacing("<br/>", with: "\n").replacing("<br />", with: "\n")
        if ReferenceTokens(cell).tokens.isEmpty { return [] }
        let whole = resolve(cell)
        guard case .unknown = whole.outcome else { return [Self.plain(cell)] }
        let pieces = Self.pieces(cell)
        var references: [String] = []
        for (piece, separator) in pieces {
            if let range = range(piece) {
                references += range
            } else if let continued = continued(piece, after: references.last) {
                references.append(continued)
            } else if references.isEmpty || begins(piece) {
                references.append(piece)
            } else {
                references[references.count - 1] += separator + piece
            }
        }
        return references.map(Self.plain)
    }

    /// Whether at least half of the cells that are not empty begin as references do.
    func areReferences(_ cells: [String]) -> Bool {
        let filled = cells.filter { !ReferenceTokens($0).tokens.isEmpty }
        return !filled.isEmpty && filled.count(where: begins) * 2 >= filled.count
    }

    /// Whether a piece is a reference of its own: letters and a number in front, a label, or a whole title.
    private func begins(_ piece: String) -> Bool {
        let tokens = ReferenceTokens(Self.plain(piece))
        let all = tokens.tokens
        if all.count > 1, !all[0].isNumber, all[1].isNumber, all[0].text.count <= 8 { return true }
        let parse = ReferenceParse.parse(tokens, index)
        if parse.identifier != nil || !parse.scopes.isEmpty { return true }
        return index.titles[TitleWords(piece).key] != nil
    }

    private func continued(_ piece: String, after last: String?) -> String? {
        let tokens = ReferenceTokens(piece).tokens
        guard let last, let first = tokens.first, first.isNumber, tokens.allSatisfy(\.isNumber) else { return nil }
        let parse = ReferenceParse.parse(ReferenceTokens(last), index)
        guard let identifier = parse.identifier else { return nil }
        let head = ReferenceTokens(last).tokens[identifier]
        guard let word = head.first, !word.isNumber, head.dropFirst().allSatisfy(\.isNumber) else { return nil }
        return "\(word.written.uppercased()) \(Self.plain(piece))"
    }

    /// The items of a range: "NHI-1 through NHI-10", "ASI01–ASI10".
    private func range(_ piece: String) -> [String]? {
        let all = ReferenceTokens(piece).tokens.filter { !["all", "through", "to", "bis", "thru"].contains($0.text) }
        guard all.count == 4, all[0].text == all[2].text, !all[0].isNumber, all[1].isNumber, all[3].isNumber,
            let first = Int(all[1].text), let last = Int(all[3].text), first < last, last - first < 100
        else { return nil }
        let items = (first...last).map { "\(all[0].written.uppercased())\($0)" }
        return items.allSatisfy { begins($0) && index.items[ReferenceTokens($0).key] != nil } ? items : nil
    }

    private static func pieces(_ cell: String) -> [(text: String, separator: String)] {
        var pieces: [(text: String, separator: String)] = []
        var text = ""
        var separator = ""
        var rest = cell[...]
        while let character = rest.first {
            let found = [",", ";", "\n", " and ", " & ", " / "].first { rest.hasPrefix($0) }
            if let found {
                pieces.append((text, separator))
                (text, separator) = ("", found)
                rest = rest.dropFirst(found.count)
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        pieces.append((text, separator))
        return pieces.filter { !ReferenceTokens($0.text).tokens.isEmpty }
    }
}
