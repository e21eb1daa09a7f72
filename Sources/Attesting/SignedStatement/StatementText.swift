public import Compliance
internal import Hashing

/// The text of one statement of a person, as it is signed.
///
/// Its canonical form is the JSON object of the entry's keys that have a value, each a string as the file has it, written
/// by RFC 8785: keys sorted, no blank, UTF-8. `evidence/README.md` shows how to make it without Surety.
public struct StatementText: Sendable, Hashable {
    /// Columns of the table `statement` whose name is not that of the key.
    private static let columns = ["agent": "names_agent", "check": "check_id"]

    /// The name of the statement.
    public let name: String
    /// Who states it.
    public var claimant: String { values["by"] ?? "" }
    private let values: [String: String]

    /// The text of an entry: texts by key, other keys and empty texts left out.
    public init(_ entry: [String: String]) {
        let known = entry.filter { Statement.keys.contains($0.key) && !$0.value.isEmpty }
        let given = Statement.name(
            agent: known["agent"], control: known["control"], check: known["check"], by: known["by"])
        name = known["id"] ?? given
        // A name that follows from the entry is not written in it.
        values = known.filter { $0.key != "id" || $0.value != given }
    }

    /// The text of a row of the table `statement`.
    public init(_ row: Row) {
        self.init(
            Statement.keys.reduce(into: [:]) { entry, key in entry[key] = row[Self.columns[key] ?? key].text })
    }

    /// The canonical bytes.
    public var canonical: [UInt8] { JSONValue.object(values.mapValues(JSONValue.string)).canonical }

    /// SHA-256 of the canonical bytes.
    public var sha256: String { SHA256.hex(canonical) }

    /// The digest that it gives for its document; nil when it names none.
    public var documentSHA256: String? { values["document"] == nil ? nil : values["document_sha256"]?.lowercased() }

    /// What is signed: an in-toto Statement v1 about the text and its document, which says nothing else.
    ///
    /// - Parameter system: Name of the one system that the statement is for; nil for any.
    /// - Returns: The canonical bytes of that.
    public func payload(for system: String?) -> [UInt8] {
        var subjects: [JSONValue] = [Self.subject("statement/" + name, sha256)]
        if let documentSHA256 { subjects.append(Self.subject("document", documentSHA256)) }
        var predicate: [String: JSONValue] = ["canonicalization": "RFC8785"]
        if let system { predicate["system"] = .string(system) }
        let statement: JSONValue = [
            "_type": .string(InTotoStatement.type), "subject": .array(subjects),
            "predicateType": .string(StatementSignature.type), "predicate": .object(predicate),
        ]
        return statement.canonical
    }

    private static func subject(_ name: String, _ sha256: String) -> JSONValue {
        ["name": .string(name), "digest": ["sha256": .string(sha256)]]
    }
}
