internal import Documents

/// Comma-separated values (RFC 4180), with semicolons or tabs where the header has them.
enum SeparatedValues {
    /// A row and the line on which it begins.
    struct Row {
        let cells: [String]
        let line: Int
    }

    /// The rows, blank ones left out; white space around cells does not count.
    ///
    /// - Throws: `Diagnostic` for a quote that does not end, and for bytes that are no text.
    static func rows(_ bytes: [UInt8]) throws(Diagnostic) -> [Row] {
        guard bytes.count <= Limits.standard.bytes else {
            throw Diagnostic(.limit, "the file has \(bytes.count) bytes", at: nil)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(.encoding, "the file is not UTF-8", at: nil)
        }
        var parser = Parser(text: Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" }))
        return try parser.rows()
    }

    private struct Parser {
        let text: [Unicode.Scalar]
        var next = 0
        var line = 1

        mutating func rows() throws(Diagnostic) -> [Row] {
            let header = text.prefix { $0 != "\n" && $0 != "\r" }
            let separator = [",", ";", "\t"].max { left, right in
                header.count { $0 == left } < header.count { $0 == right }
            }
            var rows: [Row] = []
            while next < text.count {
                let first = line
                let cells = try row(separator ?? ",")
                if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(cells: cells, line: first)) }
            }
            return rows
        }

        private mutating func row(_ separator: Unicode.Scalar) throws(Diagnostic) -> [String] {
            var cells: [String] = []
            var cell = String.UnicodeScalarView()
            while next < text.count {
                let scalar = text[next]
                next += 1
                switch scalar {
                case separator:
                    cells.append(trimmed(cell))
                    cell = String.UnicodeScalarView()
                case "\"" where cell.allSatisfy { $0 == " " }: cell = try quoted()
                case "\r" where next < text.count && text[next] == "\n": continue
                case "\n", "\r":
                    line += 1
                    return cells + [trimmed(cell)]
                default: cell.append(scalar)
                }
            }
            return cells + [trimmed(cell)]
        }

        private mutating func quoted() throws(Diagnostic) -> String.UnicodeScalarView {
            let first = line
            var cell = String.UnicodeScalarView()
            while next < text.count {
                let scalar = text[next]
                next += 1
                if scalar == "\"" {
                    guard next < text.count, text[next] == "\"" else { return cell }
                    next += 1
                } else if scalar == "\n" {
                    line += 1
                }
                cell.append(scalar)
            }
            throw Diagnostic(.syntax, "a quote does not end", at: Position(line: first, column: 1))
        }

        private func trimmed(_ cell: String.UnicodeScalarView) -> String { OSCALMarkup.tidied(String(cell)) }
    }
}
