internal import Compliance
internal import Documents

extension ClaudeAgent {
    /// Records the model of the agent itself and where it is reached.
    ///
    /// <https://code.claude.com/docs/en/model-config>
    func recordModels(into recorder: inout Recorder) {
        let variable = settings.variable("ANTHROPIC_MODEL")
        let name = variable ?? settings.value("model")?.node.string
        let address = settings.variable("ANTHROPIC_BASE_URL")
        guard hasDefaults || name != nil || address != nil else { return }
        let path =
            variable != nil
            ? ["env", "ANTHROPIC_MODEL"] : name == nil && address != nil ? ["env", "ANTHROPIC_BASE_URL"] : ["model"]
        record(
            .model, at: path,
            [
                "actor": "main", "provider": .text(provider), "name": Value(name),
                "pinned": ModelName.pinned(name),
                "parameters_billion": ModelName.size(name),
                "endpoint": Value(address.map { Redaction.redact($0) }),
                "endpoint_tls": Value(address.flatMap { ServerAddress($0).tls }),
            ], into: &recorder)
    }

    private var provider: String {
        let providers = [
            ("CLAUDE_CODE_USE_BEDROCK", "Amazon Bedrock"), ("CLAUDE_CODE_USE_VERTEX", "Google Vertex AI"),
            ("CLAUDE_CODE_USE_FOUNDRY", "Microsoft Foundry"),
        ]
        return providers.first { ["1", "true"].contains(settings.variable($0.0)) }?.1 ?? "Anthropic"
    }
}
