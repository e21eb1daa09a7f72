/// One thing that another scanner reports.
struct ScannerFinding: Sendable, Hashable {
    var scanner: String
    var version: String?
    var rule: String
    /// In the words of the column `external_finding.severity`.
    var severity: String?
    var message: String
    /// The path as the report has it; nil when it names none.
    var path: String?
    var line: Int?
    var column: Int?
    var isSuppressed = false
    var suppression: String?

    /// Severity in our words of a scanner's.
    static func severity(_ word: String) -> String? {
        switch word.lowercased() {
        case "critical", "blocker": "critical"
        case "high", "error", "major", "severe": "high"
        case "medium", "moderate", "warning", "warn": "medium"
        case "low", "minor", "note": "low"
        case "info", "informational", "none", "unknown": "info"
        default: nil
        }
    }
}
