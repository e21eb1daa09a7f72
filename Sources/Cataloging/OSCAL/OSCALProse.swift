/// Prose of OSCAL's JSON: Markdown with places where parameters are inserted.
///
/// https://pages.nist.gov/metaschema/specification/datatypes/#markup-data-types
enum OSCALProse {
    /// A text as Markdown that shows it as it is.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: markup.contains) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII && markup.contains(UInt8(scalar.value)) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    private static let markup = Set("\\`*_~^[]<>{}#|".utf8)

    /// The text of Markdown: lines as paragraphs, marks of emphasis and targets of links left out.
    ///
    /// What stands for each inserted parameter is asked for.
    static func plain(_ markdown: String, parameter: (String) -> String) -> String {
        let filled = inserting(markdown, parameter)
        let lines = filled.split(whereSeparator: \.isNewline).map { unmarked(OSCALMarkup.collapsed(String($0))) }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Identifiers of the parameters that are inserted.
    static func insertions(_ markdown: String) -> [String] {
        var found: [String] = []
        _ = inserting(markdown) {
            found.append($0)
            return ""
        }
        return found
    }

    /// Fragments that links point at, without their hash: `[…](#id)`.
    static func fragments(_ markdown: String) -> [String] {
        markdown.split(separator: "](#").dropFirst().map { String($0.prefix { $0 != ")" && $0 != " " }) }
    }

    private static func inserting(_ markdown: String, _ parameter: (String) -> String) -> String {
        guard markdown.utf8.contains(UInt8(ascii: "{")) else { return markdown }
        var result = ""
        var rest = markdown[...]
        while let start = rest.firstRange(of: "{{") {
            guard let end = rest[start.upperBound...].firstRange(of: "}}") else { break }
            let words = rest[start.upperBound..<end.lowerBound].split { ": ,".contains($0) }
            result += rest[..<start.lowerBound]
            if words.count == 3 && words[0] == "insert" {
                result += words[1] == "param" ? escaped(parameter(String(words[2]))) : ""
            } else {
                result += rest[start.lowerBound..<end.upperBound]
            }
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    private static func unmarked(_ line: String) -> String {
        guard line.utf8.contains(where: { markup.contains($0) }) else { return line }
        var text = ""
        var rest = line[...]
        while let character = rest.popFirst() {
            switch character {
            case "\\": text.append(rest.popFirst() ?? "\\")
            case "*", "`": continue
            case "[":
                if let middle = rest.firstRange(of: "]("), let end = rest[middle.upperBound...].firstIndex(of: ")"),
                    !rest[..<middle.lowerBound].contains("[")
                {
                    text += unmarked(String(rest[..<middle.lowerBound]))
                    rest = rest[rest.index(after: end)...]
                } else {
                    text.append(character)
                }
            default: text.append(character)
            }
        }
        return text
    }
}
