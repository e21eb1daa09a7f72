internal import Compliance

/// A message with columns in braces, parameters with a colon: `"{name}" lives longer than {:ttl_hours} hours`.
struct MessageTemplate {
    private enum Part {
        case text(String)
        case column(String)
    }

    private let parts: [Part]

    /// Reads a message.
    ///
    /// Values of parameters are text from here on: braces in them name no column.
    init(_ template: String, _ parameters: [CheckParameter] = []) {
        var parts: [Part] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(.text(String(rest[..<open])))
            let name = rest[rest.index(after: open)..<close]
            let parameter = parameters.first { ":" + $0.name == name }
            parts.append(parameter.map { .text($0.value.description) } ?? .column(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.text(String(rest)))
        self.parts = parts
    }

    /// The columns that the message names.
    var columns: [String] {
        parts.compactMap { if case .column(let column) = $0 { column } else { nil } }
    }

    /// The message with the facts of a row in it.
    ///
    /// The agent itself is `main` in the tables and "the agent" in a sentence, without the quotes that names have.
    func filled(from row: Row) -> String {
        var message = ""
        var isQuoted = false
        for part in parts {
            switch part {
            case .text(let text):
                message += isQuoted && text.utf8.first == UInt8(ascii: "\"") ? text.dropFirst() : text[...]
                isQuoted = false
            case .column("actor") where row["actor"] == "main":
                isQuoted = message.utf8.last == UInt8(ascii: "\"")
                if isQuoted { message.removeLast() }
                message += Self.agent
            case .column(let column): message += ValueWords.text(row, column)
            }
        }
        return message
    }

    private static let agent = "the agent"
}
