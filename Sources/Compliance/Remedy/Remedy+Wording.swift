extension Remedy {
    /// What the author should say otherwise: code that is not marked as such, sentences that break off, names that no
    /// product has.
    public var flaws: [String] {
        problems.map(\.description) + parts.flatMap(\.flaws)
    }
}

extension Remedy.Part {
    fileprivate var flaws: [String] {
        var flaws: [String] = []
        for (position, block) in blocks.enumerated() {
            guard case .prose(let spans) = block else { continue }
            let isFollowed = position + 1 < blocks.count
            flaws += spans.bareCode.map { "‘\($0)’ looks like code and stands outside backticks" }
            let end = spans.source.last ?? " "
            if end != ".", end != ":" || !isFollowed {
                flaws.append("‘\(spans.source.suffix(40))’ is no whole sentence, or announces nothing")
            }
        }
        guard case .prose(let spans)? = blocks.first else { return flaws }
        if heads.isEmpty, let name = spans.unknownHead {
            flaws.append("‘\(name):’ reads like the head of a product, and no product is called so")
        }
        return flaws
    }
}

extension [Remedy.Span] {
    /// Words between sentences' words that only code has: brackets, quotes, signs, endings of files, humps.
    fileprivate var bareCode: [String] {
        flatMap { span -> [String] in
            guard case .words(let words) = span else { return [] }
            return words.split(separator: " ").filter(Self.isCode).map(String.init)
        }
    }

    private static func isCode(_ word: Substring) -> Bool {
        if word.contains(where: { "{}[]<>\"=_$*|\\@#~&/".contains($0) }) { return true }
        if word.contains("--") || word.contains("::") { return true }
        let bare = word.drop { "(".contains($0) }
        guard let first = bare.first else { return false }
        // `.env` and `settings.json`, but no end of a sentence and no number.
        if first == "." { return bare.dropFirst().contains { $0.isLetter } }
        if bare.contains(/[A-Za-z0-9]\.[A-Za-z]/) { return true }
        return first.isLowercase && first.isLetter && bare.contains { $0.isUppercase } && !bare.hasPrefix("macOS")
    }

    /// One to three words in the manner of names before a colon, with more behind it.
    fileprivate var unknownHead: String? {
        guard case .words(let words)? = first,
            let match = words.firstMatch(of: /^([A-Za-z0-9][^ :.,(]*(?: [^ :.,(]+){0,2})(?: \([^)]*\))?: ./)
        else { return nil }
        return String(match.1)
    }
}
