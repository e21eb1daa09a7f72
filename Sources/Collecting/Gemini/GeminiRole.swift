internal import Documents

/// What a file is to Gemini CLI.
///
/// <https://geminicli.com/docs/reference/configuration>
enum GeminiRole: ProductRole {
    case settings, policy, trust, extensionManifest, extensionOrigin, subAgent, command, skill, instructions

    var artifact: ArtifactKind {
        switch self {
        case .settings: ArtifactKind("gemini settings", .jsonc)
        case .policy: ArtifactKind("gemini policy", .toml)
        case .trust: ArtifactKind("gemini trusted folders", .jsonc)
        case .extensionManifest: ArtifactKind("gemini extension", .json)
        case .extensionOrigin: ArtifactKind("gemini extension origin", .json)
        case .subAgent: ArtifactKind("gemini sub-agent", .markdown)
        case .command: ArtifactKind("gemini command", .toml)
        case .skill: ArtifactKind("gemini skill", .markdown)
        case .instructions: ArtifactKind("gemini instructions", nil)
        }
    }

    var showsAgent: Bool { self != .instructions && self != .trust && self != .extensionOrigin }
    var standsAlone: Bool { self != .trust && self != .extensionOrigin }

    /// What a path is; nil when it is none of the product's.
    static func place(of path: FilePath) -> ProductPlace<GeminiRole>? {
        if let (root, rest) = machine(path) {
            switch rest {
            case ["settings.json"]: return ProductPlace(.settings, "managed", folder: root)
            case ["system-defaults.json"]: return ProductPlace(.settings, "system", folder: root)
            default:
                guard rest.count == 2, rest[0] == "policies", rest[1].hasSuffix(".toml") else { return nil }
                return ProductPlace(.policy, "managed", folder: root)
            }
        }
        if let (folder, rest) = path.split(at: ".gemini"), let role = role(rest) {
            return ProductPlace(role, below: folder)
        }
        if path.name == "gemini-extension.json" {
            return ProductPlace(.extensionManifest, "template", folder: path.folder)
        }
        if path.name == "GEMINI.md" { return ProductPlace(.instructions, "project", folder: path.folder) }
        return nil
    }

    /// The folder below which a path is that of the whole machine, on Linux, macOS and Windows.
    private static func machine(_ path: FilePath) -> (folder: FilePath, rest: [String])? {
        path.split(at: ["etc", "gemini-cli"]) ?? path.split(at: ["Library", "Application Support", "GeminiCli"])
            ?? path.split(at: ["ProgramData", "gemini-cli"])
    }

    private static func role(_ rest: [String]) -> GeminiRole? {
        let name = rest.last ?? ""
        switch rest.first {
        case "settings.json" where rest.count == 1: return .settings
        case "trustedFolders.json" where rest.count == 1: return .trust
        case "GEMINI.md" where rest.count == 1: return .instructions
        case "policies" where rest.count == 2 && name.hasSuffix(".toml"): return .policy
        case "agents" where rest.count == 2 && name.hasSuffix(".md"): return .subAgent
        case "commands" where name.hasSuffix(".toml"): return .command
        case "skills" where name == "SKILL.md": return .skill
        case "extensions" where rest.count == 3 && name == "gemini-extension.json": return .extensionManifest
        case "extensions" where rest.count == 3 && name == ".gemini-extension-install.json": return .extensionOrigin
        case "extensions" where rest.count == 4 && rest[2] == "policies" && name.hasSuffix(".toml"): return .policy
        default: return nil
        }
    }
}
