/// The name of an evidence table: the vocabulary in which every check is written.
///
/// `EvidenceSchema` says what a row of each table is and describes its columns.
public enum Table: String, CaseIterable, Sendable, Hashable, Codable, Comparable {
    case artifact
    case agent
    case permission
    case tool
    case mcpServer = "mcp_server"
    case credential
    case approval
    case trigger
    case delegation
    case memory
    case sandbox
    case egress
    case telemetry
    case budget
    case model
    case guardrail
    case instruction
    case hook
    case component
    case dataSource = "data_source"
    case setting
    case statement
    case action
    case actionLog = "action_log"
    case externalFinding = "external_finding"
    case coverage

    /// Tables compare by name, so that whatever is sorted by table is sorted the same everywhere.
    public static func < (left: Table, right: Table) -> Bool { left.rawValue < right.rawValue }
}
