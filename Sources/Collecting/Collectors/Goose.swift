internal import Compliance
internal import Documents

/// Goose: config.yaml, permission.yaml, stored secrets, recipes, hints.
///
/// Interpreted by the documents of 2026 (1.2x). Environment variables come before the file, and are not seen.
struct Goose: Collector {
    let name = "goose"
    let summary = "Goose: config.yaml, permission.yaml, secrets.yaml, recipes, .goosehints"
    let documentation = [
        "https://block.github.io/goose/docs/guides/config-files",
        "https://block.github.io/goose/docs/guides/goose-permissions/",
        "https://block.github.io/goose/docs/guides/recipes/recipe-reference",
        "https://block.github.io/goose/docs/guides/environment-variables",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { GooseFile(path)?.artifact }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let members = files.compactMap { file in GooseFile(file.path).map { GooseAgent.Member(role: $0, file: file) } }
        let groups = Dictionary(grouping: members) { $0.role.folder }
        for (folder, members) in groups.sorted(by: { $0.key < $1.key }) {
            // Hints alone are a text.
            guard members.contains(where: { $0.role.role != .hints }) else { continue }
            let agent = GooseAgent(id: AgentID("goose@\(folder.text)"), members: members)
            agent.declare(into: &recorder)
            agent.recordSettings(into: &recorder)
            agent.recordExtensions(into: &recorder)
            agent.recordCredentials(into: &recorder)
            agent.recordRecipes(into: &recorder)
            guard agent.isReadable else { continue }
            agent.recordGates(into: &recorder)
            agent.recordPermissions(into: &recorder)
            agent.recordSurroundings(into: &recorder)
        }
    }
}

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
