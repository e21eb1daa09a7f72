/// A text that identifies one kind of thing and cannot be confused with the identifier of another.
public protocol Identifier: RawRepresentable, Sendable, Hashable, Comparable, Codable, CustomStringConvertible
where RawValue == String {
    /// An identifier from its text; any text is one.
    init(_ rawValue: String)
}

extension Identifier {
    /// An identifier from its text.
    public init(rawValue: String) { self.init(rawValue) }
    /// The identifier as it is printed.
    public var description: String { rawValue }
    /// Identifiers compare by their text, numbers in them by value: `asi02.m2` comes before `asi02.m10`.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue.precedesNaturally(right.rawValue) }
}

/// Identifier of an agent: product and folder, for example `claude-code@services/api`.
public struct AgentID: Identifier {
    /// The identifier as it is printed.
    public let rawValue: String
    /// An identifier from its text.
    public init(_ rawValue: String) { self.rawValue = rawValue }
    /// The folder that the agent works in, as the identifier names it: `services/api`.
    public var folder: String { String(rawValue.drop { $0 != "@" }.dropFirst().prefix { $0 != "#" }) }
}

/// Identifier of a framework with its edition, for example `owasp-asi-2026`.
public struct FrameworkID: Identifier {
    /// The identifier as it is printed.
    public let rawValue: String
    /// An identifier from its text.
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Identifier of a framework's item: `<framework>/<id as published, lower case>`.
public struct ControlID: Identifier {
    /// The identifier as it is printed.
    public let rawValue: String
    /// An identifier from its text.
    public init(_ rawValue: String) { self.rawValue = rawValue }
    /// An item of a framework.
    public init(_ framework: FrameworkID, _ item: String) { rawValue = "\(framework.rawValue)/\(item)" }
    /// The framework.
    public var framework: FrameworkID { FrameworkID(String(rawValue[..<slash])) }
    /// The identifier within its framework.
    public var item: String { String(rawValue[slash...].dropFirst()) }
    private var slash: String.Index { rawValue.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rawValue.endIndex }
}

/// Identifier of a mapping between two frameworks, for example `owasp-asi-2026--csa-maestro-1`.
public struct MappingID: Identifier {
    /// The identifier as it is printed.
    public let rawValue: String
    /// An identifier from its text.
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Identifier of a profile, for example `high-autonomy`.
public struct ProfileID: Identifier {
    /// The identifier as it is printed.
    public let rawValue: String
    /// An identifier from its text.
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Identifier of a check: the path of its file, for example `mcp/transport-encrypted`.
public struct CheckID: Identifier {
    /// The identifier as it is printed.
    public let rawValue: String
    /// An identifier from its text.
    public init(_ rawValue: String) { self.rawValue = rawValue }
    /// The area: the folder of the check's file.
    public var area: String { String(rawValue.prefix { $0 != "/" }) }
}

/// Identifier of a gap, stable from run to run, for example `G-3F2A91C04D`.
public struct GapID: Identifier {
    /// The identifier as it is printed.
    public let rawValue: String
    /// An identifier from its text.
    public init(_ rawValue: String) { self.rawValue = rawValue }
}
