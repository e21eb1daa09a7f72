/// Where the start tags and attributes of a well-formed document stand.
///
/// libxml2 knows the line on which a start tag ends, and no columns. This looks at the bytes once more: in a document
/// without DOCTYPE whatever begins with `<` and a name is a start tag.
struct XMLPlaces: IteratorProtocol {
    /// A start tag: where it begins, and where the values of its attributes do.
    struct Tag {
        let line: Int
        let column: Int
        var values: [String: (line: Int, column: Int)] = [:]
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0
    private var line = 1
    private var column = 1

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    /// The next start tag in document order.
    mutating func next() -> Tag? {
        while offset < bytes.count {
            guard bytes[offset] == UInt8(ascii: "<") else {
                step()
                continue
            }
            if starts("<!--") {
                skip(past: "-->")
            } else if starts("<![CDATA[") {
                skip(past: "]]>")
            } else if starts("<?") {
                skip(past: "?>")
            } else if starts("</") || starts("<!") {
                skip(past: ">")
            } else {
                return tag()
            }
        }
        return nil
    }

    private mutating func tag() -> Tag {
        var tag = Tag(line: line, column: column)
        var name: [UInt8] = []
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
            let byte = bytes[offset]
            let place = (line, column)
            step()
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                tag.values[String(decoding: name.dropLast(), as: UTF8.self)] = place
                name = []
                while offset < bytes.count, bytes[offset] != byte { step() }
                step()
            case 0x09, 0x0A, 0x0D, 0x20:
                // A name may stand before its sign with blanks between; the element's own name is none.
                let next = offset < bytes.count ? bytes[offset] : 0x20
                if name.last != UInt8(ascii: "="), next > 0x20, next != UInt8(ascii: "=") { name = [] }
            default: name.append(byte)
            }
        }
        return tag
    }

    private func starts(_ mark: StaticString) -> Bool {
        offset + mark.utf8CodeUnitCount <= bytes.count
            && mark.withUTF8Buffer { $0.elementsEqual(bytes[offset..<(offset + $0.count)]) }
    }

    private mutating func skip(past end: StaticString) {
        while offset < bytes.count, !starts(end) { step() }
        for _ in 0..<end.utf8CodeUnitCount { step() }
    }

    /// Goes on by one byte; columns count characters, so the later bytes of one do not count.
    private mutating func step() {
        guard offset < bytes.count else { return }
        let byte = bytes[offset]
        offset += 1
        if byte == 0x0A || (byte == 0x0D && (offset == bytes.count || bytes[offset] != 0x0A)) {
            line += 1
            column = 1
        } else if offset == bytes.count || bytes[offset] & 0xC0 != 0x80 {
            column += 1
        }
    }
}
