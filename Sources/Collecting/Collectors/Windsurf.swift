internal import Compliance
internal import Documents

/// Windsurf: MCP servers, rules, workflows, hooks, and the lists of commands in the editor's settings.
///
/// Interpreted by the documents of August 2026. How far commands run by themselves is switched in the editor, in no file.
struct Windsurf: Collector {
    let name = "windsurf"
    let summary = "Windsurf: mcp_config.json, rules, workflows, hooks, allowed and denied commands"
    let documentation = [
        "https://docs.windsurf.com/windsurf/cascade/mcp", "https://docs.windsurf.com/windsurf/cascade/memories",
        "https://docs.windsurf.com/windsurf/cascade/hooks", "https://docs.windsurf.com/windsurf/terminal",
    ]

    private static let product = EditorProduct(
        name: "windsurf", product: "Windsurf", allowed: "windsurf.cascadeCommandsAllowList",
        denied: "windsurf.cascadeCommandsDenyList", foreign: ["alwaysAllow", "autoApprove", "trust", "enabled"]
    ) { path in
        if path.name == ".windsurfrules" { return ProductPlace(.rules, "project", folder: path.folder) }
        if let (root, rest) = path.split(at: ["etc", "windsurf"]), rest == ["hooks.json"] {
            return ProductPlace(.hooks, "managed", folder: root)
        }
        if let (home, rest) = path.split(at: [".codeium", "windsurf"]), rest.count == 1 {
            let role: EditorRole? = ["mcp_config.json": .servers, "hooks.json": .hooks][rest[0]]
            return role.map { home.isHome ? ProductPlace($0, below: home) : ProductPlace($0, "user", folder: home) }
        }
        guard let (folder, rest) = path.split(at: ".windsurf") else {
            return EditorProduct.settings(path, application: "Windsurf")
        }
        switch rest.first {
        // Windsurf reads ~/.codeium/windsurf/mcp_config.json only.
        case "mcp_config.json" where rest.count == 1: return ProductPlace(.serversTemplate, "template", folder: folder)
        case "hooks.json" where rest.count == 1: return ProductPlace(.hooks, "project", folder: folder)
        case "rules" where path.name.hasSuffix(".md"): return ProductPlace(.rules, "project", folder: folder)
        case "workflows" where path.name.hasSuffix(".md"): return ProductPlace(.command, "project", folder: folder)
        default: return nil
        }
    }

    func kind(of path: FilePath) -> ArtifactKind? { Self.product.kind(of: path) }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for agent in Self.product.agents(in: files) { agent.record(into: &recorder) }
    }
}
