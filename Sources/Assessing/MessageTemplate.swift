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
    func filled(from row: Row) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .column(let column): Self.words(row[column])
            }
        }.joined()
    }

    /// A value as people write it: whole numbers without a fraction.
    private static func words(_ value: Value) -> String {
        if case .real(let real) = value, let whole = Int(exactly: real) { return String(whole) }
        return value.description
    }
}
