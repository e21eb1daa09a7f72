/// Writes rows of comma-separated values: RFC 4180, lines end in CRLF, every field that needs quotes has them.
struct CSVText {
    let sink: ByteSink

    /// Writes one row.
    func row(_ fields: [String]) {
        for (position, field) in fields.enumerated() {
            if position > 0 { sink.append(UInt8(ascii: ",")) }
            if !writePlain(field) { write(CellText.neutral(SafeText.line(field))) }
        }
        sink.append("\r\n")
    }

    /// Writes a field that is ASCII without controls, as nearly all are; whether it is.
    private func writePlain(_ field: String) -> Bool {
        var field = field
        return field.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return false }
            let isFormula = bytes.first { $0 != 0x20 }.map("=+-@".utf8.contains) ?? false
            let needsQuotes =
                bytes.last == 0x20 || bytes.first == 0x20 && !isFormula || bytes.contains { $0 == 0x22 || $0 == 0x2C }
            if needsQuotes { sink.append(UInt8(ascii: "\"")) }
            if isFormula { sink.append(UInt8(ascii: "'")) }
            sink.append(bytes) { $0 == 0x22 ? "\"\"" : nil }
            if needsQuotes { sink.append(UInt8(ascii: "\"")) }
            return true
        }
    }

    private func write(_ field: String) {
        let needsQuotes = field.utf8.contains { $0 == 0x22 || $0 == 0x2C } || field.first == " " || field.last == " "
        guard needsQuotes else {
            sink.append(field)
            return
        }
        sink.append(UInt8(ascii: "\""))
        sink.append(field.utf8.contains(0x22) ? field.replacing("\"", with: "\"\"") : field)
        sink.append(UInt8(ascii: "\""))
    }
}
