internal import Documents

/// What a path is to Continue.
struct ContinueFile {
    enum Role { case config, servers, permissions, rules, command }

    let role: Role
    let folder: FilePath
    private let format: Document.Format?

    var artifact: ArtifactKind {
        switch role {
        case .config: ArtifactKind("continue config", format)
        case .servers: ArtifactKind("continue mcp servers", format)
        case .permissions: ArtifactKind("continue permissions", format)
        case .rules: ArtifactKind("continue rules", format)
        case .command: ArtifactKind("continue prompt", format)
        }
    }

    init?(_ path: FilePath) {
        let parts = path.components
        if path.name == ".continuerules" {
            (role, folder, format) = (.rules, path.folder, nil)
            return
        }
        guard let dot = parts.lastIndex(of: ".continue"), dot < parts.count - 1 else { return nil }
        folder = FilePath(Array(parts[..<dot]))
        let rest = Array(parts[(dot + 1)...])
        let name = path.name
        let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
        switch rest[0] {
        case "config.yaml" where rest.count == 1: (role, format) = (.config, .yaml)
        case "permissions.yaml" where rest.count == 1: (role, format) = (.permissions, .yaml)
        case "agents" where isYAML, "assistants" where isYAML, "models" where isYAML: (role, format) = (.config, .yaml)
        case "mcpServers" where isYAML: (role, format) = (.servers, .yaml)
        case "mcpServers" where name.hasSuffix(".json"): (role, format) = (.servers, .json)
        case "rules" where name.hasSuffix(".md"): (role, format) = (.rules, nil)
        case "prompts" where name.hasSuffix(".md") || name.hasSuffix(".prompt"): (role, format) = (.command, nil)
        default: return nil
        }
    }
}
