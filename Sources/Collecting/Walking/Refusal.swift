internal import Documents

extension Diagnostic {
    /// A file that cannot or must not be opened, with the cause in words.
    static func refusal(_ message: String) -> Diagnostic { Diagnostic(.forbidden, message, at: nil) }
}
