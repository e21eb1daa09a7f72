/// A value of a configuration file that knows where it stands.
public struct Node: Sendable, Hashable {
    /// What a node can be.
    public enum Content: Sendable, Hashable {
        case object([Member])
        case array([Node])
        case string(String)
        case integer(Int)
        case real(Double)
        case boolean(Bool)
        case null
    }

    /// The value.
    public let content: Content
    /// Where the value begins.
    public let position: Position

    /// A value at a place.
    public init(_ content: Content, at position: Position) {
        self.content = content
        self.position = position
    }

    /// The members, when the node is an object; otherwise none.
    public var members: [Member] {
        if case .object(let members) = content { members } else { [] }
    }

    /// The elements, when the node is an array; otherwise none.
    public var elements: [Node] {
        if case .array(let elements) = content { elements } else { [] }
    }

    /// The text, when the node is a string.
    public var string: String? {
        if case .string(let string) = content { string } else { nil }
    }

    /// The integer, when the node is one.
    ///
    /// Like its neighbours kept out of line: the optimizer of Swift 6.3 fails where two of their kind are inlined.
    @inline(never)
    public var integer: Int? {
        if case .integer(let integer) = content { integer } else { nil }
    }

    /// The number, when the node is one.
    @inline(never)
    public var number: Double? {
        // One case at a time: the optimizer of Swift 6.3 fails on a switch over both when it is inlined.
        if case .real(let real) = content { return real }
        return integer.map(Double.init)
    }

    /// The truth value, when the node is one.
    @inline(never)
    public var boolean: Bool? {
        if case .boolean(let boolean) = content { boolean } else { nil }
    }

    /// Whether the node is an object.
    @inline(never)
    public var isObject: Bool {
        if case .object = content { true } else { false }
    }

    /// Whether the node is an array.
    @inline(never)
    public var isArray: Bool {
        if case .array = content { true } else { false }
    }

    /// The value of a key; of a key written twice, the last, as `JSON.parse` and the products take it.
    public subscript(key: String) -> Node? {
        members.last { $0.key == key }?.value
    }

    /// The value at the end of a path of keys.
    public subscript(path path: [String]) -> Node? {
        path.reduce(self as Node?) { $0?[$1] }
    }
}

/// A key and its value.
public struct Member: Sendable, Hashable {
    /// The key.
    public let key: String
    /// Where the key begins.
    public let keyPosition: Position
    /// The value.
    public let value: Node

    /// A key and its value.
    public init(key: String, keyPosition: Position, value: Node) {
        self.key = key
        self.keyPosition = keyPosition
        self.value = value
    }
}
