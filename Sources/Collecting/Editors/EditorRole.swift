internal import Documents

/// What a file is to an agent that lives in an editor and keeps its approvals in the editor's own store.
enum EditorRole: ProductRole {
    case servers, serversTemplate, settings, modes, rules, command, hooks

    var artifact: ArtifactKind {
        switch self {
        case .servers: ArtifactKind("mcp servers", .json)
        case .serversTemplate: ArtifactKind("mcp servers template", .json)
        case .settings: ArtifactKind("editor settings", .jsonc, isOptional: true)
        // JSON or YAML; YAML reads both.
        case .modes: ArtifactKind("modes", .yaml)
        case .rules: ArtifactKind("rules", nil)
        case .command: ArtifactKind("command", nil)
        case .hooks: ArtifactKind("hooks", .json)
        }
    }
}

/// What there is to know of one such product.
struct EditorProduct: Sendable {
    let name: String
    let product: String
    /// Settings of the editor that list commands that run unasked, and commands that never do.
    let allowed: String?
    let denied: String?
    /// Keys of an MCP server that other clients know and this one does not.
    let foreign: Set<String>
    let place: @Sendable (FilePath) -> ProductPlace<EditorRole>?

    func kind(of path: FilePath) -> ArtifactKind? {
        place(path).map { place in
            let kind = place.role.artifact
            return ArtifactKind("\(name) \(kind.name)", kind.format, isOptional: kind.isOptional)
        }
    }

    /// The agents of the product, editor settings that say nothing of it left out.
    func agents(in files: [SourceFile]) -> [EditorAgent] {
        let own = files.filter { file in
            guard place(file.path)?.role == .settings else { return true }
            guard let root = file.document?.root else { return false }
            return root.members.contains { [allowed, denied].contains($0.key) }
        }
        return ProductAgent.find(in: own, named: name, place).map { EditorAgent(agent: $0, product: self) }
    }

    /// Settings of a workspace, or of a user as the editor keeps them.
    static func settings(_ path: FilePath, application: String) -> ProductPlace<EditorRole>? {
        if path.ends(with: ".vscode/settings.json") {
            return ProductPlace(.settings, "project", folder: path.dropping(2))
        }
        guard path.ends(with: "\(application)/User/settings.json") else { return nil }
        let above = path.dropping(3)
        let home = above.ends(with: ".config") ? above.dropping(1) : above.dropping(2)
        return home.isHome ? ProductPlace(.settings, below: home) : ProductPlace(.settings, "user", folder: path.folder)
    }
}
