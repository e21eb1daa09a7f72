/// A value of a check that a profile may set: a longest time, a largest number.
///
/// Expressions refer to it as `:name`, titles, messages, rationales and remediations as `{:name}`. An expression gets it
/// as a literal of its type, never as text, so that no value can change what the expression says.
public struct CheckParameter: Sendable, Hashable {
    /// What kind of value it is.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case number, text
    }

    /// Name: lower-case letters, digits and underscores.
    public let name: String
    /// What it is, in a few words.
    public let label: String
    /// What it is counted in.
    public let unit: String?
    /// What kind of value it is.
    public let kind: Kind
    /// The value that the check's file gives.
    public let standard: Value
    /// The value in force.
    public let value: Value
    /// The value in force as a SQL literal.
    let literal: String

    /// A parameter with the value that the check's file gives.
    ///
    /// - Throws: `SQLProblem` for a value that is not of the kind, or has no literal that all engines read alike.
    public init(name: String, label: String, unit: String?, kind: Kind, value: Value) throws(SQLProblem) {
        try self.init(name: name, label: label, unit: unit, kind: kind, standard: value, value: value)
    }

    private init(
        name: String, label: String, unit: String?, kind: Kind, standard: Value, value: Value
    ) throws(SQLProblem) {
        switch (kind, value) {
        case (.number, .integer), (.number, .real), (.text, .text): break
        default: throw SQLProblem("expected \(name) to be a \(kind.rawValue), not \(value.description)")
        }
        self.name = name
        self.label = label
        self.unit = unit
        self.kind = kind
        self.standard = standard
        self.value = value
        literal = try SQLLiteral.text(of: value)
    }

    /// The parameter with another value in force.
    ///
    /// - Throws: `SQLProblem` for a value that is not of the kind, or has no literal that all engines read alike.
    public func setting(_ value: Value) throws(SQLProblem) -> CheckParameter {
        try CheckParameter(name: name, label: label, unit: unit, kind: kind, standard: standard, value: value)
    }

    /// The value in force with its unit: `24 hours`.
    public var words: String { Self.words(value, unit) }

    /// A value with a unit.
    private static func words(_ value: Value, _ unit: String?) -> String {
        value.description + (unit.map { " \($0)" } ?? "")
    }

    /// Whether a text can be the name of a parameter.
    public static func isName(_ text: String) -> Bool { ParameterText.isName(text) }
}

extension [CheckParameter] {
    /// The parameter with a name.
    func named(_ name: String) -> CheckParameter? { first { $0.name == name } }

    /// A SQL expression with the literals of the parameters in it.
    func filled(sql: String) -> String {
        guard !isEmpty else { return sql }
        return ParameterText.text(ParameterText.pieces(ofSQL: sql), { named($0)?.literal }, unknown: { ":" + $0 })
    }

    /// A text for people with the values of the parameters in it.
    func filled(prose: String) -> String {
        guard !isEmpty else { return prose }
        return ParameterText.text(
            ParameterText.pieces(ofProse: prose), { named($0)?.value.description }, unknown: { "{:\($0)}" })
    }
}
