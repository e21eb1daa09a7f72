/// An element of an XML document, with the place at which it begins.
public struct XMLElement: Sendable {
    /// Its name, with the prefix as it is written.
    public let name: String
    /// Its attributes, in order.
    public let attributes: [XMLAttribute]
    /// Its children, in order.
    public let children: [XMLElement]
    /// Its own text, that of its children left out.
    public let text: String
    /// Line on which it begins, from 1.
    public let line: Int
    /// Column at which it begins, from 1, in Unicode scalars.
    public let column: Int
}

/// An attribute, with the place of its value.
public struct XMLAttribute: Sendable {
    /// Its name, with the prefix as it is written.
    public let name: String
    /// Its value.
    public let value: String
    /// Line of the value's quote, from 1.
    public let line: Int
    /// Column of the value's quote, from 1, in Unicode scalars.
    public let column: Int
}

/// Why an XML document cannot be read.
public struct XMLProblem: Error, CustomStringConvertible {
    /// The cause, in words.
    public let description: String
    /// The line, from 1; 0 when it cannot be told.
    public let line: Int
    /// What kind of problem it is.
    public let kind: Kind

    /// Kinds of problems.
    public enum Kind: Sendable {
        /// It is not well-formed.
        case syntax
        /// It holds what is refused.
        case forbidden
        /// It is larger than what is read.
        case limit
    }
}
