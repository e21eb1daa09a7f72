internal import Compliance
internal import Documents

/// What one file says of one identity.
struct IdentityRecord {
    /// What the issuer calls it; identities of one short name are told apart by the others.
    let name: String
    /// Names that are its own anywhere: ARN, address, identifier; in lower case.
    var names: Set<String> = []
    /// Values by the columns of `identity`.
    var columns: [String: Value] = [:]
    /// Agents, applications and people that use it, as the file names them.
    var users: [String] = []
    /// False for an account that may be a person's: it counts only where an agent acts by it.
    var isNonHuman = true
    /// Where it is described.
    let file: SourceFile
    let position: Position
    var pointer = ""

    /// The short name as it is compared.
    var key: String { name.lowercased() }

    /// Puts in what follows from the rest.
    mutating func complete() {
        if columns["standing"] == nil, let keys = columns["keys"]?.integer {
            let isGivenOut = ["federated", "managed"].contains(columns["authentication"]?.text)
            if keys > 0 { columns["standing"] = "standing" } else if isGivenOut { columns["standing"] = "just-in-time" }
        }
    }
}

/// Texts of a register made fit to be evidence: of one line, bounded, without secrets.
enum IdentityText {
    private static let longest = 200

    /// The text; nil for an empty one.
    static func plain(_ text: String) -> String? {
        let line = text.prefix(longest * 4).unicodeScalars.map { scalar in
            [.control, .format].contains(scalar.properties.generalCategory) ? " " : Character(scalar)
        }
        let clean = Redaction.redact(String(line).trimmed { $0 == " " })
        guard !clean.isEmpty else { return nil }
        return clean.count > longest ? String(clean.prefix(longest)) + "…" : clean
    }
}
