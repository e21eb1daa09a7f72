internal import Documents

/// What a path is to Claude Code: its role, its level, and the folder that it belongs to.
///
/// <https://code.claude.com/docs/en/settings#settings-files>, <https://code.claude.com/docs/en/plugins-reference>
struct ClaudeFile {
    enum Role {
        case settings, servers, state, instructions, rules, subAgent, skill, command, plugin, pluginHooks, script
    }

    let role: Role
    /// managed, user, project, local or template.
    let level: String
    /// The folder that the agent works in, or that holds the plug-in.
    let folder: FilePath
    /// The folder at and below which a managed or user file applies.
    let reach: FilePath
    /// Name of the file without its ending; of a skill, its folder.
    let name: String
    /// What tells templates beside each other apart.
    var suffix = ""
    /// Whether it is a part of a plug-in.
    var isPlugin = false

    var isTemplate: Bool { level == "template" }
    /// Whether it holds for agents in other folders.
    var isShared: Bool { level == "managed" || level == "user" }
    /// Identifier of the agent that it declares.
    var agent: String { "\(isPlugin ? "claude-code-plugin" : "claude-code")@\(folder.text)\(suffix)" }

    var artifact: ArtifactKind {
        switch role {
        case .settings: ArtifactKind("claude-code settings", .json)
        case .servers: ArtifactKind("claude-code mcp servers", .json)
        case .state: ArtifactKind("claude-code user state", .json)
        case .instructions: ArtifactKind("claude-code instructions", nil)
        case .rules: ArtifactKind("claude-code rules", nil)
        case .subAgent: ArtifactKind("claude-code sub-agent", .markdown)
        case .skill: ArtifactKind("claude-code skill", .markdown)
        case .command: ArtifactKind("claude-code command", .markdown)
        case .plugin: ArtifactKind("claude-code plug-in", .json)
        case .pluginHooks: ArtifactKind("claude-code plug-in hooks", .json)
        case .script: ArtifactKind("claude-code hook script", nil)
        }
    }

    init?(_ path: FilePath) {
        guard let file = Self.managed(path) ?? Self.plugin(path) ?? Self.configured(path) ?? Self.loose(path) else {
            return nil
        }
        self = file
    }

    private init(_ role: Role, _ level: String, _ folder: FilePath, _ path: FilePath, reach: FilePath? = nil) {
        (self.role, self.level, self.folder) = (role, level, folder)
        self.reach = reach ?? folder
        name = path.name == "SKILL.md" ? path.folder.name : String(path.name.prefix { $0 != "." })
    }

    /// Where administrators put files: <https://code.claude.com/docs/en/managed-settings>.
    private static func managed(_ path: FilePath) -> ClaudeFile? {
        for place in ["etc/claude-code", "Library/Application Support/ClaudeCode", "Program Files/ClaudeCode"] {
            let depth = place.split(separator: "/").count
            let (own, inner) = (path.folder.ends(with: place), path.folder.ends(with: place + "/managed-settings.d"))
            guard own || inner else { continue }
            let root = path.dropping(depth + (own ? 1 : 2))
            let role: Role
            switch path.name {
            case "managed-settings.json" where own: role = .settings
            case "managed-mcp.json" where own: role = .servers
            case "CLAUDE.md" where own: role = .instructions
            default:
                guard inner, path.name.hasSuffix(".json") else { return nil }
                role = .settings
            }
            return ClaudeFile(role, "managed", root, path)
        }
        return nil
    }

    /// Files in `.claude`.
    private static func configured(_ path: FilePath) -> ClaudeFile? {
        let parts = path.components
        guard let dot = parts.lastIndex(of: ".claude"), dot < parts.count - 1 else { return nil }
        let home = FilePath(Array(parts[..<dot]))
        let isUser = ["home", "Users"].contains(home.folder.name) || home.name == "root"
        let reach = isUser ? home.dropping(home.name == "root" ? 1 : 2) : home
        let level = isUser ? "user" : "project"
        let isMarkdown = path.name.hasSuffix(".md")
        switch parts[dot + 1] {
        case "settings.json" where parts.count == dot + 2: return ClaudeFile(.settings, level, home, path, reach: reach)
        // With CLAUDE_CONFIG_DIR the user's state lies beside the settings.
        case ".claude.json" where parts.count == dot + 2: return state(path, home: home)
        case "settings.local.json" where parts.count == dot + 2: return ClaudeFile(.settings, "local", home, path)
        case "CLAUDE.md" where parts.count == dot + 2: return ClaudeFile(.instructions, level, home, path, reach: reach)
        case "rules" where isMarkdown: return ClaudeFile(.rules, level, home, path, reach: reach)
        case "agents" where isMarkdown: return ClaudeFile(.subAgent, level, home, path, reach: reach)
        case "commands" where isMarkdown: return ClaudeFile(.command, level, home, path, reach: reach)
        case "skills" where path.name == "SKILL.md": return ClaudeFile(.skill, level, home, path, reach: reach)
        // Scripts of skills run with their skill, not on events.
        case let part where part != "skills" && Self.isScript(path.name):
            return ClaudeFile(.script, level, home, path, reach: reach)
        default: return parts.count == dot + 2 ? template(path, folder: home) : nil
        }
    }

    /// Endings of files that hooks run and that are read.
    static func isScript(_ name: String) -> Bool {
        name.hasSuffix(".sh") || name.hasSuffix(".bash") || name.hasSuffix(".zsh") || CodeLanguage(ofFile: name) != nil
    }

    /// Parts of a plug-in: its manifest, its hooks, and what lies where its folder can be told by the path.
    private static func plugin(_ path: FilePath) -> ClaudeFile? {
        let parts = path.components
        // Skills that other products read from folders of their own.
        guard ![".claude", ".codex", ".agents"].contains(where: parts.contains) else { return nil }
        var found: ClaudeFile?
        if path.ends(with: ".claude-plugin/plugin.json") {
            found = ClaudeFile(.plugin, "project", path.dropping(2), path)
        }
        if path.ends(with: "hooks/hooks.json") { found = ClaudeFile(.pluginHooks, "project", path.dropping(2), path) }
        // A dotted folder is another product's: `.cursor/skills`, `.gemini/skills`.
        if path.name == "SKILL.md", path.dropping(2).name == "skills", !path.dropping(3).name.hasPrefix(".") {
            found = ClaudeFile(.skill, "project", path.dropping(3), path)
        }
        if let start = parts.lastIndex(of: "plugins"), parts.count > start + 2 {
            let folder = FilePath(Array(parts[...(start + 1)]))
            let inner = parts[(start + 2)...]
            if inner.count > 1, inner.first?.contains("hooks") == true || inner.first == "scripts", isScript(path.name)
            {
                found = ClaudeFile(.script, "project", folder, path)
            }
            if inner == [".mcp.json"] { found = ClaudeFile(.servers, "project", folder, path) }
            if inner.count > 1, path.name.hasSuffix(".md") {
                if inner.first == "agents" { found = ClaudeFile(.subAgent, "project", folder, path) }
                if inner.first == "commands" { found = ClaudeFile(.command, "project", folder, path) }
            }
        }
        found?.isPlugin = true
        return found
    }

    private static func loose(_ path: FilePath) -> ClaudeFile? {
        switch path.name {
        case ".mcp.json": ClaudeFile(.servers, "project", path.folder, path)
        case ".claude.json": state(path, home: path.folder)
        case "CLAUDE.md": ClaudeFile(.instructions, "project", path.folder, path)
        case "CLAUDE.local.md": ClaudeFile(.instructions, "local", path.folder, path)
        default: template(path, folder: path.folder)
        }
    }

    /// The user's own file, which holds for the user's projects at and below the folder of the homes.
    private static func state(_ path: FilePath, home: FilePath) -> ClaudeFile {
        let isUser = ["home", "Users"].contains(home.folder.name) || home.name == "root"
        let reach = isUser ? home.dropping(home.name == "root" ? 1 : 2) : home
        return ClaudeFile(.state, "user", home, path, reach: reach)
    }

    /// Settings by their name, in a folder where Claude Code does not read them.
    private static func template(_ path: FilePath, folder: FilePath) -> ClaudeFile? {
        guard path.name.hasSuffix(".json") else { return nil }
        let stem = String(path.name.dropLast(5))
        let others: Set<String> = [".vscode", ".gemini", "zed", ".zed", ".cursor", ".kiro", ".roo", ".qwen", ".codex"]
        guard stem.hasPrefix("managed-settings") || stem.hasPrefix("settings"), !others.contains(path.folder.name)
        else {
            return nil
        }
        var file = ClaudeFile(.settings, "template", folder, path)
        file.suffix = "#\(stem)"
        return file
    }

    /// Whether a file that only looks like settings by its name holds Claude Code's keys.
    func isClaude(_ file: SourceFile) -> Bool {
        guard isTemplate else { return true }
        guard let root = file.document?.root else { return file.path.name.hasPrefix("managed-settings") }
        if root[path: ["$schema"]]?.string?.contains("claude-code") == true { return true }
        let lists = ["allow", "deny", "ask"].contains { root[path: ["permissions", $0]]?.isArray == true }
        let own = root[path: ["permissions", "disableBypassPermissionsMode"]] != nil
        let keys = [
            "strictKnownMarketplaces", "enabledPlugins", "allowManagedPermissionRulesOnly", "allowManagedHooksOnly",
            "disableBypassPermissionsMode", "extraKnownMarketplaces",
        ]
        let isSandbox = root["sandbox"]?.isObject == true && root[path: ["sandbox", "enabled"]]?.boolean != nil
        let events = root["hooks"]?.members.contains { ClaudeSettingKeys.events.contains($0.key) } == true
        return lists || own || isSandbox || events || keys.contains { root[$0] != nil }
    }
}
