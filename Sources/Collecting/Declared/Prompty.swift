internal import Compliance
internal import Documents

/// A Prompty file: a model, its settings and tools in front of a prompt.
///
/// <https://prompty.ai/docs/prompty-file-format>
struct Prompty {
    let document: Document

    /// Records what the front matter says, and the prompt below it.
    func record(_ scribe: inout Scribe) {
        let root = document.root
        scribe.settings(root)
        scribe.secrets(in: root, holder: "agent")
        scribe.cover([.model, .tool, .instruction, .credential], .complete)
        scribe.cover([.telemetry, .approval], .none, because: "the program that loads the prompt decides it")
        let configuration = root[path: ["model", "configuration"]] ?? root[path: ["model", "connection"]]
        let names = ["azure_deployment", "name", "model", "deployment"]
        let name = names.lazy.compactMap { configuration?[$0] }.first ?? root[path: ["model", "id"]]
        let endpoint = (configuration?["azure_endpoint"] ?? configuration?["base_url"] ?? configuration?["endpoint"])?
            .string
        scribe.model(
            "main", provider: configuration?["type"]?.string, name: name?.string,
            endpoint: endpoint.flatMap { SecretScanner.isReference($0) ? nil : $0 }, at: name ?? root["model"], "/model"
        )
        if let key = configuration?["api_key"], let text = key.string,
            SecretScanner.detect(key: "api_key", value: text) == nil
        {
            scribe.credential(key, name: "api_key", holder: "model", "/model/configuration/api_key")
        }
        let tools = root[path: ["model", "parameters", "tools"]] ?? root["tools"]
        let place = root["tools"] == nil ? "/model/parameters/tools" : "/tools"
        DeclaredTools(root: tools, pointer: place, style: .declarative).record(&scribe)
        if let limit = root[path: ["model", "parameters", "max_tokens"]], let number = limit.number {
            scribe.add(
                .budget, at: limit, "/model/parameters/max_tokens",
                ["actor": "main", "kind": "tokens", "value": .real(number), "unit": "tokens for one answer"])
        }
        let title = root["name"]?.string ?? "prompt"
        scribe.instruction(
            title, Node(.string(document.body), at: Position(line: document.bodyLine, column: 1)), "")
    }
}
