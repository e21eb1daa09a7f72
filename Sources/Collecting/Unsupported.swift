internal import Documents

/// Well-known files of agent products that no collector reads: they are named, so that silence is never a pass.
enum Unsupported {
    private static let suffixes: [(suffix: String, product: String)] = [
        (".continue/config.json", "Continue"), (".kilocodemodes", "Kilo Code"), (".qwen/settings.json", "Qwen Code"),
        (".crush.json", "Crush"), ("crush.json", "Crush"), (".amp/settings.json", "Amp"),
        (".openhands/config.toml", "OpenHands"),
    ]

    /// Resources that make an agent, in Terraform's own language.
    private static let resources = [
        "\"aws_bedrockagent_agent\"", "\"aws_bedrockagentcore_agent_runtime\"", "\"aws_bedrockagentcore_gateway\"",
        "\"google_vertex_ai_reasoning_engine\"", "\"google_dialogflow_cx_agent\"",
    ]

    /// The product that a path is known from.
    static func product(of path: FilePath) -> String? {
        suffixes.first { path.ends(with: $0.suffix) }?.product
    }

    /// Why a file is not read, when it is an agent's.
    static func reason(for path: FilePath, at location: String) -> String? {
        if path.name.hasSuffix(".tf"), let bytes = FileBytes.read(location) {
            let text = String(decoding: bytes.prefix(1 << 20), as: UTF8.self)
            guard resources.contains(where: text.holds) else { return nil }
            return "Terraform's own language is not read; a plan in JSON is (terraform show -json)"
        }
        guard let product = product(of: path) else { return nil }
        return "no collector reads this file of \(product) yet"
    }
}
