internal import Documents

/// What a path is to Goose.
struct GooseFile {
    enum Role { case config, permissions, secrets, recipe, hints }

    let role: Role
    let folder: FilePath
    let isUser: Bool

    var artifact: ArtifactKind {
        switch role {
        case .config: ArtifactKind("goose config", .yaml)
        case .permissions: ArtifactKind("goose permissions", .yaml)
        case .secrets: ArtifactKind("goose secrets", .yaml)
        case .recipe: ArtifactKind("goose recipe", .yaml)
        case .hints: ArtifactKind("goose hints", nil)
        }
    }

    init?(_ path: FilePath) {
        let parts = path.components
        if path.name == ".goosehints" {
            (role, folder, isUser) = (.hints, path.folder, false)
            return
        }
        guard let dot = parts.lastIndex(where: { $0 == "goose" || $0 == ".goose" }), dot < parts.count - 1 else {
            return nil
        }
        let rest = Array(parts[(dot + 1)...])
        let isConfig = dot > 0 && parts[dot - 1] == ".config"
        switch rest[0] {
        case "config.yaml" where rest.count == 1: role = .config
        case "permission.yaml" where rest.count == 1: role = .permissions
        case "secrets.yaml" where rest.count == 1: role = .secrets
        case "recipes" where rest.last?.hasSuffix(".yaml") == true: role = .recipe
        default: return nil
        }
        let root = Array(parts[..<dot])
        folder = FilePath(isConfig ? Array(root.dropLast()) : parts[dot] == ".goose" ? root : root + [parts[dot]])
        isUser = parts[dot] == "goose"
    }
}
