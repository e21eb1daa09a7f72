/// Where the parts of a TOML text stand: its tables, their keys and values.
struct TOMLLayout {
    /// A key and its value.
    struct Entry {
        /// Steps of a dotted key.
        let path: [String]
        let start: Int
        let value: JSONSpan
        /// Whether the value is a text of several lines, a table in braces, or holds one.
        let isIntricate: Bool
    }

    /// What stands under a header, or above the first.
    struct Section {
        /// Steps from the root, places in arrays of tables among them.
        let path: [String]
        /// The header's first byte; nil above the first header.
        let header: Int?
        var entries: [Entry] = []
    }

    var sections = [Section(path: [], header: nil)]
}

/// Reads where the parts of a TOML text stand (<https://toml.io/en/v1.0.0>).
struct TOMLLayoutReader {
    private let bytes: [UInt8]
    private var place = 0
    private var isIntricate = false
    /// How many tables each array of tables has so far.
    private var tables: [[String]: Int] = [:]

    /// The layout; nil for a text that the reader does not understand, which is then left alone.
    static func read(_ bytes: [UInt8]) -> TOMLLayout? {
        var reader = TOMLLayoutReader(bytes: bytes)
        return reader.layout()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func layout() -> TOMLLayout? {
        var layout = TOMLLayout()
        while true {
            place = CommentStyle.hash.skipBlank(bytes, from: place)
            guard let byte = current else { return layout }
            let start = place
            if byte == UInt8(ascii: "[") {
                guard let path = header() else { return nil }
                layout.sections.append(TOMLLayout.Section(path: path, header: start))
            } else {
                guard let path = keys(), current == UInt8(ascii: "=") else { return nil }
                place += 1
                skipSpaces()
                isIntricate = false
                guard let value = value(depth: 0) else { return nil }
                layout.sections[layout.sections.count - 1].entries.append(
                    TOMLLayout.Entry(path: path, start: start, value: value, isIntricate: isIntricate))
            }
            place = CommentStyle.hash.skipBlank(bytes, from: place, withinLine: true)
            guard place == bytes.count || bytes[place] == 0x0A else { return nil }
        }
    }

    private mutating func header() -> [String]? {
        place += 1
        let isArray = current == UInt8(ascii: "[")
        if isArray { place += 1 }
        skipSpaces()
        guard let keys = keys() else { return nil }
        for _ in 0..<(isArray ? 2 : 1) {
            guard current == UInt8(ascii: "]") else { return nil }
            place += 1
        }
        var path: [String] = []
        for (depth, key) in keys.enumerated() {
            path.append(key)
            if depth == keys.count - 1, isArray { tables[path, default: 0] += 1 }
            if let count = tables[path] { path.append(String(count - 1)) }
        }
        return path
    }

    private mutating func keys() -> [String]? {
        var keys: [String] = []
        while let byte = current {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let start = place
                guard string() else { return nil }
                let raw = bytes[start..<place]
                guard !raw.contains(UInt8(ascii: "\\")) else { return nil }
                keys.append(String(decoding: raw.dropFirst().dropLast(), as: UTF8.self))
            } else {
                let start = place
                while let byte = current, Self.isBare(byte) { place += 1 }
                guard place > start else { return nil }
                keys.append(String(decoding: bytes[start..<place], as: UTF8.self))
            }
            skipSpaces()
            guard current == UInt8(ascii: ".") else { return keys }
            place += 1
            skipSpaces()
        }
        return nil
    }

    static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private mutating func value(depth: Int) -> JSONSpan? {
        guard depth < 100, let byte = current else { return nil }
        let start = place
        switch byte {
        case UInt8(ascii: "["): return array(start, depth)
        case UInt8(ascii: "{"):
            isIntricate = true
            return braces(start, depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return string() ? JSONSpan(start: start, end: place) : nil
        default:
            while let byte = current, !",]}#\n\r".utf8.contains(byte) { place += 1 }
            while place > start, bytes[place - 1] == 0x20 || bytes[place - 1] == 0x09 { place -= 1 }
            return place == start ? nil : JSONSpan(start: start, end: place)
        }
    }

    private mutating func array(_ start: Int, _ depth: Int) -> JSONSpan? {
        var members: [JSONSpan.Member] = []
        place += 1
        while true {
            place = CommentStyle.hash.skipBlank(bytes, from: place)
            guard let byte = current else { return nil }
            if byte == UInt8(ascii: "]") {
                place += 1
                return JSONSpan(start: start, end: place, isObject: nil, members: members)
            }
            let begin = place
            guard let value = value(depth: depth + 1) else { return nil }
            members.append(JSONSpan.Member(key: nil, start: begin, value: value))
            place = CommentStyle.hash.skipBlank(bytes, from: place)
            if current == UInt8(ascii: ",") { place += 1 } else if current != UInt8(ascii: "]") { return nil }
        }
    }

    /// A table in braces: only where it ends is found out.
    private mutating func braces(_ start: Int, _ depth: Int) -> JSONSpan? {
        place += 1
        while let byte = current {
            switch byte {
            case UInt8(ascii: "}"):
                place += 1
                return JSONSpan(start: start, end: place)
            case UInt8(ascii: "\""), UInt8(ascii: "'"): guard string() else { return nil }
            case UInt8(ascii: "{"), UInt8(ascii: "["): guard value(depth: depth + 1) != nil else { return nil }
            default: place += 1
            }
        }
        return nil
    }

    private mutating func string() -> Bool {
        guard let quote = current else { return false }
        let isLong = place + 2 < bytes.count && bytes[place + 1] == quote && bytes[place + 2] == quote
        if isLong { isIntricate = true }
        let length = isLong ? 3 : 1
        place += length
        while place + length <= bytes.count {
            if bytes[place] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                place += 2
            } else if bytes[place..<place + length].allSatisfy({ $0 == quote }) {
                place += length
                // Up to two quotes may stand before the closing ones.
                while isLong, current == quote { place += 1 }
                return true
            } else {
                guard isLong || bytes[place] != 0x0A else { return false }
                place += 1
            }
        }
        return false
    }

    private mutating func skipSpaces() {
        while current == 0x20 || current == 0x09 { place += 1 }
    }
}
