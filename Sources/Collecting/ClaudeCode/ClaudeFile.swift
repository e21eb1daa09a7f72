internal import Documents

/// What a path is to Claude Code: its role, level, and the agent it belongs to.
struct ClaudeFile {
    enum Role { case settings, servers, instructions, subAgent, skill, command }

    let role: Role
    /// managed, user, project, local or template.
    let level: String
    /// The folder that the agent works in.
    let folder: FilePath
    /// The folder at and below which a managed or user file applies.
    let reach: FilePath
    /// Name of the file without its ending.
    let name: String
    var suffix = ""

    var isTemplate: Bool { level == "template" }
    var agent: String { "claude-code@\(folder.text)\(suffix)" }

    var artifact: ArtifactKind {
        switch role {
        case .settings: ArtifactKind("claude-code settings", .json)
        case .servers: ArtifactKind("claude-code mcp servers", .json)
        case .instructions: ArtifactKind("claude-code instructions", nil)
        case .subAgent: ArtifactKind("claude-code sub-agent", .markdown)
        case .skill: ArtifactKind("claude-code skill", .markdown)
        case .command: ArtifactKind("claude-code command", .markdown)
        }
    }

    init?(_ path: FilePath) {
        name = String(path.name.prefix { $0 != "." })
        let parts = path.components
        if let system = Self.systemDepth(path) {
            (role, level, folder) = (.settings, "managed", path.dropping(system))
            reach = folder
            return
        }
        guard let dot = parts.lastIndex(of: ".claude") else {
            reach = FilePath([])
            folder = path.folder
            switch path.name {
            case ".mcp.json": (role, level) = (.servers, "project")
            case "CLAUDE.md", "CLAUDE.local.md": (role, level) = (.instructions, "project")
            default:
                let stem = path.name.hasSuffix(".json") ? String(path.name.dropLast(5)) : ""
                let others = [".vscode", ".gemini", "zed", ".zed", ".cursor", ".kiro", ".roo"]
                guard stem.hasPrefix("managed-settings") || stem.hasPrefix("settings"),
                    !others.contains(path.folder.name)
                else { return nil }
                (role, level, suffix) = (.settings, "template", "#\(stem)")
            }
            return
        }
        let home = FilePath(Array(parts[..<dot]))
        let inner = parts[(dot + 1)...].joined(separator: "/")
        let isUser =
            home.components.count >= 2 && ["home", "Users"].contains(home.components[home.components.count - 2])
            || home.name == "root" && home.components.count >= 1
        folder = home
        reach = isUser ? home.dropping(home.name == "root" ? 1 : 2) : home
        level = inner == "settings.local.json" ? "local" : isUser ? "user" : "project"
        if inner == "settings.json" || inner == "settings.local.json" {
            role = .settings
        } else if inner == "CLAUDE.md" {
            role = .instructions
        } else if inner.hasPrefix("agents/") && inner.hasSuffix(".md") {
            role = .subAgent
        } else if inner.hasPrefix("skills/") && inner.hasSuffix("/SKILL.md") {
            role = .skill
        } else if inner.hasPrefix("commands/") && inner.hasSuffix(".md") {
            role = .command
        } else {
            return nil
        }
    }

    /// Whether a file that only looks like a template by its name holds Claude Code's keys.
    func isClaude(_ file: SourceFile) -> Bool {
        guard isTemplate else { return true }
        guard let root = file.document?.root else { return file.path.name.hasPrefix("managed-settings") }
        let keys = [
            "permissions", "sandbox", "hooks", "strictKnownMarketplaces", "enabledPlugins",
            "allowManagedPermissionRulesOnly",
        ]
        return keys.contains { root[$0] != nil }
    }

    /// Components of a path below the machine's root, when it is where administrators put managed settings.
    private static func systemDepth(_ path: FilePath) -> Int? {
        for folder in ["etc/claude-code", "Library/Application Support/ClaudeCode", "Program Files/ClaudeCode"] {
            let depth = folder.split(separator: "/").count
            if path.ends(with: folder + "/managed-settings.json") { return depth + 1 }
            if path.name.hasSuffix(".json"), path.folder.ends(with: folder + "/managed-settings.d") { return depth + 2 }
        }
        return nil
    }
}
