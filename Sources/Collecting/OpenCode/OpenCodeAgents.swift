internal import Compliance
internal import Documents

/// Finds the agents among the files of opencode.
enum OpenCodeAgents {
    static func find(in files: [SourceFile]) -> [OpenCodeAgent] {
        let members = files.compactMap { file in
            OpenCodeFile(file.path).map { OpenCodeAgent.Member(role: $0, file: file) }
        }
        let groups = Dictionary(grouping: members) { $0.role.folder }
        // AGENTS.md belongs to many products: alone it shows no opencode.
        let named = groups.filter { $0.value.contains { $0.role.role != .instructions } }
        let machines = members.filter { $0.role.level == "managed" }
        let projects = named.filter {
            $0.value.contains { $0.role.level == "project" && $0.role.role != .instructions }
        }
        let users = named.filter { $0.value.contains { $0.role.level == "user" } && isHome($0.key) }
        var agents: [OpenCodeAgent] = []
        for (folder, own) in named.sorted(by: { $0.key < $1.key }) {
            let isProject = projects[folder] != nil
            let isMachine = own.allSatisfy { $0.role.level == "managed" }
            if isMachine, named.count > 1 { continue }
            // A home's files hold for the projects beside it, and then the user needs no agent of its own.
            if !isProject, users.count == 1, users[folder] != nil, !projects.isEmpty { continue }
            var joined = machines.filter { $0.role.folder != folder && folder.isInside($0.role.folder) }
            var doubt: String?
            if isProject, users[folder] == nil {
                if users.count == 1 {
                    joined += users.values.joined().filter { $0.role.level == "user" }
                } else if users.count > 1 {
                    doubt = "settings of \(users.count) users lie beside it, and any of them may hold"
                }
            }
            agents.append(
                OpenCodeAgent(
                    id: AgentID("opencode@\(folder.text)"),
                    members: own.sorted { $0.file.path < $1.file.path } + joined,
                    doubt: doubt))
        }
        return agents
    }

    private static func isHome(_ folder: FilePath) -> Bool {
        ["home", "Users"].contains(folder.folder.name) || folder.name == "root"
    }
}
