internal import Compliance
internal import Hashing

/// The identifiers of a SARIF log: name-based, the same from run to run.
struct SARIFNames {
    private let space = UUIDv5(
        namespace: UUIDv5(namespace: "6ba7b811-9dad-11d1-80b4-00c04fd430c8").uuid(
            "https://surety-tool.org/ns/sarif/1.0"))

    /// The identifier of a framework as a taxonomy.
    func taxonomy(_ framework: FrameworkID) -> String { space.uuid("taxonomy\u{1F}" + framework.rawValue) }

    /// What makes a finding the same finding in the next run: not its line, which moves, nor its words.
    func fingerprint(_ parts: [String]) -> String {
        String(SHA256.hex(parts.joined(separator: "\u{1F}")).prefix(16))
    }
}

/// What is open for another reason than a failing check; each is a rule of the log.
enum SARIFCause: String, CaseIterable {
    case unreadEvidence = "surety/unread-evidence"
    case contradictedStatement = "surety/contradicted-statement"
    case invalidStatement = "surety/invalid-statement"
    case missingStatement = "surety/missing-statement"

    init?(_ cause: Gap.Cause) {
        switch cause {
        case .failingCheck, .unstatedValue: return nil
        case .unreadEvidence: self = .unreadEvidence
        case .contradictedStatement: self = .contradictedStatement
        case .invalidStatement: self = .invalidStatement
        case .missingStatement: self = .missingStatement
        }
    }

    var title: String {
        switch self {
        case .unreadEvidence: "Evidence can be read"
        case .contradictedStatement: "The evidence does not contradict a statement"
        case .invalidStatement: "A statement counts"
        case .missingStatement: "A person states what configuration cannot show"
        }
    }

    var explanation: String {
        switch self {
        case .unreadEvidence: "What could not be read shows nothing: the items that rest on it are not assessed."
        case .contradictedStatement: "The collected evidence says otherwise than a person states; both cannot be true."
        case .invalidStatement: "A statement that expired, or whose document changed, does not count."
        case .missingStatement: "Only a person can show the item, and nobody has; it is neither met nor failed."
        }
    }

    /// SARIF 2.1.0 §3.27.9: whether it is a failure, a question to a person, or not known.
    var kind: SARIFResult.Kind {
        switch self {
        case .unreadEvidence: .open
        case .contradictedStatement: .fail
        case .invalidStatement, .missingStatement: .review
        }
    }

    var severity: Severity { self == .contradictedStatement || self == .unreadEvidence ? .high : .info }
}
