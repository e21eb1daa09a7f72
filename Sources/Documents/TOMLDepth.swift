/// Refuses TOML that nests too deep before toml++ sees it.
///
/// toml++ bounds brackets, but not the tables that a dotted key opens; a key of 100,000 dots would overflow the stack.
struct TOMLDepth {
    private let bytes: [UInt8]
    private let limits: Limits
    private var offset = 0
    /// Levels of the header of the table, `[a.b]`.
    private var header = 0
    /// Levels of the key that is being read.
    private var key = 0
    /// Levels that the brackets around it opened.
    private var open: [Int] = []
    private var opened = 0
    private var isHeader = false
    private var isLineBlank = true

    static func check(_ source: Source, limits: Limits) throws(Diagnostic) {
        var scan = TOMLDepth(bytes: source.bytes, limits: limits)
        while scan.offset < scan.bytes.count { try scan.step() }
    }

    private init(bytes: [UInt8], limits: Limits) {
        self.bytes = bytes
        self.limits = limits
    }

    private mutating func step() throws(Diagnostic) {
        let byte = bytes[offset]
        switch byte {
        case UInt8(ascii: "#"): while offset + 1 < bytes.count, bytes[offset + 1] != 0x0A { offset += 1 }
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipText(byte)
        case UInt8(ascii: "."): key += 1
        case 0x0A where open.isEmpty:
            if isHeader { header = key + 1 }
            (isHeader, key) = (false, 0)
        case UInt8(ascii: "["), UInt8(ascii: "{"): enter()
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            if let levels = open.popLast() { opened -= levels }
            if !isHeader { key = 0 }
        case UInt8(ascii: ","): key = 0
        default: break
        }
        if ![0x20, 0x09, 0x0D].contains(byte) { isLineBlank = byte == 0x0A }
        offset += 1
        guard header + opened + key <= limits.depth else {
            throw Diagnostic(
                .limit, "nested deeper than \(limits.depth) levels",
                at: Source.position(of: offset - 1, in: bytes))
        }
    }

    private mutating func enter() {
        if isLineBlank, open.isEmpty { (isHeader, header) = (true, 0) }
        open.append(key + 1)
        opened += key + 1
        if !isHeader { key = 0 }
    }

    /// Passes over a text in one or three quotes, on to its last quote.
    private mutating func skipText(_ quote: UInt8) {
        let isLong = bytes[offset...].starts(with: [quote, quote, quote])
        offset += isLong ? 3 : 1
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                offset += 1
            } else if byte == quote, !isLong || bytes[offset...].starts(with: [quote, quote, quote]) {
                guard isLong else { return }
                offset += 2
                // A long text may end in one or two quotes of its own.
                for _ in 0..<2 where offset + 1 < bytes.count && bytes[offset + 1] == quote { offset += 1 }
                return
            } else if byte == 0x0A, !isLong {
                offset -= 1
                return
            }
            offset += 1
        }
    }
}
