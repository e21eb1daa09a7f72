/// A place in a text: line and column, both from 1, columns in Unicode scalars.
public struct Position: Sendable, Hashable, Comparable {
    /// Line, from 1.
    public let line: Int
    /// Column, from 1, in Unicode scalars.
    public let column: Int

    /// A place.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The first character.
    public static let start = Position(line: 1, column: 1)

    /// Earlier places come first.
    public static func < (left: Position, right: Position) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
