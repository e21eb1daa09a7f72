/// Why nothing could be collected from a path.
public struct CollectionError: Error, CustomStringConvertible {
    /// The cause, in words.
    public let description: String
}
