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
        blocks(inserting(markdown, parameter)).map { unmarked(undecorated(OSCALMarkup.collapsed($0))) }
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// A heading as its text, an item of a list with the one mark that we use.
    private static func undecorated(_ line: String) -> String {
        if line.hasPrefix("* ") { return "-" + line.dropFirst() }
        let rest = line.drop { $0 == "#" }
        return line.hasPrefix("#") && rest.hasPrefix(" ") ? String(rest.dropFirst()) : line
    }

    /// Paragraphs, items of lists and rows of tables, lines that only go on put together (CommonMark §6.8).
    private static func blocks(_ markdown: String) -> [String] {
        guard markdown.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return [markdown] }
        var blocks: [String] = []
        var goesOn = false
        for line in markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let text = line.drop { $0 == " " || $0 == "\t" }
            if goesOn && !text.isEmpty && !beginsBlock(text) {
                blocks[blocks.count - 1] += " " + text
            } else {
                blocks.append(String(text))
            }
            goesOn = !text.isEmpty && !text.hasPrefix("#")
        }
        return blocks
    }

    private static func beginsBlock(_ line: Substring) -> Bool {
        if ["- ", "* ", "+ ", "|", "#", ">"].contains(where: line.hasPrefix) { return true }
        let number = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(number.count)
        return !number.isEmpty && number.count < 10 && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
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
