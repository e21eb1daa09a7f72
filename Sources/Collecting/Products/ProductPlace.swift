internal import Documents

/// What a file can be to a product.
protocol ProductRole: Hashable, Sendable {
    /// Name and format.
    var artifact: ArtifactKind { get }
    /// Whether the file shows that an agent works in its folder; one that does not joins the nearest agent above it.
    var showsAgent: Bool { get }
    /// Whether the file stands for an agent of its own when there is none that it can join.
    var standsAlone: Bool { get }
}

extension ProductRole {
    var showsAgent: Bool { true }
    var standsAlone: Bool { showsAgent }
}

/// What a path is to a product: its role, its level, and the folder that it belongs to.
struct ProductPlace<Role: ProductRole>: Sendable {
    let role: Role
    /// managed, system, user, project, local or template.
    let level: String
    /// The folder that the agent works in, or whose files are shared.
    let folder: FilePath
    /// The folder at and below which a shared file applies.
    let reach: FilePath

    /// Whether it holds for agents in other folders.
    var isShared: Bool { ["managed", "system", "user"].contains(level) }

    init(_ role: Role, _ level: String, folder: FilePath, reach: FilePath? = nil) {
        (self.role, self.level, self.folder, self.reach) = (role, level, folder, reach ?? folder)
    }

    /// A file that products look for below a home folder and below a project's folder alike.
    init(_ role: Role, below folder: FilePath) {
        let isUser = folder.isHome
        self.init(
            role, isUser ? "user" : "project", folder: folder,
            reach: isUser ? folder.dropping(folder.name == "root" ? 1 : 2) : folder)
    }
}

extension FilePath {
    /// Whether the folder is that of a user.
    var isHome: Bool { ["home", "Users"].contains(folder.name) || name == "root" }

    /// The folder that holds the last component of the name given, and the components below it; nil when there is none.
    func split(at name: String) -> (folder: FilePath, rest: [String])? {
        guard let index = components.dropLast().lastIndex(of: name) else { return nil }
        return (FilePath(Array(components[..<index])), Array(components[(index + 1)...]))
    }

    /// The same for several components that follow each other, for example `etc/gemini-cli`.
    func split(at names: [String]) -> (folder: FilePath, rest: [String])? {
        guard components.count > names.count else { return nil }
        for start in (0..<(components.count - names.count)).reversed()
        where Array(components[start..<(start + names.count)]) == names {
            return (FilePath(Array(components[..<start])), Array(components[(start + names.count)...]))
        }
        return nil
    }
}
