/// A file that a statement is about, by the digest of its bytes.
public struct Subject: Sendable, Hashable {
    /// What the file is to the assessment: the first part of the subject's name.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// A report that was written.
        case report
        /// A file that was judged.
        case evidence
        /// Evidence that `surety collect` wrote: the digests of what was judged are as this file has them.
        case collected
        /// A file of accepted risks from outside the evidence.
        case waivers
        /// What other scanners report, and the file that says what their rules bear on.
        case findings
        /// What a history knew of the gaps, as it was used.
        case history
        /// The list of all files of an evidence bundle.
        case bundle
    }

    /// What the file is.
    public let role: Role
    /// Its path: beside the envelope for a report, in the assessed folder for evidence.
    public let path: String
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    public let sha256: String

    /// A subject.
    public init(_ role: Role, _ path: String, sha256: String) {
        self.role = role
        self.path = path
        self.sha256 = sha256
    }

    /// The name under which in-toto tools list it: `report/gap-analysis.md`.
    public var name: String { "\(role.rawValue)/\(path)" }

    /// A subject from its name; nil for a name of another form.
    init?(name: String, sha256: String) {
        let parts = name.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let role = Role(rawValue: String(parts[0])) else { return nil }
        self.init(role, String(parts[1]), sha256: sha256)
    }
}
