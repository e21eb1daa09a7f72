/// A remedy in one line of a list: whole sentences, never one that is broken off.
enum Todo {
    /// What a line should not exceed, and what it may where a sentence does not fit otherwise.
    private static let aim = 240
    private static let limit = 700

    /// What a remedy says of a product, else its first paragraph, as far as whole sentences of it fit.
    static func line(_ remedy: String, for product: String) -> String {
        let lines = remedy.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.trimmed.isEmpty }
        let own = product.isEmpty ? nil : lines.firstIndex { isHead($0, of: product) }
        let text = paragraph(lines.dropFirst(own ?? 0))
        if own == nil, let lead = lead(text) { return lead }
        return fit(text)
    }

    /// Whether a line begins with the product, alone or among others: `Roo, Cline, Kiro: …`.
    private static func isHead(_ line: String, of product: String) -> Bool {
        let line = line.trimmed
        if line.hasPrefix(product) { return true }
        guard let colon = line.firstIndex(of: ":") else { return false }
        return line[..<colon].split(separator: ", ").contains { $0 == product }
    }

    /// The first line and those that go on with it: deeper ones, and those that the sentence needs.
    private static func paragraph(_ lines: ArraySlice<String>) -> String {
        guard let first = lines.first else { return "" }
        let indent = first.prefix { $0 == " " }.count
        var text = first.trimmed
        for line in lines.dropFirst() {
            let isDeeper = line.prefix { $0 == " " }.count > indent
            let goesOn = line.trimmed.first.map { !$0.isUppercase } ?? false
            guard isDeeper || goesOn || !isWhole(text) else { break }
            text += " " + line.trimmed
        }
        return text
    }

    /// Of a sentence that announces an example in the syntax of some product, the sentence.
    private static func lead(_ text: String) -> String? {
        guard let colon = text.ranges(of: ": ").first?.lowerBound, isWhole(text[..<colon]) else { return nil }
        let rest = String(text[text.index(after: colon)...]).trimmed
        // A name before a colon announces, and says nothing by itself.
        guard let first = rest.first, "\"{[`<-".contains(first), text[..<colon].contains(" ") else { return nil }
        return text[..<colon] + "."
    }

    /// The longest beginning of a text that is whole, and short enough.
    private static func fit(_ text: String) -> String {
        if text.count <= aim, isWhole(text) { return text }
        let ends = ends(of: text)
        let short = ends.last { text.distance(from: text.startIndex, to: $0) <= aim }
        if let short { return String(text[..<short]).closed }
        if let end = ends.first, text.distance(from: text.startIndex, to: end) <= limit {
            return String(text[..<end]).closed
        }
        if text.count <= limit, isWhole(text) { return text }
        return "See the remedy of its entry below."
    }

    /// Where sentences end: behind a stop or a semicolon that a blank follows, outside brackets and quotes.
    private static func ends(of text: String) -> [String.Index] {
        var ends: [String.Index] = []
        var depth = 0
        var isQuoted = false
        for index in text.indices {
            let next = text.index(after: index)
            switch text[index] {
            case "\"": isQuoted.toggle()
            case "{", "[", "(": depth += 1
            case "}", "]", ")": depth -= 1
            case ".", ";":
                guard depth <= 0, !isQuoted, next == text.endIndex || text[next] == " " else { continue }
                if isWhole(text[..<index]) { ends.append(next) }
            default: break
            }
        }
        return ends
    }

    /// Whether nothing is missing at the end: no bracket is open, and no word there announces another.
    private static func isWhole(_ text: some StringProtocol) -> Bool {
        var depth = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
            default: break
            }
        }
        guard depth <= 0, let last = text.last, !":,".contains(last), !text.hasSuffix(".json") else { return false }
        let word = text.split(separator: " ").last.map { String($0).lowercased() } ?? ""
        return !["or", "and", "with", "write", "of", "example", "instead", "the", "a", "to", "by", "in"].contains(word)
    }
}

extension String {
    /// The text with a stop in place of a semicolon at its end.
    fileprivate var closed: String { last == ";" ? dropLast() + "." : self }
}
