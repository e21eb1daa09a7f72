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
    case identity
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

    /// Every row looks up its columns by its table: the letters of a name are too much to hash for that.
    public func hash(into hasher: inout Hasher) { hasher.combine(position) }
}

extension Table {
    /// Place in the list of all tables.
    var position: Int {
        switch self {
        case .artifact: 0
        case .agent: 1
        case .permission: 2
        case .tool: 3
        case .mcpServer: 4
        case .credential: 5
        case .approval: 6
        case .trigger: 7
        case .delegation: 8
        case .memory: 9
        case .sandbox: 10
        case .egress: 11
        case .telemetry: 12
        case .budget: 13
        case .model: 14
        case .guardrail: 15
        case .instruction: 16
        case .hook: 17
        case .component: 18
        case .dataSource: 19
        case .setting: 20
        case .statement: 21
        case .action: 22
        case .actionLog: 23
        case .externalFinding: 24
        case .coverage: 25
        case .identity: 26
        }
    }
}
