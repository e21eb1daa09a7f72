internal import Documents

/// What a path is to OpenClaw: its role, and the folder that its state folder lies in.
struct OpenClawFile {
    enum Role { case config, approvals, profiles, jobs, instructions, memory, skill }

    let role: Role
    /// The folder that the agent is named after.
    let folder: FilePath
    /// Whether the file lies where OpenClaw reads it without being told.
    let isInPlace: Bool
    /// Whether it is the configuration of a further gateway: that of a state folder below the first one's.
    ///
    /// <https://docs.openclaw.ai/gateway/multiple-gateways>
    var isInstance: Bool { !isInPlace && folder.components.contains(".openclaw") }

    /// Files that OpenClaw puts into the prompt: <https://docs.openclaw.ai/concepts/agent-workspace>.
    private static let prompts: Set<String> = [
        "AGENTS.md", "SOUL.md", "TOOLS.md", "IDENTITY.md", "USER.md", "HEARTBEAT.md", "BOOTSTRAP.md",
    ]

    var artifact: ArtifactKind {
        switch role {
        case .config: ArtifactKind("openclaw config", .json5)
        case .approvals: ArtifactKind("openclaw exec approvals", .json)
        case .profiles: ArtifactKind("openclaw auth profiles", .json)
        case .jobs: ArtifactKind("openclaw cron jobs", .json)
        case .instructions: ArtifactKind("openclaw workspace file", nil)
        case .memory: ArtifactKind("openclaw memory", nil)
        case .skill: ArtifactKind("openclaw skill", .markdown)
        }
    }

    init?(_ path: FilePath) {
        let parts = path.components
        guard let dot = parts.firstIndex(of: ".openclaw") else {
            guard path.name == "openclaw.json" else { return nil }
            (role, folder, isInPlace) = (.config, path.folder, false)
            return
        }
        let rest = Array(parts[(dot + 1)...])
        isInPlace = rest.count == 1 || rest.last != "openclaw.json"
        folder = isInPlace ? FilePath(Array(parts[..<dot])) : path.folder
        switch (rest.first, rest.last) {
        case (_, "openclaw.json"): role = .config
        case ("exec-approvals.json", _) where rest.count == 1: role = .approvals
        case ("agents", "auth-profiles.json"): role = .profiles
        case ("cron", "jobs.json") where rest.count == 2: role = .jobs
        case (let first?, "SKILL.md") where first.hasPrefix("workspace") || first == "skills": role = .skill
        case (let first?, let last?) where first.hasPrefix("workspace") && rest.count == 2:
            if Self.prompts.contains(last) {
                role = .instructions
            } else if last == "MEMORY.md" {
                role = .memory
            } else {
                return nil
            }
        default: return nil
        }
    }
}
