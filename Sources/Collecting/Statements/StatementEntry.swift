internal import Compliance
internal import Documents

/// One entry of a statements file: its keys with their texts, empty ones left out, secrets removed.
public struct StatementEntry: Sendable {
    /// What an entry cannot do without.
    static let required = ["claim", "method", "by", "role", "stated_on", "expires_on"]

    /// The texts.
    public let values: [String: String]
    /// Whether a text holds what looks like a secret.
    public let holdsSecret: Bool
    /// Its line in the file, from 1.
    public let line: Int
    let node: Node

    init(_ node: Node) {
        self.node = node
        line = node.position.line
        var values: [String: String] = [:]
        var holdsSecret = false
        for key in Statement.keys {
            guard let text = node[key]?.string, !text.isEmpty else { continue }
            // A digest looks like many a secret, and is held against a file.
            values[key] = key == "document_sha256" ? text : Redaction.redact(text)
            holdsSecret = holdsSecret || values[key] != text
        }
        self.values = values
        self.holdsSecret = holdsSecret
    }

    /// The entries of a statements file that state something.
    ///
    /// - Throws: `Diagnostic` when the file cannot be read.
    public static func all(in bytes: [UInt8]) throws -> [StatementEntry] {
        (try Document(bytes, as: .yaml).root["statements"]?.elements ?? []).map(Self.init).filter { !$0.isBlank }
    }

    /// The value of a key.
    public subscript(key: String) -> String? { values[key] }

    /// The name that its signature goes by.
    public var name: String {
        self["id"]
            ?? Statement.name(agent: self["agent"], control: self["control"], check: self["check"], by: self["by"])
    }

    /// What is wrong with it, and where; nil when it can be read as a statement.
    public var problem: String? { diagnostic?.message }

    var diagnostic: Diagnostic? {
        let missing = Self.required.filter { self[$0] == nil }
        if !missing.isEmpty {
            return Diagnostic(.syntax, "a statement without \(missing.joined(separator: ", "))", at: node.position)
        }
        if !["examine", "interview"].contains(self["method"]) {
            return Diagnostic(.syntax, "method is examine or interview", at: node["method"]?.position)
        }
        if !Statement.isName(name) {
            return Diagnostic(
                .syntax, "an id has 1 to 64 letters, digits, dots, dashes and underscores", at: node["id"]?.position)
        }
        return nil
    }

    /// Whether an entry of a questionnaire was left empty: it states nothing, and nothing is wrong with it.
    var isBlank: Bool {
        ["control", "check"].contains { node[$0] != nil }
            && ["claim", "by", "role", "stated_on", "document"].allSatisfy { self[$0] == nil } && node["claim"] != nil
    }
}
