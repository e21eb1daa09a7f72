/// Writes rows of comma-separated values: RFC 4180, lines end in CRLF, every field that needs quotes has them.
struct CSVText {
    let sink: ByteSink

    /// Writes one row.
    func row(_ fields: [String]) {
        for (position, field) in fields.enumerated() {
            if position > 0 { sink.append(UInt8(ascii: ",")) }
            write(CellText.neutral(SafeText.line(field)))
        }
        sink.append("\r\n")
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
