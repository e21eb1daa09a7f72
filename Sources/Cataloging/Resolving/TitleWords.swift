/// Comparing titles as people quote them: shortened, with `&` for "and", without what stands in brackets.
struct TitleWords {
    /// The letters and digits alone, in lower case, "and" left out.
    let key: String
    /// Beginnings of the words that carry meaning.
    let stems: Set<String>

    private static let silent: Set<String> = [
        "a", "ai", "an", "and", "are", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "that",
        "the",
        "through", "to", "via", "with",
    ]

    init(_ text: String) {
        let words = ReferenceTokens(text).tokens.map(\.text)
        key = words.filter { $0 != "and" }.joined()
        stems = Set(words.filter { !Self.silent.contains($0) }.map { String($0.prefix(5)) })
    }

    /// Which part of these words the other title has, from 0 to 1.
    func share(of other: TitleWords) -> Double {
        stems.isEmpty ? 0 : Double(stems.intersection(other.stems).count) / Double(stems.count)
    }

    /// Whether these words are the other title, or a shortened form of it.
    func quotes(_ other: TitleWords) -> Bool { !key.isEmpty && (key == other.key || share(of: other) >= 0.6) }

    /// A title and its shorter forms: without brackets, and without the number before a colon.
    static func forms(of title: String) -> [String] {
        var forms = [title]
        if let open = title.firstIndex(of: "("), let close = title[open...].firstIndex(of: ")") {
            forms.append(String(title[..<open]) + String(title[title.index(after: close)...]))
            forms.append(String(title[..<open]))
        }
        if let colon = title.firstIndex(of: ":") { forms.append(String(title[title.index(after: colon)...])) }
        return forms
    }
}
