internal import Compliance
internal import Documents

/// One agent or workflow that a YAML file declares.
struct DeclaredAgent {
    /// How it is written.
    enum Form {
        case prompt, workflow, hosted, kernel
    }

    let root: Node
    let form: Form

    /// What a file declares; nil when it only looks like one.
    static func kind(of root: Node) -> (form: Form, product: String, agent: String, plans: Bool?)? {
        let kind = root["kind"]?.string?.lowercased()
        switch kind {
        case "prompt" where root["model"] != nil:
            return (.prompt, "Microsoft Agent Framework", "application", true)
        case "workflow" where root[path: ["trigger", "actions"]] != nil || root["actions"] != nil:
            return (.workflow, "Microsoft Agent Framework", "workflow", false)
        case "hosted" where root["protocols"] != nil: return (.hosted, "Azure AI Foundry", "application", nil)
        default: break
        }
        let types = [
            "foundry_agent", "chat_completion_agent", "openai_assistant", "azure_assistant", "openai_responses",
            "azure_openai_responses",
        ]
        guard kind == nil, let type = root["type"]?.string, types.contains(type) else { return nil }
        return (.kernel, "Semantic Kernel", "application", true)
    }

    /// Records everything that the file says.
    func record(_ scribe: inout Scribe) {
        cover(&scribe)
        scribe.settings(root)
        scribe.secrets(in: root, holder: "agent")
        switch form {
        case .prompt, .kernel: recordPrompt(&scribe)
        case .workflow: DeclaredWorkflow(root: root).record(&scribe)
        case .hosted: recordHosted(&scribe)
        }
    }

    private func cover(_ scribe: inout Scribe) {
        scribe.cover([.telemetry], .none, because: "the program that runs the agent decides it")
        scribe.cover([.credential], .partial, because: "what the program signs in as is not seen")
        switch form {
        case .hosted:
            scribe.cover([.trigger], .complete)
            scribe.cover([.budget], .partial, because: "the agent's program is not read")
        case .workflow:
            scribe.cover([.tool, .approval, .mcpServer, .delegation, .trigger], .complete)
            scribe.cover([.egress], .partial, because: "agents and tools reach more than the workflow says")
        case .prompt, .kernel:
            scribe.cover([.tool, .approval, .mcpServer, .model, .instruction, .dataSource], .complete)
        }
    }

    private func recordPrompt(_ scribe: inout Scribe) {
        let name = root["name"]?.string ?? "agent"
        for key in ["instructions", "additionalInstructions"] {
            root[key].map { scribe.instruction(name, $0, "/\(key)") }
        }
        recordModel(&scribe)
        let list = DeclaredTools(root: root["tools"], pointer: "/tools", style: .declarative)
        list.record(&scribe)
        list.recordApproval(at: root["tools"] ?? root, root["tools"] == nil ? "" : "/tools", &scribe)
    }

    private func recordModel(_ scribe: inout Scribe) {
        guard let model = root["model"] else { return }
        let id = model["id"] ?? (model.string == nil ? nil : model)
        let connection = model["connection"] ?? model["configuration"]
        let endpoint = (connection?["endpoint"] ?? connection?["azure_endpoint"])?.string
        // `=Env.X` and `${X}` are known when the agent is loaded.
        let isOpen = { (text: String?) in text.map { $0.hasPrefix("=") || $0.contains("${") } ?? true }
        scribe.model(
            "main", provider: (model["provider"] ?? connection?["type"])?.string,
            name: isOpen(id?.string) ? nil : id?.string, endpoint: isOpen(endpoint) ? nil : endpoint,
            at: id ?? model, id?.position == model.position ? "/model" : "/model/id")
        for key in ["apiKey", "api_key", "connection_string", "key"] {
            guard let node = connection?[key], let text = node.string,
                SecretScanner.detect(key: key, value: text) == nil
            else { continue }
            let reference = text.hasPrefix("=Env.") ? "${\(text.dropFirst(5))}" : text
            scribe.credential(
                reference, name: key, at: node, holder: "model",
                "/model/\(model["connection"] == nil ? "configuration" : "connection")/\(key)")
        }
    }

    /// A container that Foundry runs; callers come in with Entra ID.
    private func recordHosted(_ scribe: inout Scribe) {
        for (index, entry) in (root["protocols"]?.elements ?? []).enumerated() {
            guard let node = entry["protocol"] else { continue }
            scribe.add(
                .trigger, at: node, "/protocols/\(index)/protocol",
                ["kind": "webhook", "expression": .text(node.string ?? "protocol"), "untrusted": false])
        }
        for (key, kind, unit) in [("cpu", "processor", "cores"), ("memory", "memory", "bytes")] {
            guard let node = root[path: ["resources", key]] else { continue }
            scribe.add(
                .budget, at: node, "/resources/\(key)",
                [
                    "actor": "main", "kind": .text(kind), "unit": .text(unit),
                    "value": Quantity.value(node).map(Value.real) ?? .null,
                ])
        }
        if let image = root["image"], let text = image.string {
            scribe.add(.component, at: image, "/image", KagentServer.image(text))
        }
        for (index, variable) in (root["environment_variables"]?.elements ?? []).enumerated() {
            guard let name = variable["name"]?.string, let value = variable["value"] else { continue }
            scribe.credential(value, name: name, holder: "agent", "/environment_variables/\(index)/value")
        }
    }
}
