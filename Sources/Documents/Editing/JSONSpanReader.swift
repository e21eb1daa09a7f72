/// Reads the spans of a JSON text; comments, trailing commas and what else JSON5 allows are understood.
struct JSONSpanReader {
    private let bytes: [UInt8]
    private var place = 0

    /// The span of the whole value; nil for a text that the reader does not understand, which is then left alone.
    static func read(_ bytes: [UInt8]) -> JSONSpan? {
        var reader = JSONSpanReader(bytes: bytes)
        guard let span = reader.value(depth: 0) else { return nil }
        reader.skipBlank()
        return reader.place == bytes.count ? span : nil
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipBlank() { place = CommentStyle.json.skipBlank(bytes, from: place) }

    private mutating func value(depth: Int) -> JSONSpan? {
        skipBlank()
        guard depth < 200, let first = current else { return nil }
        let start = place
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return container(start, isObject: first == UInt8(ascii: "{"), depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return string() == nil ? nil : JSONSpan(start: start, end: place)
        default:
            skipWord()
            return place == start ? nil : JSONSpan(start: start, end: place)
        }
    }

    private mutating func skipWord() {
        while let byte = current, byte > 0x20, !",]}/:[{\"'".utf8.contains(byte) { place += 1 }
    }

    private mutating func container(_ start: Int, isObject: Bool, _ depth: Int) -> JSONSpan? {
        let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        var members: [JSONSpan.Member] = []
        place += 1
        while true {
            skipBlank()
            guard let byte = current else { return nil }
            if byte == close {
                place += 1
                return JSONSpan(start: start, end: place, isObject: isObject, members: members)
            }
            let begin = place
            var key: String?
            if isObject {
                guard let name = name() else { return nil }
                skipBlank()
                guard current == UInt8(ascii: ":") else { return nil }
                place += 1
                key = name
            }
            guard let value = value(depth: depth + 1) else { return nil }
            members.append(JSONSpan.Member(key: key, start: begin, value: value))
            skipBlank()
            if current == UInt8(ascii: ",") { place += 1 } else if current != close { return nil }
        }
    }

    private mutating func name() -> String? {
        if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") { return string() }
        let start = place
        skipWord()
        let word = bytes[start..<place]
        return word.isEmpty || word.contains(UInt8(ascii: "\\")) ? nil : String(decoding: word, as: UTF8.self)
    }

    /// The text of a string; one with escapes is read by the parser for documents.
    private mutating func string() -> String? {
        let (start, quote) = (place, current)
        var isEscaped = false
        place += 1
        while let byte = current, byte != quote {
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                place += 1
            }
            place += 1
        }
        guard current != nil else { return nil }
        place += 1
        let raw = bytes[start..<place]
        guard isEscaped else { return String(decoding: raw.dropFirst().dropLast(), as: UTF8.self) }
        return (try? Document(Array(raw), as: .json5))?.root.string
    }
}
