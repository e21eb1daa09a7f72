internal import Compliance

extension Table {
    /// What a table holds of an agent, in words for people who do not know the tables.
    var content: String {
        switch self {
        case .artifact: "its files"
        case .agent: "who it is"
        case .permission: "what it may do without asking"
        case .tool: "its tools"
        case .mcpServer: "its MCP servers"
        case .credential: "its credentials"
        case .identity: "what registers say of the identities it acts by"
        case .approval: "when a person is asked"
        case .trigger: "what starts it, and who may"
        case .delegation: "which agents it hands work to"
        case .memory: "what it remembers"
        case .sandbox: "how its commands are isolated"
        case .egress: "where it may connect"
        case .telemetry: "what records are kept of it"
        case .budget: "the limits of its turns, time and cost"
        case .model: "the models it calls"
        case .guardrail: "filters on what goes in and out"
        case .instruction: "its instructions"
        case .hook: "code that runs on its events"
        case .component: "plug-ins and packages it loads"
        case .dataSource: "the data it reads"
        case .setting: "its other settings"
        case .statement: "what people state of it"
        case .action: "what it did (logs of actions)"
        case .actionLog: "the logs of its actions"
        case .externalFinding: "what other tools found of it"
        case .coverage: "what could be seen of it"
        }
    }

    /// Who can tell a value of this table that the files do not.
    var respondent: String {
        switch self {
        case .credential: "whoever issues the credential"
        case .identity: "whoever administers the identity"
        case .mcpServer: "whoever runs the server"
        case .telemetry, .memory, .action, .actionLog: "whoever runs the product and keeps its records"
        case .delegation: "the owners of both agents"
        case .hook: "the author of the script"
        case .component: "whoever maintains the component"
        case .instruction: "the author of the instruction"
        case .dataSource: "the owner of the data"
        default: "the agent's owner"
        }
    }
}
