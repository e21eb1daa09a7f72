/// Something to say about a file: what is wrong, and where.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of trouble it is.
    public enum Kind: String, Sendable, Hashable {
        /// The text is not in the format: truncated, a stray character, a merge-conflict marker.
        case syntax
        /// The bytes are not text: invalid UTF-8, an odd number of UTF-16 bytes.
        case encoding
        /// A bound is exceeded: size, depth, number of aliases.
        case limit
        /// The format allows it, the program refuses it: a DOCTYPE, an entity.
        case forbidden
        /// The text can be read, but not everything in it counts: a key written twice.
        case duplicateKey
    }

    /// What kind of trouble it is.
    public let kind: Kind
    /// What is wrong, in one sentence without the place.
    public let message: String
    /// Where, when it can be told.
    public let position: Position?
    /// The key that is written twice, when that is the trouble.
    public let key: String?

    /// A diagnostic.
    public init(_ kind: Kind, _ message: String, at position: Position?, key: String? = nil) {
        self.kind = kind
        self.message = message
        self.position = position
        self.key = key
    }

    /// The message with its place: `line 3, column 7: expected a comma`.
    public var description: String {
        guard let position else { return message }
        return "line \(position.line), column \(position.column): \(message)"
    }
}
