internal import Documents

/// What a file is to Cursor.
enum CursorRole: ProductRole {
    case servers, permissions, cli, hooks, sandbox, environment, rules, command, subAgent, skill, instructions

    var artifact: ArtifactKind {
        switch self {
        case .servers: ArtifactKind("cursor mcp servers", .json)
        case .permissions: ArtifactKind("cursor permissions", .jsonc)
        case .cli: ArtifactKind("cursor cli", .json)
        case .hooks: ArtifactKind("cursor hooks", .json)
        case .sandbox: ArtifactKind("cursor sandbox", .json)
        case .environment: ArtifactKind("cursor environment", .json)
        // Its front matter is often no YAML (`globs: *.ts`), which Cursor takes.
        case .rules: ArtifactKind("cursor rules", nil)
        case .command: ArtifactKind("cursor command", nil)
        case .subAgent: ArtifactKind("cursor sub-agent", .markdown)
        case .skill: ArtifactKind("cursor skill", .markdown)
        case .instructions: ArtifactKind("cursor instructions", nil)
        }
    }

    var showsAgent: Bool { self != .instructions }

    /// What a path is; nil when it is none of the product's.
    static func place(of path: FilePath) -> ProductPlace<CursorRole>? {
        for machine in [["etc", "cursor"], ["Library", "Application Support", "Cursor"], ["ProgramData", "Cursor"]] {
            if let (root, rest) = path.split(at: machine), rest == ["hooks.json"] {
                return ProductPlace(.hooks, "managed", folder: root)
            }
        }
        if let (folder, rest) = path.split(at: ".cursor"), let role = role(rest, isUser: folder.isHome) {
            return ProductPlace(role, below: folder)
        }
        if path.ends(with: ".config/cursor/cli-config.json") { return ProductPlace(.cli, below: path.dropping(3)) }
        if path.name == ".cursorrules" { return ProductPlace(.rules, "project", folder: path.folder) }
        if path.name == "AGENTS.md" { return ProductPlace(.instructions, "project", folder: path.folder) }
        return nil
    }

    private static func role(_ rest: [String], isUser: Bool) -> CursorRole? {
        let name = rest.last ?? ""
        if rest.count == 1 {
            switch name {
            case "mcp.json": return .servers
            case "permissions.json": return .permissions
            case "cli.json" where !isUser, "cli-config.json" where isUser: return .cli
            case "hooks.json": return .hooks
            case "sandbox.json": return .sandbox
            case "environment.json": return .environment
            case "BUGBOT.md": return .rules
            default: return nil
            }
        }
        switch rest.first {
        case "rules" where name.hasSuffix(".mdc"): return .rules
        case "commands" where name.hasSuffix(".md"): return .command
        case "agents" where name.hasSuffix(".md"): return .subAgent
        case "skills" where name == "SKILL.md": return .skill
        default: return nil
        }
    }
}
