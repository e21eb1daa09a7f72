internal import Compliance

/// A remedy in one line of a list.
enum Todo {
    /// What code may have at most to stand in the line.
    private static let room = 120

    /// The first sentence about a product, else the first of all, with what it announces where that is one line.
    static func line(_ remedy: String, for product: String) -> [Remedy.Span] {
        let remedy = Remedy(remedy, knowing: product.isEmpty ? [] : [product])
        guard let part = remedy.parts.first(where: { $0.concerns(product) }) ?? remedy.parts.first,
            case .prose(let spans)? = part.blocks.first
        else { return [] }
        let sentence = first(of: spans)
        guard sentence.source.count == spans.source.count else { return sentence }
        let stem = sentence.withoutStop
        if case .code(_, let lines)? = part.blocks.dropFirst().first, let line = lines.first, lines.count == 1,
            line.count <= room, !line.contains("`")
        {
            return stem + [.words(": "), .code(line)]
        }
        return stem + [.words(".")]
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
