/// Writes HTML that is well-formed XML too: every element is closed, every attribute quoted.
///
/// Every text and every attribute goes through one function, `write`, which leaves nothing that could begin a tag, end
/// an attribute, or deceive the eye. Names are literals of the program.
struct HTMLText {
    let sink: ByteSink

    /// Writes an element with what the body writes in it, and a line end behind it.
    func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ body: () -> Void) {
        start(name, attributes)
        body()
        end(name)
        sink.append(UInt8(ascii: "\n"))
    }

    /// Writes an element with a text in it, and a line end behind it.
    func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String) {
        element(name, attributes) { write(text) }
    }

    /// Writes an element within a line.
    func inline(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String) {
        start(name, attributes)
        write(text)
        end(name)
    }

    /// Writes an element within a line with what the body writes in it.
    func inline(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ body: () -> Void) {
        start(name, attributes)
        body()
        end(name)
    }

    /// Writes an element that holds nothing.
    func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        tag(name, attributes)
        sink.append("/>\n")
    }

    /// Writes what the program itself says as it stands.
    func literal(_ text: StaticString) { sink.append(text) }

    /// Writes an element whose content is no markup: a style sheet or a script of the program.
    func verbatim(_ name: StaticString, _ content: String) {
        start(name, [:])
        sink.append(content)
        end(name)
        sink.append(UInt8(ascii: "\n"))
    }

    /// Writes a sentence; what stands between backticks in it looks like code.
    func prose(_ text: String) {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count > 2, !parts.count.isMultiple(of: 2) else { return write(text) }
        for (position, part) in parts.enumerated() where !part.isEmpty {
            position.isMultiple(of: 2) ? write(String(part)) : inline("code", text: String(part))
        }
    }

    /// Writes a text, the same way whether it stands between tags or in an attribute.
    func write(_ text: String) {
        var text = SafeText.line(text)
        let isPlain = text.withUTF8 { bytes in
            for byte in bytes where Self.isSpecial(byte) { return false }
            sink.append(bytes)
            return true
        }
        guard !isPlain else { return }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): sink.append("&amp;")
            case UInt8(ascii: "<"): sink.append("&lt;")
            case UInt8(ascii: ">"): sink.append("&gt;")
            case UInt8(ascii: "\""): sink.append("&quot;")
            case UInt8(ascii: "'"): sink.append("&#x27;")
            case UInt8(ascii: "`"): sink.append("&#x60;")
            default: sink.append(byte)
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27 || byte == 0x60
    }

    private func start(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
        tag(name, attributes)
        sink.append(UInt8(ascii: ">"))
    }

    private func tag(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
        sink.append(UInt8(ascii: "<"))
        sink.append(name)
        for case (let key, let value?) in attributes {
            sink.append(UInt8(ascii: " "))
            sink.append(key)
            sink.append("=\"")
            write(value)
            sink.append(UInt8(ascii: "\""))
        }
    }

    private func end(_ name: StaticString) {
        sink.append("</")
        sink.append(name)
        sink.append(UInt8(ascii: ">"))
    }
}
