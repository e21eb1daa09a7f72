internal import Compliance
internal import Documents

/// Cline: MCP servers, rules and workflows.
///
/// Interpreted by the documents of August 2026. What runs without a question is switched in the editor and in no file.
struct Cline: Collector {
    let name = "cline"
    let summary = "Cline: cline_mcp_settings.json, .clinerules, workflows"
    let documentation = [
        "https://docs.cline.bot/mcp/configuring-mcp-servers", "https://docs.cline.bot/features/cline-rules",
        "https://docs.cline.bot/features/auto-approve",
    ]

    private static let product = EditorProduct(
        name: "cline", product: "Cline", allowed: nil, denied: nil,
        foreign: ["alwaysAllow", "trust", "enabled", "serverUrl"]
    ) { path in
        if path.name == "cline_mcp_settings.json" {
            // Cline reads the copy in the editor's store.
            let isOwn = path.ends(with: "saoudrizwan.claude-dev/settings/cline_mcp_settings.json")
            return ProductPlace(isOwn ? .servers : .serversTemplate, isOwn ? "user" : "template", folder: path.folder)
        }
        if path.name == ".clinerules" { return ProductPlace(.rules, "project", folder: path.folder) }
        guard let (folder, rest) = path.split(at: ".clinerules"), path.name.hasSuffix(".md") else { return nil }
        return ProductPlace(rest.first == "workflows" ? .command : .rules, "project", folder: folder)
    }

    func kind(of path: FilePath) -> ArtifactKind? { Self.product.kind(of: path) }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for agent in Self.product.agents(in: files) { agent.record(into: &recorder) }
    }
}
