/// Writes YAML 1.2 whatever the texts are, in the form in which the catalogs are kept.
///
/// Texts stand plain where nothing about them can be read as anything else, as a literal block where they have several
/// lines, and in double quotes otherwise; so a version `1.0` stays a text and `no` is no truth value in YAML 1.1.
final class YAMLText {
    private let sink: ByteSink

    init(_ sink: ByteSink) {
        self.sink = sink
    }

    /// Writes a comment line.
    func comment(_ text: String) { sink.append("# \(SafeText.line(text))\n") }

    /// Writes a document.
    func write(_ tree: PlainTree) { write(tree, depth: 0, isInline: false) }

    /// Writes a tree; inline when the line has begun already, behind the hyphen of a list.
    private func write(_ tree: PlainTree, depth: Int, isInline: Bool) {
        switch tree {
        case .text(let text): sink.append(Self.scalar(text, depth: depth) + "\n")
        case .flag(let flag): sink.append(flag ? "true\n" : "false\n")
        case .number(let number): sink.append("\(number)\n")
        case .list(let elements) where elements.isEmpty: sink.append("[]\n")
        case .object(let members) where members.isEmpty: sink.append("{}\n")
        case .list(let elements):
            for (position, element) in elements.enumerated() {
                if position > 0 || !isInline { indent(depth) }
                sink.append("- ")
                write(element, depth: depth + 1, isInline: true)
            }
        case .object(let members):
            for (position, member) in members.enumerated() {
                if position > 0 || !isInline { indent(depth) }
                sink.append(Self.scalar(member.key, depth: nil) + ":")
                value(member.value, depth: depth + 1)
            }
        }
    }

    private func value(_ value: PlainTree, depth: Int) {
        switch value {
        case .list(let elements) where !elements.isEmpty: sink.append("\n")
        case .object(let members) where !members.isEmpty: sink.append("\n")
        default: sink.append(" ")
        }
        write(value, depth: depth, isInline: false)
    }

    private func indent(_ depth: Int) {
        for _ in 0..<depth { sink.append("  ") }
    }

    /// A text as a scalar; without a depth it must stay on one line.
    static func scalar(_ text: String, depth: Int?) -> String {
        if isPlain(text) { return text }
        guard let depth, isBlock(text) else { return quoted(text) }
        let margin = String(repeating: "  ", count: depth)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return "|-\n" + lines.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
    }

    /// Words that YAML 1.1 or 1.2 takes for something else than a text.
    private static let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, !words.contains(text.lowercased()) else {
            return false
        }
        let isLetter = (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
        guard isLetter, last != UInt8(ascii: " "), last != UInt8(ascii: ":") else { return false }
        var previous: UInt8 = 0
        for byte in text.utf8 {
            guard (0x20..<0x7F).contains(byte) else { return false }
            if previous == UInt8(ascii: ":") && byte == UInt8(ascii: " ") { return false }
            if previous == UInt8(ascii: " ") && byte == UInt8(ascii: "#") { return false }
            previous = byte
        }
        return true
    }

    /// A literal block keeps lines, but not white space at their ends or the beginning of the first.
    private static func isBlock(_ text: String) -> Bool {
        guard text.contains("\n"), !text.hasSuffix("\n"), text.first?.isWhitespace == false else { return false }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.allSatisfy { $0.last?.isWhitespace != true }
            && text.unicodeScalars.allSatisfy { $0 == "\n" || !SafeText.isDeceptive($0) && $0 != "\u{A0}" }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case let scalar where SafeText.isDeceptive(scalar) || scalar == "\u{A0}":
                let digits = String(scalar.value, radix: 16)
                result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
