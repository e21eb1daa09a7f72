internal import Compliance

extension Citation {
    /// Whether it stands for what a product does when nobody says otherwise: no line, a key that its collector did not
    /// find, or the beginning of a file whose first line, the excerpt, does not say it.
    func isOfDefault(_ excerpt: String?) -> Bool {
        guard let line, !isUnset else { return true }
        guard line == 1, column == 1 else { return false }
        guard let key else { return isOfWhole }
        return excerpt.map { !Self.names(key, in: $0) } ?? false
    }

    /// Whether it names the file as a whole: a value that is nowhere in it has no key to cite.
    var isOfWhole: Bool { line == nil ? key == nil : line == 1 && column == 1 && pointer == "" }

    /// The setting that it points to, as people write it: `sandbox.enabled`; nil when it points to the whole file.
    var setting: String? {
        guard let pointer, !pointer.isEmpty, pointer != "/" else { return nil }
        return pointer.split(separator: "/").map(Self.unescaped).joined(separator: ".")
    }

    /// The last part of the pointer that is a name and not a position in a list.
    private var key: String? {
        pointer?.split(separator: "/").last { !$0.allSatisfy(\.isNumber) }.map(Self.unescaped)
    }

    /// A part of a JSON pointer as it stands in the file (RFC 6901 §4).
    private static func unescaped(_ part: Substring) -> String {
        guard part.utf8.contains(UInt8(ascii: "~")) else { return String(part) }
        return String(part.replacing("~1", with: "/").replacing("~0", with: "~"))
    }

    /// Whether a line has a key as a whole: `GOOSE_MODEL` does not name `GOOSE_MODE`.
    private static func names(_ key: String, in line: String) -> Bool {
        line.ranges(of: key).contains { range in
            let before = range.lowerBound > line.startIndex ? line[line.index(before: range.lowerBound)] : nil
            let after = range.upperBound < line.endIndex ? line[range.upperBound] : nil
            return !isPartOfKey(before) && !isPartOfKey(after)
        }
    }

    private static func isPartOfKey(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" } ?? false
    }
}

extension Evidence {
    /// The cited line, when it was kept.
    func excerpt(of citation: Citation) -> String? {
        citation.line.flatMap { excerpts[citation.artifact]?[$0] }
    }

    /// The cited line when it shows what was meant: a bracket, or the head of a block that begins below, shows nothing.
    func quote(of citation: Citation) -> String? {
        guard let line = excerpt(of: citation)?.trimmed, line.contains(where: { $0.isLetter || $0.isNumber }) else {
            return nil
        }
        let value = line.last == "," ? line.dropLast() : line[...]
        let openings = ["[", "{", "(", ":", ": >", ": |", ": >-", ": |-"]
        guard !openings.contains(where: value.hasSuffix) else { return nil }
        return line
    }
}
