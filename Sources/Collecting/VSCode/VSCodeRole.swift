internal import Documents

/// What a file is to GitHub Copilot in VS Code.
enum VSCodeRole: ProductRole {
    case settings, servers, customAgent, rules, prompt, skill, hooks, instructions

    var artifact: ArtifactKind {
        switch self {
        case .settings: ArtifactKind("vscode settings", .jsonc, isOptional: true)
        case .servers: ArtifactKind("vscode mcp servers", .jsonc)
        case .customAgent: ArtifactKind("copilot custom agent", .markdown)
        // Front matter such as `applyTo: **` is no YAML, and is taken.
        case .rules: ArtifactKind("copilot instructions", nil)
        case .prompt: ArtifactKind("copilot prompt", nil)
        case .skill: ArtifactKind("copilot skill", .markdown)
        case .hooks: ArtifactKind("copilot hooks", .json)
        case .instructions: ArtifactKind("copilot instructions", nil)
        }
    }

    var showsAgent: Bool { self != .instructions }

    /// What a path is; nil when it is none of the product's.
    static func place(of path: FilePath) -> ProductPlace<VSCodeRole>? {
        if let (folder, rest) = path.split(at: ".vscode"), rest.count == 1 {
            switch rest[0] {
            case "settings.json": return ProductPlace(.settings, "project", folder: folder)
            case "mcp.json": return ProductPlace(.servers, "project", folder: folder)
            default: return nil
            }
        }
        if let place = user(path) { return place }
        if let (folder, rest) = path.split(at: ".github"), let role = role(rest) {
            return ProductPlace(role, "project", folder: folder)
        }
        if path.name == "AGENTS.md" { return ProductPlace(.instructions, "project", folder: path.folder) }
        return nil
    }

    /// Files of a user's profile: `.config/Code/User` on Linux, `Library/Application Support/Code/User` on macOS.
    private static func user(_ path: FilePath) -> ProductPlace<VSCodeRole>? {
        guard ["Code/User", "Code - Insiders/User"].contains(where: path.folder.ends(with:)) else { return nil }
        let role: VSCodeRole? = ["settings.json": .settings, "mcp.json": .servers][path.name]
        guard let role else { return nil }
        for (suffix, count) in [(".config", 1), ("Library/Application Support", 2)] {
            let above = path.dropping(3)
            guard above.ends(with: suffix) else { continue }
            let home = above.dropping(count)
            return home.isHome ? ProductPlace(role, below: home) : ProductPlace(role, "user", folder: home)
        }
        return ProductPlace(role, "user", folder: path.folder)
    }

    private static func role(_ rest: [String]) -> VSCodeRole? {
        let name = rest.last ?? ""
        switch rest.first {
        case "copilot-instructions.md" where rest.count == 1: return .rules
        case "instructions" where name.hasSuffix(".instructions.md"): return .rules
        case "prompts" where name.hasSuffix(".prompt.md"): return .prompt
        case "agents" where name.hasSuffix(".md") && rest.count > 1: return .customAgent
        case "chatmodes" where name.hasSuffix(".chatmode.md"): return .customAgent
        case "skills" where name == "SKILL.md": return .skill
        case "hooks" where rest.count == 2 && name.hasSuffix(".json"): return .hooks
        default: return nil
        }
    }
}
