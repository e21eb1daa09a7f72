internal import Compliance

/// A file as the `artifact` table has it.
struct ArtifactRecord: Hashable {
    let path: String
    let sha256: String?
    let bytes: Int?
    let kind: String
    let status: String
    let reason: String?

    init(_ row: Row) {
        path = row["path"].text ?? ""
        sha256 = row["sha256"].text
        bytes = row["bytes"].integer
        kind = row["kind"].text ?? ""
        status = row["status"].text ?? ""
        reason = row["reason"].text
    }

    /// Whether only parts of it were read.
    var isInPart: Bool { status == "read" && reason != nil }

    /// What became of it, in words.
    var outcome: String { isInPart ? "read in part" : status }

    /// The files of an assessment sorted by path; a file that serves several agents is listed once.
    static func all(in evidence: Evidence) -> [ArtifactRecord] {
        Set(evidence[.artifact].map(ArtifactRecord.init)).sorted {
            ($0.path, $0.status, $0.kind, $0.sha256 ?? "", $0.reason ?? "")
                < ($1.path, $1.status, $1.kind, $1.sha256 ?? "", $1.reason ?? "")
        }
    }
}
