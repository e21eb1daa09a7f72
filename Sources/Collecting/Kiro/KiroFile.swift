internal import Documents

/// What a path is to Kiro or Amazon Q: its role, and the folder that it belongs to.
struct KiroFile {
    enum Role { case agent, servers, permissions, steering, hook, skill }

    /// One of the two products.
    struct Product {
        let id: String
        let name: String
    }

    let role: Role
    let product: Product
    let folder: FilePath
    /// user or project.
    let level: String

    private static let kiro = Product(id: "kiro", name: "Kiro")
    private static let amazonQ = Product(id: "amazonq", name: "Amazon Q")

    var artifact: ArtifactKind {
        switch role {
        case .agent: ArtifactKind("\(product.id) agent", .json)
        case .servers: ArtifactKind("\(product.id) mcp servers", .json)
        case .permissions: ArtifactKind("\(product.id) permissions", .yaml)
        case .steering: ArtifactKind("\(product.id) instructions", nil)
        case .hook: ArtifactKind("\(product.id) hook", .json)
        case .skill: ArtifactKind("\(product.id) skill", .markdown)
        }
    }

    init?(_ path: FilePath) {
        let parts = path.components
        guard let dot = parts.lastIndex(where: { [".kiro", ".amazonq", "amazonq"].contains($0) }), dot < parts.count - 1
        else { return nil }
        let isGlobal = parts[dot] == "amazonq"
        // ~/.aws/amazonq is the user's folder of Amazon Q.
        guard !isGlobal || dot > 0 && parts[dot - 1] == ".aws" else { return nil }
        folder = FilePath(Array(parts[..<(isGlobal ? dot - 1 : dot)]))
        product = parts[dot] == ".kiro" ? Self.kiro : Self.amazonQ
        let isHome = ["home", "Users"].contains(folder.folder.name) || folder.name == "root"
        level = isGlobal || isHome ? "user" : "project"
        let rest = Array(parts[(dot + 1)...])
        guard let role = Self.role(rest, isKiro: product.id == "kiro") else { return nil }
        self.role = role
    }

    private static func role(_ rest: [String], isKiro: Bool) -> Role? {
        let name = rest.last ?? ""
        switch rest.first {
        case "agents", "cli-agents":
            return rest.count == 2 && name.hasSuffix(".json") && !name.hasSuffix(".schema.json") ? .agent : nil
        case "settings":
            guard isKiro, rest.count == 2 else { return nil }
            return name == "mcp.json" ? .servers : name == "permissions.yaml" ? .permissions : nil
        case "mcp.json": return rest.count == 1 && !isKiro ? .servers : nil
        case "steering": return isKiro && name.hasSuffix(".md") ? .steering : nil
        case "rules": return !isKiro && name.hasSuffix(".md") ? .steering : nil
        case "hooks":
            return isKiro && (name.hasSuffix(".kiro.hook") || rest.count == 2 && name.hasSuffix(".json")) ? .hook : nil
        case "skills": return isKiro && name == "SKILL.md" ? .skill : nil
        default: return nil
        }
    }
}
