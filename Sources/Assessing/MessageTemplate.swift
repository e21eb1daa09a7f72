internal import Compliance

/// A message with columns in braces: `"{name}" is reached at {url}`.
struct MessageTemplate {
    private enum Part {
        case text(String)
        case column(String)
    }

    private let parts: [Part]

    init(_ template: String) {
        var parts: [Part] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(.text(String(rest[..<open])))
            parts.append(.column(String(rest[rest.index(after: open)..<close])))
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
            case .column(let column): row[column].description
            }
        }.joined()
    }
}
