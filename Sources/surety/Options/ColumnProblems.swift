internal import Documents

/// What is wrong with a file of columns, each with its place.
struct ColumnProblems: Error, CustomStringConvertible {
    private let path: String
    private var lines: [(place: Position, message: String)]

    init(_ path: String, _ lines: [(place: Position, message: String)]) {
        self.path = path
        self.lines = lines
    }

    var isEmpty: Bool { lines.isEmpty }

    mutating func add(_ message: String, _ place: Position) { lines.append((place, message)) }

    /// One line for each problem: `columns.yaml:3:5: there is no field 'sevrity'; …`.
    var description: String {
        lines.map { "\(path):\($0.place.line):\($0.place.column): \($0.message)" }.joined(separator: "\n")
    }
}
