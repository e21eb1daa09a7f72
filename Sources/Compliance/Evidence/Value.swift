/// The value of one evidence column.
///
/// `null` means *not known*; a known absence is a value.
public enum Value: Sendable, Hashable {
    case null
    case text(String)
    case integer(Int)
    case real(Double)
    case boolean(Bool)

    /// The text, when the value is one.
    public var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The integer, when the value is one.
    public var integer: Int? {
        if case .integer(let integer) = self { integer } else { nil }
    }

    /// The truth value, when the value is one.
    public var boolean: Bool? {
        if case .boolean(let boolean) = self { boolean } else { nil }
    }

    /// The value as a report prints it; `not known` for null.
    public var description: String {
        switch self {
        case .null: "not known"
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .real(let real): String(real)
        case .boolean(let boolean): boolean ? "true" : "false"
        }
    }

    /// The text as a value, or null for none.
    public init(_ text: String?) {
        self = text.map(Value.text) ?? .null
    }

    /// The integer as a value, or null for none.
    public init(_ integer: Int?) {
        self = integer.map(Value.integer) ?? .null
    }

    /// The truth value as a value, or null for none.
    public init(_ boolean: Bool?) {
        self = boolean.map(Value.boolean) ?? .null
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    /// A text.
    public init(stringLiteral text: String) { self = .text(text) }
    /// An integer.
    public init(integerLiteral integer: Int) { self = .integer(integer) }
    /// A truth value.
    public init(booleanLiteral boolean: Bool) { self = .boolean(boolean) }
    /// Not known.
    public init(nilLiteral: ()) { self = .null }
}
