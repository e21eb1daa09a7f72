/// A statement as somebody writes it, before it is read as evidence.
public struct StatementDraft: Sendable, Hashable {
    /// The fields in the order in which files have them.
    public static let fields = [
        "agent", "control", "check", "claim", "method", "by", "role", "stated_on", "expires_on", "document",
        "document_sha256",
    ]
    /// What a person has to fill in for it to be a statement.
    public static let required = ["claim", "method", "by", "role", "stated_on", "expires_on"]

    /// What stands in the fields; what is empty is left out.
    public let values: [String: String]

    /// A draft; values are trimmed, and empty ones left out.
    public init(_ values: [String: String]) {
        self.values = values.mapValues(\.trimmed).filter { !$0.value.isEmpty }
    }

    /// Whether nobody has filled anything in: it states nothing.
    public var isBlank: Bool { !(Self.required + ["document"]).contains { values[$0] != nil } }

    /// The fields that are still to be filled in.
    public var missing: [String] { Self.required.filter { values[$0] == nil } }

    /// An entry of `statements:` in a statements file.
    public var yaml: String {
        let order = ["claim"] + Self.fields.filter { $0 != "claim" }
        let lines = order.compactMap { field in values[field].map { "\(field): \(Self.quoted($0))" } }
        return lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 + "\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        "'\(SafeText.line(text).replacing("'", with: "''"))'"
    }
}
