/// A record of a file of comma-separated values, with the places of its fields.
public struct CSVRecord: Sendable, Hashable {
    /// A field: its text without quotes, and where it begins.
    public struct Field: Sendable, Hashable {
        /// The text, quotes taken off and doubled quotes made single.
        public let text: String
        /// Where it begins.
        public let position: Position

        /// A field at a place.
        public init(text: String, position: Position) {
            self.text = text
            self.position = position
        }
    }

    /// The fields, in order.
    public let fields: [Field]

    /// The line on which it begins.
    public var line: Int { fields.first?.position.line ?? 1 }

    /// Reads a file as RFC 4180 defines it; a line may end in LF alone, as most programs write it.
    ///
    /// Empty lines are left out. The header is a record like the others.
    ///
    /// - Throws: `Diagnostic` for a quote out of place, a lone CR, and records of different lengths.
    public static func read(_ bytes: [UInt8], limits: Limits = .standard) throws(Diagnostic) -> [CSVRecord] {
        var parser = CSVParser(try Source(bytes, limits: limits), limits: limits)
        return try parser.parse()
    }
}
