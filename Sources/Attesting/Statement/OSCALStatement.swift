internal import Hashing

/// A statement about one OSCAL document in JSON, as compliance-trestle signs and verifies them.
///
/// `trestle verify` (<https://github.com/oscal-compass/compliance-trestle>, `trestle/core/signing.py`) takes a DSSE
/// envelope with one subject, the file's name, whose digest is over the document's canonical JSON (RFC 8785).
public enum OSCALStatement {
    private static let predicateType =
        "https://oscal-compass.github.io/compliance-trestle/predicates/oscal-signing/v1"
    private static let models = [
        "assessment-plan", "assessment-results", "catalog", "component-definition", "mapping-collection",
        "plan-of-action-and-milestones", "profile", "system-security-plan",
    ]

    /// Whether a file is an OSCAL document in JSON: its first key is a model's name.
    public static func isFor(_ name: String, _ bytes: [UInt8]) -> Bool {
        guard name.hasSuffix(".json") else { return false }
        let parts = String(decoding: bytes.prefix(64), as: UTF8.self).split(separator: "\"", maxSplits: 2)
        guard parts.count == 3, parts[0].filter({ !$0.isWhitespace }) == "{" else { return false }
        return models.contains(String(parts[1]))
    }

    /// What is signed.
    public static func payload(about document: JSONValue, named name: String) -> [UInt8] {
        let statement: JSONValue = [
            "_type": .string(InTotoStatement.type),
            "subject": [["name": .string(name), "digest": ["sha256": .string(SHA256.hex(document.canonical))]]],
            "predicateType": .string(predicateType),
            "predicate": [
                "canonicalization": "RFC8785", "digestAlgorithm": "sha256", "digestSource": "canonical-json",
                "tool": "surety",
            ],
        ]
        return statement.canonical
    }
}
