extension Check {
    /// The check with other values of its parameters in force.
    public func setting(_ parameters: [CheckParameter]) -> Check {
        Check(
            id: id, title: written.title, method: method, severity: severity, subject: subject, when: written.when,
            assert: written.assert, message: message, mappings: mappings, rationale: written.rationale,
            remediation: written.remediation, references: references, examples: examples, parameters: parameters,
            weights: weights, saidBy: saidBy, products: products)
    }

    /// The check with another condition or assertion or other weights, and all else as it is.
    public func replacing(when: String? = nil, assert: String? = nil, weights: [CheckWeight]? = nil) -> Check {
        Check(
            id: id, title: written.title, method: method, severity: severity, subject: subject,
            when: when ?? written.when, assert: assert ?? written.assert, message: message, mappings: mappings,
            rationale: written.rationale, remediation: written.remediation, references: references,
            examples: examples, parameters: parameters, weights: weights ?? self.weights, saidBy: saidBy,
            products: products)
    }

    /// Whether a parameter has another value than the check's file gives it.
    public var isTailored: Bool { parameters.contains { $0.value != $0.standard } }

    /// The parameter with a name.
    public func parameter(_ name: String) -> CheckParameter? { parameters.named(name) }

    /// Names of parameters that the expressions refer to.
    public var parametersInExpressions: Set<String> {
        Set([written.when, written.assert].compactMap(\.self).flatMap { Self.names(ParameterText.pieces(ofSQL: $0)) })
    }

    /// Names of parameters that a text for people refers to.
    public static func parameters(inProse prose: String) -> [String] { names(ParameterText.pieces(ofProse: prose)) }

    /// Names of parameters that a SQL expression refers to.
    public static func parameters(inSQL sql: String) -> [String] { names(ParameterText.pieces(ofSQL: sql)) }

    private static func names(_ pieces: [ParameterText.Piece]) -> [String] {
        pieces.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }
}
