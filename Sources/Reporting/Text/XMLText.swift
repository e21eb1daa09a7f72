/// Writes well-formed XML 1.0 whatever the texts are.
///
/// Characters that XML cannot hold become U+FFFD; those that reorder or hide text are written as character references.
/// Names are literals of the program, never texts of an input; a name made of an input goes through `name(_:)`.
/// Elements are indented, text is not: white space inside a paragraph would be content.
final class XMLText {
    private let sink: ByteSink
    @exclusivity(unchecked) private var depth = 0
    private let indents = (0..<32).map { String(repeating: "  ", count: $0) }

    init(_ sink: ByteSink) {
        self.sink = sink
    }

    /// Begins the document.
    func declaration() { sink.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    /// Writes an element with elements in it.
    func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ body: () -> Void) {
        start(name, attributes)
        inner(name, body)
    }

    /// Writes an element with elements in it, its attributes as a list.
    func element(_ name: StaticString, flags: [(key: StaticString, value: String)], _ body: () -> Void) {
        start(name, flags.lazy.map { ($0.key, $0.value) })
        inner(name, body)
    }

    private func inner(_ name: StaticString, _ body: () -> Void) {
        sink.append(">\n")
        depth += 1
        body()
        depth -= 1
        indent()
        end(name)
    }

    /// Writes an element with one line of text in it.
    func text(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String) {
        start(name, attributes)
        sink.append(UInt8(ascii: ">"))
        write(text)
        end(name)
    }

    /// Writes an element with lines of text in it that stay lines.
    func preformatted(_ name: StaticString, _ lines: [String]) {
        start(name, [:] as KeyValuePairs<StaticString, String?>)
        sink.append(UInt8(ascii: ">"))
        for (position, line) in lines.enumerated() {
            if position > 0 { sink.append("\n") }
            escape(line)
        }
        end(name)
    }

    /// Writes an element with nothing in it.
    func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        start(name, attributes)
        sink.append("/>\n")
    }

    /// Writes an element with nothing in it, its attributes as a list.
    func empty(_ name: StaticString, flags: [(key: StaticString, value: String)]) {
        start(name, flags.lazy.map { ($0.key, $0.value) })
        sink.append("/>\n")
    }

    /// One line without white space at its ends.
    static func line(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        if isPlain && text.utf8.first != 0x20 && text.utf8.last != 0x20 { return text }
        let spaces: Set<Unicode.Scalar> = [" ", "\t", "\n", "\r", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}"]
        var scalars = text.unicodeScalars.map { spaces.contains($0) ? " " : $0 }[...]
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        var line = String.UnicodeScalarView()
        line.append(contentsOf: scalars)
        return String(line)
    }

    /// An ASCII name without a colon; what may not stand in one becomes an underscore.
    static func name(_ text: String) -> String {
        guard let first = text.utf8.first else { return "_" }
        if isNameStart(first), text.utf8.allSatisfy(isNamePart) { return text }
        let safe = text.unicodeScalars.map { $0.isASCII && isNamePart(UInt8($0.value)) ? Character($0) : "_" }
        return (isNameStart(first) ? "" : "_") + String(safe)
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        isNameStart(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
    }

    private func start(_ name: StaticString, _ attributes: some Sequence<(key: StaticString, value: String?)>) {
        indent()
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
        sink.append(">\n")
    }

    private func indent() {
        sink.append(indents[min(depth, indents.count - 1)])
    }

    /// Writes a text as one line; most texts are ASCII, and go over in stretches.
    private func write(_ text: String) {
        var text = text
        let isWritten = text.withUTF8 { bytes in
            guard bytes.first != 0x20, bytes.last != 0x20, bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
                return false
            }
            sink.append(bytes) { byte in
                switch byte {
                case UInt8(ascii: "&"): "&amp;"
                case UInt8(ascii: "<"): "&lt;"
                case UInt8(ascii: ">"): "&gt;"
                case UInt8(ascii: "\""): "&quot;"
                default: nil
                }
            }
            return true
        }
        if !isWritten { escape(Self.line(text)) }
    }

    private func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": sink.append("&amp;")
            case "<": sink.append("&lt;")
            case ">": sink.append("&gt;")
            case "\"": sink.append("&quot;")
            default: escape(scalar)
            }
        }
    }

    /// XML 1.0 §2.2 Char: no control characters but tab and line ends, no U+FFFE and U+FFFF.
    private func escape(_ scalar: Unicode.Scalar) {
        let isChar = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        guard isChar else { return sink.append("\u{FFFD}") }
        guard !SafeText.isDeceptive(scalar) else { return sink.append("&#x" + String(scalar.value, radix: 16) + ";") }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { sink.append(byte) }
    }
}
