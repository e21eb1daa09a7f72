internal import Compliance
internal import Documents

/// One Gemini CLI agent with its settings merged.
///
/// A system's `settings.json` comes first, then the project's, the user's, and the system's defaults:
/// <https://geminicli.com/docs/cli/enterprise>.
struct GeminiAgent {
    typealias Member = ProductAgent<GeminiRole>.Member

    let agent: ProductAgent<GeminiRole>
    let stack: SettingStack
    let scribe: AgentScribe
    /// Why the project's own files do not hold; nil when they do.
    let untrusted: String?

    var id: AgentID { agent.id }
    /// Whether all of it is an extension that lies in a repository.
    var isTemplate: Bool { agent.level == nil }

    init(_ agent: ProductAgent<GeminiRole>) {
        self.agent = agent
        let settings = agent.files(.settings)
        let order = ["managed", "project", "user", "system"]
        let above = SettingStack(settings.filter { $0.level != "project" }, order: order)
        let untrusted = Self.distrust(of: agent, isOn: above.boolean("security", "folderTrust", "enabled") != false)
        self.untrusted = untrusted
        stack = SettingStack(settings, order: order) { $0.level == "project" ? untrusted : nil }
        scribe = AgentScribe(id: agent.id, stack: stack, home: agent.members[0].file)
    }

    /// The nearest entry of `trustedFolders.json` decides; a folder without one is asked about before anything loads.
    private static func distrust(of agent: ProductAgent<GeminiRole>, isOn: Bool) -> String? {
        guard isOn else { return nil }
        var nearest: (depth: Int, isTrusted: Bool)?
        for member in agent.files(.trust) where member.level == "user" {
            for entry in member.root?.members ?? [] {
                let isParent = entry.value.string == "TRUST_PARENT"
                let named = FilePath(entry.key).dropping(isParent ? 1 : 0)
                guard agent.folder.isInside(named), named.components.count >= nearest?.depth ?? 0 else { continue }
                nearest = (named.components.count, entry.value.string != "DO_NOT_TRUST")
            }
        }
        return nearest?.isTrusted == false ? "the user does not trust the folder, so its settings are not loaded" : nil
    }

    private static let tables: [Table] = [
        .permission, .tool, .mcpServer, .credential, .approval, .sandbox, .telemetry, .budget, .model, .memory,
        .instruction, .hook, .dataSource, .setting, .delegation,
    ]

    /// Says what the agent is, and how much of it could be seen.
    func declare(into recorder: inout Recorder) {
        let kind = isTemplate ? "policy-template" : "coding-assistant"
        let seen: [Table] = isTemplate ? [.mcpServer, .credential, .permission, .setting] : Self.tables
        agent.declare("Gemini CLI", kind: kind, complete: seen, into: &recorder)
        if isTemplate { coverTemplate(seen, into: &recorder) }
        if agent.members.contains(where: { $0.level == "user" }) {
            recorder.cover(id, .component, .complete)
        } else {
            recorder.cover(id, .component, .partial, because: "extensions are installed in the user's folder")
        }
        let limits: [(path: [String], tables: [Table], reason: String)] = [
            (["policyPaths"], [.permission, .tool, .approval], "policyPaths names further files of rules"),
            (["adminPolicyPaths"], [.permission, .tool, .approval], "adminPolicyPaths names further files of rules"),
            (["context", "fileName"], [.instruction], "context.fileName gives instructions other file names"),
            (["tools", "discoveryCommand"], [.tool], "a command finds further tools when the agent starts"),
        ]
        for limit in limits where stack.value(limit.path) != nil {
            for table in limit.tables { recorder.cover(id, table, .partial, because: limit.reason) }
        }
        agent.refuse(stack.broken, Self.tables.filter { $0 != .instruction }, into: &recorder)
    }

    /// What a file says that holds for nobody as it lies there; beside a policy stand settings that it knows nothing of.
    private func coverTemplate(_ seen: [Table], into recorder: inout Recorder) {
        let isPolicy = agent.files(.policy).contains { $0.level == "template" }
        for table in seen + (isPolicy ? [.approval, .sandbox, .tool] : []) {
            recorder.cover(
                id, table, .partial,
                because: isPolicy
                    ? "a policy that --policy loads holds for no agent by itself"
                    : "an extension in a repository is not an installed one")
        }
    }

    /// Records every leaf of every file of settings.
    func recordSettings(into recorder: inout Recorder) {
        let united: [[String]] = [["tools", "exclude"], ["extensions", "disabled"], ["hooksConfig", "disabled"]]
        scribe.settings(
            into: &recorder,
            isUnited: { keys in
                keys[0] == "hooks" || keys.starts(with: ["context", "includeDirectories"])
                    || united.contains { keys.starts(with: $0) }
            },
            problem: { keys, node, layer in GeminiKeys.problem(keys, node, level: layer.level) })
    }
}
