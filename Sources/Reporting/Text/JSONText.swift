/// Writes JSON value by value: two spaces of indentation for blocks, records on a line of their own.
///
/// One record a line keeps large files small, and makes line-wise diffs of two assessments readable.
final class JSONText {
    private let sink: ByteSink
    /// For each open object or array: whether it is broken into lines, and whether something stands in it.
    @exclusivity(unchecked) private var open: [(isBlock: Bool, isEmpty: Bool)] = []
    @exclusivity(unchecked) private var isAfterKey = false

    init(_ sink: ByteSink) {
        self.sink = sink
    }

    /// Writes an object.
    func object(block: Bool = false, _ body: () -> Void) { nest("{", "}", block, body) }

    /// Writes an array with one value for each element.
    func array<Element>(_ elements: some Sequence<Element>, block: Bool = false, _ body: (Element) -> Void) {
        nest("[", "]", block) { for element in elements { body(element) } }
    }

    /// Writes an array of texts.
    func array(_ texts: some Sequence<String>) { array(texts) { string($0) } }

    /// Begins an array whose values come one by one.
    func beginArray(block: Bool) { begin("[", block) }

    /// Ends the array that was begun last.
    func endArray() { end("]") }

    /// Writes the key of the next value.
    func key(_ key: String) {
        separate()
        quote(key)
        sink.append(": ")
        isAfterKey = true
    }

    /// Writes a key with a text, or null for none.
    func member(_ key: String, _ text: String?) {
        self.key(key)
        text.map(string) ?? raw("null")
    }

    /// Writes a key with a number, or null for none.
    func member(_ key: String, _ number: Int?) {
        self.key(key)
        raw(number.map(String.init) ?? "null")
    }

    /// Writes a key with a truth value, or null for none.
    func member(_ key: String, _ flag: Bool?) {
        self.key(key)
        raw(flag.map { $0 ? "true" : "false" } ?? "null")
    }

    /// Writes a text.
    func string(_ text: String) {
        separate()
        quote(text)
    }

    /// Writes a number.
    func number(_ number: Int) { raw(String(number)) }

    /// Writes a number between 0 and 1 that is given in tenths.
    func tenths(_ tenths: Int) { raw("\(tenths / 10).\(tenths % 10)") }

    /// Writes a truth value.
    func flag(_ flag: Bool) { raw(flag ? "true" : "false") }

    /// Writes a number with decimals; it must be finite.
    func number(_ number: Double) { raw(String(number)) }

    /// Writes null.
    func null() { raw("null") }

    /// Ends the file.
    func finish() { sink.append("\n") }

    private func raw(_ text: String) {
        separate()
        sink.append(text)
    }

    private func nest(_ start: String, _ end: String, _ block: Bool, _ body: () -> Void) {
        begin(start, block)
        body()
        self.end(end)
    }

    private func begin(_ start: String, _ block: Bool) {
        raw(start)
        open.append((block, true))
    }

    private func end(_ end: String) {
        let closed = open.removeLast()
        if closed.isBlock && !closed.isEmpty { newline() }
        sink.append(end)
    }

    private func separate() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        guard let top = open.last else { return }
        if !top.isEmpty { sink.append(top.isBlock ? "," : ", ") }
        open[open.count - 1].isEmpty = false
        if top.isBlock { newline() }
    }

    private func newline() {
        sink.append(UInt8(ascii: "\n"))
        for _ in open { sink.append("  ") }
    }

    /// RFC 8259 §7, and escapes for characters that would reorder or hide text when the file is looked at.
    private func quote(_ text: String) {
        sink.append(UInt8(ascii: "\""))
        var text = text
        let isWritten = text.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return false }
            sink.append(bytes) { $0 == 0x22 ? "\\\"" : $0 == 0x5C ? "\\\\" : nil }
            return true
        }
        if !isWritten { for scalar in text.unicodeScalars { quote(scalar) } }
        sink.append(UInt8(ascii: "\""))
    }

    private func quote(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": sink.append("\\\"")
        case "\\": sink.append("\\\\")
        case "\n": sink.append("\\n")
        case "\r": sink.append("\\r")
        case "\t": sink.append("\\t")
        default:
            guard SafeText.isDeceptive(scalar) else {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { sink.append(byte) }
                return
            }
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                let digits = String(unit, radix: 16)
                sink.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            }
        }
    }
}
