/// Reads comma-separated values strictly (RFC 4180 §2).
struct CSVParser {
    private let bytes: [UInt8]
    private let limits: Limits
    private var offset = 0
    private var line = 1
    private var column = 1
    private var count = 0

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    init(_ source: Source, limits: Limits) {
        bytes = source.bytes
        self.limits = limits
    }

    mutating func parse() throws(Diagnostic) -> [CSVRecord] {
        var records: [CSVRecord] = []
        while offset < bytes.count {
            let record = try record()
            if record.fields.count == 1 && record.fields[0].text.isEmpty { continue }
            if let first = records.first, first.fields.count != record.fields.count {
                throw Diagnostic(
                    .syntax, "the record has \(record.fields.count) fields, the first has \(first.fields.count)",
                    at: record.fields[0].position)
            }
            records.append(record)
        }
        return records
    }

    private mutating func record() throws(Diagnostic) -> CSVRecord {
        var fields = [try field()]
        while offset < bytes.count, bytes[offset] == Self.comma {
            advance()
            fields.append(try field())
        }
        try lineEnd()
        return CSVRecord(fields: fields)
    }

    private mutating func field() throws(Diagnostic) -> CSVRecord.Field {
        count += 1
        guard count <= limits.nodes else {
            throw Diagnostic(.limit, "more than \(limits.nodes) fields", at: place)
        }
        let start = place
        let isQuoted = offset < bytes.count && bytes[offset] == Self.quote
        let text = isQuoted ? try quoted(start) : try bare()
        return CSVRecord.Field(text: String(decoding: text, as: UTF8.self), position: start)
    }

    private mutating func bare() throws(Diagnostic) -> ArraySlice<UInt8> {
        let start = offset
        while offset < bytes.count, ![Self.comma, Self.lineFeed, Self.carriageReturn].contains(bytes[offset]) {
            if bytes[offset] == Self.quote {
                throw Diagnostic(.syntax, "a quote inside a field that does not begin with one", at: place)
            }
            advance()
        }
        return bytes[start..<offset]
    }

    private mutating func quoted(_ start: Position) throws(Diagnostic) -> ArraySlice<UInt8> {
        advance()
        var text: [UInt8] = []
        while offset < bytes.count {
            if bytes[offset] == Self.quote {
                advance()
                guard offset < bytes.count, bytes[offset] == Self.quote else {
                    try delimiter()
                    return text[...]
                }
            }
            text.append(bytes[offset])
            advance()
        }
        throw Diagnostic(.syntax, "the quoted field is not closed", at: start)
    }

    private func delimiter() throws(Diagnostic) {
        guard offset < bytes.count, ![Self.comma, Self.lineFeed, Self.carriageReturn].contains(bytes[offset]) else {
            return
        }
        throw Diagnostic(.syntax, "expected a comma or the end of the line behind the closing quote", at: place)
    }

    private mutating func lineEnd() throws(Diagnostic) {
        guard offset < bytes.count else { return }
        if bytes[offset] == Self.carriageReturn {
            guard offset + 1 < bytes.count, bytes[offset + 1] == Self.lineFeed else {
                throw Diagnostic(.syntax, "a carriage return without a line feed", at: place)
            }
            advance()
        }
        advance()
    }

    private var place: Position { Position(line: line, column: column) }

    private mutating func advance() {
        let byte = bytes[offset]
        offset += 1
        if byte == Self.lineFeed {
            line += 1
            column = 1
        } else if offset >= bytes.count || bytes[offset] & 0xC0 != 0x80 {
            column += 1
        }
    }
}
