internal import Compliance
internal import Documents

/// What a folder's files say to every agent that works in it.
struct KiroFolder {
    /// A file and what it is.
    struct Member {
        let role: KiroFile
        let file: SourceFile
    }

    let id: AgentID
    let members: [Member]

    /// The files of servers that are not part of one agent.
    var servers: [Member] { members.filter { $0.role.role == .servers } }

    /// Records the agent that there is without an agent's file: its servers, steering and hooks.
    ///
    /// What it may do unasked is chosen in the program, and stays uncovered.
    func record(into recorder: inout Recorder) {
        let own = members.filter { $0.role.role != .agent }
        guard let first = own.first else { return }
        recorder.declare(
            id, product: first.role.product.name, kind: "coding-assistant", level: first.role.level, plans: true,
            in: first.file)
        let seen: [Table] = [.mcpServer, .credential, .instruction, .hook]
        for table in seen { recorder.cover(id, table, .complete) }
        recorder.cover(
            id, .trigger, .partial, because: "hooks that a file describes are read, not what a person starts")
        for member in own {
            if member.role.role == .permissions {
                KiroRules(member: member, agent: id).record(into: &recorder)
                continue
            }
            guard member.file.refusal == nil else {
                recorder.refuse(member.file, for: id, tables: seen)
                continue
            }
            switch member.role.role {
            case .servers: record(servers: member, for: id, approval: { _ in nil }, into: &recorder)
            case .hook: KiroHooks(member: member, agent: id).record(into: &recorder)
            default:
                let isSkill = member.role.role == .skill
                let name = member.file.document?.root["name"]?.string
                InstructionText.record(
                    member.file, kind: isSkill ? "skill" : "rules",
                    name: isSkill ? name ?? member.file.path.folder.name : member.file.path.name, runsShell: false,
                    for: id, into: &recorder)
            }
        }
    }

    /// Records the servers of a file for an agent.
    func record(
        servers member: Member, for agent: AgentID, approval: (String) -> String?, into recorder: inout Recorder
    ) {
        guard let root = member.file.document?.root else {
            return recorder.refuse(member.file, for: agent, tables: [.mcpServer, .credential])
        }
        guard let servers = root["mcpServers"] else { return }
        MCPServerReader(client: member.role.product.name, dialect: .common).record(
            servers: servers, pointer: "/mcpServers", in: member.file, for: agent, approval: approval, into: &recorder)
    }
}
