extension StringProtocol {
    /// The text without the characters at its ends that are to go.
    public func trimmed(while isTrimmed: (Character) -> Bool = \.isWhitespace) -> String {
        var rest = drop(while: isTrimmed)
        while let last = rest.last, isTrimmed(last) { rest = rest.dropLast() }
        return String(rest)
    }
}
