extension Document {
    /// The bytes of a text file as UTF-8 without a byte-order mark.
    ///
    /// - Throws: `Diagnostic` for bytes that are no text.
    public static func text(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] { try Encoding.utf8(bytes) }
}
