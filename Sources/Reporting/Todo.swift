internal import Compliance

/// A remedy in one line of a list.
enum Todo {
    /// What code may have at most to stand in the line.
    private static let room = 120

    /// The first sentence about a product with the code that it announces, where that is one line.
    ///
    /// Where it shows no code, the first sentence for everybody says before it what it is about.
    static func line(_ remedy: String, for product: String) -> [Remedy.Span] {
        let remedy = Remedy(remedy, knowing: product.isEmpty ? [] : [product])
        guard let first = remedy.parts.first else { return [] }
        guard let own = remedy.parts.first(where: { $0.concerns(product) }), own != first else {
            return line(of: first).spans
        }
        let (spans, hasCode) = line(of: own)
        return hasCode || !first.heads.isEmpty ? spans : line(of: first).spans + [.words(" ")] + spans
    }

    /// The first sentence of a part, and whether code stands behind it.
    private static func line(of part: Remedy.Part) -> (spans: [Remedy.Span], hasCode: Bool) {
        guard case .prose(let spans)? = part.blocks.first else { return ([], false) }
        let sentence = first(of: spans)
        guard sentence.source.count == spans.source.count else { return (sentence, false) }
        let stem = sentence.withoutStop
        if case .code(_, let lines, _)? = part.blocks.dropFirst().first, let line = lines.first, lines.count == 1,
            line.count <= room, !line.contains("`")
        {
            return (stem + [.words(": "), .code(line)], true)
        }
        return (stem + [.words(".")], false)
    }

    /// The spans up to the first stop that a blank follows, outside code and brackets.
    private static func first(of spans: [Remedy.Span]) -> [Remedy.Span] {
        var depth = 0
        for (position, span) in spans.enumerated() {
            guard case .words(let words) = span else { continue }
            for index in words.indices {
                let next = words.index(after: index)
                switch words[index] {
                case "(": depth += 1
                case ")": depth -= 1
                case "." where depth <= 0 && next < words.endIndex && words[next] == " ":
                    return spans[..<position] + [.words(String(words[..<next]))]
                default: break
                }
            }
        }
        return spans
    }
}

extension [Remedy.Span] {
    /// The sentence without the stop or colon at its end.
    fileprivate var withoutStop: [Remedy.Span] {
        guard case .words(let words)? = last, let stop = words.last, ".:".contains(stop) else { return self }
        return words.count == 1 ? dropLast() : dropLast() + [.words(String(words.dropLast()))]
    }
}
