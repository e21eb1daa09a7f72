/// A value of a JSON text with the bytes that it takes; comments and trailing commas are allowed.
///
/// The tree of `JSONParser` knows where values begin; whoever changes a text has to know where they end as well.
struct JSONSpan {
    /// What stands in an object or array.
    struct Member {
        /// Name of the member; nil for an element.
        let key: String?
        /// First byte of the key, or of the element.
        let start: Int
        let value: JSONSpan
    }

    /// First byte.
    let start: Int
    /// The byte behind the last one.
    let end: Int
    /// Members or elements; empty for what holds none.
    var members: [Member] = []

    /// The place of a pointer's last step in its parent: the parent, and which member it is.
    func locate(_ pointer: String) -> (parent: JSONSpan, index: Int)? {
        let steps = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
        var span = self
        for (depth, step) in steps.enumerated() {
            guard let index = span.index(of: step) else { return nil }
            if depth == steps.count - 1 { return (span, index) }
            span = span.members[index].value
        }
        return nil
    }

    private func index(of step: String) -> Int? {
        if members.first?.key == nil { return Int(step).flatMap { members.indices.contains($0) ? $0 : nil } }
        return members.lastIndex { $0.key == step }
    }
}

/// Reads the spans of a JSON text.
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

    private mutating func value(depth: Int) -> JSONSpan? {
        skipBlank()
        guard depth < 200, let first = current else { return nil }
        let start = place
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return container(start, isObject: first == UInt8(ascii: "{"), depth)
        case UInt8(ascii: "\""): return string() == nil ? nil : JSONSpan(start: start, end: place)
        default:
            while let byte = current, byte > 0x20, !",]}/:".utf8.contains(byte) { place += 1 }
            return place == start ? nil : JSONSpan(start: start, end: place)
        }
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
                return JSONSpan(start: start, end: place, members: members)
            }
            let begin = place
            var key: String?
            if isObject {
                guard byte == UInt8(ascii: "\""), let name = string() else { return nil }
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

    /// The text of a string; one with escapes is read by the parser for documents.
    private mutating func string() -> String? {
        let start = place
        var isEscaped = false
        place += 1
        while let byte = current, byte != UInt8(ascii: "\"") {
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
        return (try? Document(Array(raw), as: .json))?.root.string
    }

    private mutating func skipBlank() {
        while let byte = current {
            if [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
                place += 1
            } else if byte == UInt8(ascii: "/"), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "/") {
                while let byte = current, byte != 0x0A { place += 1 }
            } else if byte == UInt8(ascii: "/"), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "*") {
                place += 2
                while place + 1 < bytes.count,
                    bytes[place] != UInt8(ascii: "*") || bytes[place + 1] != UInt8(ascii: "/")
                {
                    place += 1
                }
                place = min(place + 2, bytes.count)
            } else {
                return
            }
        }
    }
}
