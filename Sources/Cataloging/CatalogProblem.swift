public import Documents

/// What is wrong with a catalog file, and where.
public struct CatalogProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file.
    public let path: String
    /// The place in it.
    public let position: Position
    /// What was expected, in one sentence.
    public let message: String

    /// File, place and message: `checks/mcp/x.yaml:3:1: expected …`.
    public var description: String { "\(path):\(position.line):\(position.column): \(message)" }
}

/// All problems of all files that were loaded together.
public struct CatalogProblems: Error, Sendable, CustomStringConvertible {
    /// The problems, by file and place.
    public let problems: [CatalogProblem]

    /// One line for each problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
