internal import Documents

/// What a path is to opencode: its role, its level, and the folder that it belongs to.
///
/// <https://opencode.ai/docs/config#locations>
struct OpenCodeFile {
    enum Role { case config, agent, command, skill, plugin, tool, instructions }

    let role: Role
    /// managed, user or project.
    let level: String
    let folder: FilePath
    /// Which of several files of one level wins: the higher.
    let rank: Int

    var artifact: ArtifactKind {
        switch role {
        case .config: ArtifactKind("opencode config", .jsonc)
        case .agent: ArtifactKind("opencode agent", .markdown)
        case .command: ArtifactKind("opencode command", nil)
        case .skill: ArtifactKind("opencode skill", .markdown)
        case .plugin: ArtifactKind("opencode plug-in", nil)
        case .tool: ArtifactKind("opencode tool", nil)
        case .instructions: ArtifactKind("opencode instructions", nil)
        }
    }

    init?(_ path: FilePath) {
        let parts = path.components
        let isConfig = path.name == "opencode.json" || path.name == "opencode.jsonc"
        if isConfig, path.folder.ends(with: "etc/opencode") {
            (role, level, folder, rank) = (.config, "managed", path.folder.dropping(2), 4)
        } else if let dot = parts.lastIndex(of: ".opencode"), dot < parts.count - 1 {
            guard let role = Self.role(Array(parts[(dot + 1)...])) else { return nil }
            (self.role, level, folder, rank) = (role, "project", FilePath(Array(parts[..<dot])), 3)
        } else if let home = Self.home(parts) {
            guard let role = Self.role(Array(parts[(home + 2)...])) else { return nil }
            (self.role, level, folder, rank) = (role, "user", FilePath(Array(parts[..<home])), 1)
        } else if isConfig {
            (role, level, folder, rank) = (.config, "project", path.folder, 2)
        } else if path.name == "AGENTS.md" {
            (role, level, folder, rank) = (.instructions, "project", path.folder, 2)
        } else {
            return nil
        }
    }

    /// Where `.config/opencode` begins.
    private static func home(_ parts: [String]) -> Int? {
        guard parts.count > 2 else { return nil }
        return (0..<(parts.count - 2)).last { parts[$0] == ".config" && parts[$0 + 1] == "opencode" }
    }

    private static func role(_ rest: [String]) -> Role? {
        let name = rest.last ?? ""
        switch rest.first {
        case "opencode.json" where rest.count == 1, "opencode.jsonc" where rest.count == 1: return .config
        case "AGENTS.md" where rest.count == 1: return .instructions
        case "agents", "agent", "modes", "mode": return name.hasSuffix(".md") ? .agent : nil
        case "commands", "command": return name.hasSuffix(".md") ? .command : nil
        case "skills", "skill": return name == "SKILL.md" ? .skill : nil
        case "plugins", "plugin": return rest.count == 2 && isCode(name) ? .plugin : nil
        case "tools", "tool": return rest.count == 2 && isCode(name) ? .tool : nil
        default: return nil
        }
    }

    private static func isCode(_ name: String) -> Bool {
        [".ts", ".js", ".mjs"].contains(where: name.hasSuffix) && !name.hasSuffix(".d.ts")
    }
}
