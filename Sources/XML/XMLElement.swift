/// An element of an XML document, with the line on which it begins.
public struct XMLElement: Sendable {
    /// Its name, with the prefix as it is written.
    public let name: String
    /// Its attributes, in order.
    public let attributes: [(name: String, value: String)]
    /// Its children, in order.
    public let children: [XMLElement]
    /// Its own text, that of its children left out.
    public let text: String
    /// Line on which it begins, from 1.
    public let line: Int
}

/// Why an XML document cannot be read.
public struct XMLProblem: Error, CustomStringConvertible {
    /// The cause, in words.
    public let description: String
    /// The line, from 1; 0 when it cannot be told.
    public let line: Int
    /// Whether the document is refused for what it may not hold, rather than for its syntax.
    public let isForbidden: Bool
}
