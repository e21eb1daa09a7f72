internal import Compliance
internal import Documents

/// Roo Code: MCP servers, modes, rules, commands, and the lists of commands in the editor's settings.
///
/// Interpreted by the documents of August 2026. What runs without a question is switched in the editor and in no file.
struct Roo: Collector {
    let name = "roo"
    let summary = "Roo Code: .roo/mcp.json, .roomodes, rules, commands, allowed and denied commands"
    let documentation = [
        "https://docs.roocode.com/features/mcp/using-mcp-in-roo", "https://docs.roocode.com/features/custom-modes",
        "https://docs.roocode.com/features/custom-instructions",
        "https://docs.roocode.com/features/auto-approving-actions",
    ]

    private static let product = EditorProduct(
        name: "roo", product: "Roo", allowed: "roo-cline.allowedCommands", denied: "roo-cline.deniedCommands",
        foreign: ["autoApprove", "trust", "enabled", "serverUrl"]
    ) { path in
        if path.name == ".roomodes" { return ProductPlace(.modes, "project", folder: path.folder) }
        if path.ends(with: "rooveterinaryinc.roo-cline/settings/mcp_settings.json") {
            return ProductPlace(.servers, "user", folder: path.folder)
        }
        if path.name.hasPrefix(".roorules") { return ProductPlace(.rules, "project", folder: path.folder) }
        guard let (folder, rest) = path.split(at: ".roo") else {
            return EditorProduct.settings(path, application: "Code")
        }
        if rest == ["mcp.json"] { return ProductPlace(.servers, below: folder) }
        let isText = path.name.hasSuffix(".md") || path.name.hasSuffix(".txt")
        guard rest.count > 1, isText else { return nil }
        if rest[0] == "commands" { return ProductPlace(.command, below: folder) }
        return rest[0] == "rules" || rest[0].hasPrefix("rules-") ? ProductPlace(.rules, below: folder) : nil
    }

    func kind(of path: FilePath) -> ArtifactKind? { Self.product.kind(of: path) }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for agent in Self.product.agents(in: files) { agent.record(into: &recorder) }
    }
}
