internal import Documents

/// Files of agent products that no collector reads: they are named, so that silence is never a pass.
///
/// Some are known by where they lie, some by words that stand in them.
struct Unsupported: Collector {
    let name = "unsupported"
    let summary = "Agent files that no collector reads: named, never passed over"
    let documentation: [String] = []

    private static let suffixes: [(suffix: String, product: String)] = [
        (".continue/config.json", "Continue"), (".kilocodemodes", "Kilo Code"), (".crush.json", "Crush"),
        ("crush.json", "Crush"), ("WARP.md", "Warp"), (".claude/.credentials.json", "Claude Code (its login)"),
        (".codex/auth.json", "Codex CLI (its login)"),
    ]

    /// Resources that make an agent, in Terraform's own language.
    private static let resources = [
        "\"aws_bedrockagent_agent\"", "\"aws_bedrockagentcore_agent_runtime\"", "\"aws_bedrockagentcore_gateway\"",
        "\"google_vertex_ai_reasoning_engine\"", "\"google_dialogflow_cx_agent\"",
    ]

    /// Folders of products, with endings of the files there that steer an agent.
    private static let folders = [
        ".amazonq": "Amazon Q Developer", ".amp": "Amp", ".augment": "Augment", ".devin": "Devin",
        ".factory": "Factory Droid", ".iflow": "iFlow CLI", ".junie": "Junie", ".kilocode": "Kilo Code",
        ".openhands": "OpenHands", ".qoder": "Qoder", ".qwen": "Qwen Code", ".rovodev": "Rovo Dev",
        ".tabnine": "Tabnine",
        ".trae": "Trae", ".warp": "Warp",
    ]
    private static let endings = [".json", ".jsonc", ".toml", ".yaml", ".yml", ".md", ".mdc"]

    /// The product that a path is known from.
    static func product(of path: FilePath) -> String? {
        if let known = suffixes.first(where: { path.ends(with: $0.suffix) }) { return known.product }
        guard endings.contains(where: path.name.hasSuffix) else { return nil }
        return path.folder.components.lazy.compactMap { folders[$0] }.first
    }

    /// Why a file is not read, when its path or its text tells that it is an agent's.
    static func reason(for path: FilePath, at location: String) -> String? {
        if path.name.hasSuffix(".tf"), let bytes = FileBytes.regular(location, atMost: 8 << 20) {
            let text = String(decoding: bytes.prefix(1 << 20), as: UTF8.self)
            guard resources.contains(where: text.holds) else { return nil }
            return "Terraform's own language is not read; a plan in JSON is (terraform show -json)"
        }
        return product(of: path).map(reason)
    }

    /// Why a file of a product is not read.
    static func reason(of product: String) -> String {
        "no collector reads this file of \(product) yet"
    }

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    private static func mark(
        _ product: String, _ groups: [[String]], _ admits: @escaping @Sendable (FilePath) -> Bool
    ) -> ContentMark { ContentMark(ArtifactKind(product, nil), anyOf: groups, admits: admits) }

    /// Words by which files of other names are known.
    let marks: [ContentMark] = [
        mark(
            "Microsoft Agent Framework",
            [
                ["kind: Prompt", "instructions:"], ["AgentSchema", "kind: hosted"], ["kind: InvokeMcpTool"],
                ["kind: InvokeAzureAgent"],
            ], ContentMark.extensions("yml", "yaml")),
        mark("kagent", [["apiVersion: kagent.dev/"]], ContentMark.extensions("yml", "yaml")),
        mark("n8n (its credentials, encrypted)", [["\"nodesAccess\"", "\"data\""]], ContentMark.extensions("json")),
        mark("GitHub Apps", [["\"default_permissions\"", "\"default_events\""]], ContentMark.extensions("json")),
        mark("an MCP client that is not known", [["\"mcpServers\""]], ContentMark.extensions("json", "jsonc")),
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {}
}
