internal import Documents

/// Well-known files of agent products that no collector reads: they are named, so that silence is never a pass.
enum Unsupported {
    private static let suffixes: [(suffix: String, product: String)] = [
        (".gemini/settings.json", "Gemini CLI"), ("gemini-extension.json", "Gemini CLI"), ("opencode.json", "opencode"),
        ("opencode.jsonc", "opencode"), (".roomodes", "Roo"), ("goose/config.yaml", "Goose"),
        ("openclaw.json", "OpenClaw"),
        ("copilot-setup-steps.yml", "GitHub Copilot"),
        (".cursor/permissions.json", "Cursor"),
        (".cursor/cli.json", "Cursor"), (".vscode/settings.json", "VS Code"), ("zed/settings.json", "Zed"),
        (".aider.conf.yml", "aider"), ("goose/permission.yaml", "Goose"),
    ]

    /// The product that a path is known from.
    static func product(of path: FilePath) -> String? {
        if path.components.contains(".kiro"), path.components.contains("agents"), path.name.hasSuffix(".json") {
            return "Kiro"
        }
        return suffixes.first { path.ends(with: $0.suffix) }?.product
    }

    /// Why a file is not read, when it is an agent's.
    ///
    /// `.vscode/settings.json` is an editor's file; it is an agent's only when it speaks of one.
    static func reason(for path: FilePath, at location: String) -> String? {
        guard let product = product(of: path) else { return nil }
        if path.ends(with: ".vscode/settings.json") {
            let text = FileBytes.read(location).map { String(decoding: $0, as: UTF8.self) } ?? "chat."
            guard ["chat.", "copilot", "mcp"].contains(where: text.contains) else { return nil }
        }
        return "no collector reads this file of \(product) yet"
    }
}
