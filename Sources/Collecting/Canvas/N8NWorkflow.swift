internal import Compliance
internal import Documents

/// One workflow: its nodes that are switched on, and which of them serve an agent.
struct N8NWorkflow {
    let root: Node

    /// One node.
    private struct Step {
        let node: Node
        let pointer: String
        let type: String
        let name: String

        /// The type without its package: `agent`, `webhook`.
        var short: String { type.split(separator: ".").last.map(String.init) ?? type }
        var parameters: Node { node["parameters"] ?? Node(.object([]), at: node.position) }
        func parameter(_ name: String) -> Node? { parameters[name] }
    }

    private var steps: [Step] {
        (root["nodes"]?.elements ?? []).enumerated().compactMap { index, node in
            guard node["disabled"]?.boolean != true, let type = node["type"]?.string else { return nil }
            return Step(node: node, pointer: "/nodes/\(index)", type: type, name: node["name"]?.string ?? type)
        }
    }

    /// Whether a model chooses the steps.
    var hasAgent: Bool { steps.contains { $0.short == "agent" || $0.short == "openAiAssistant" } }

    /// Names of the nodes that an agent has as tools, with the agent, or with what asks a person before it.
    private var tools: [String: String] {
        var found: [String: String] = [:]
        for source in root["connections"]?.members ?? [] {
            for branch in source.value["ai_tool"]?.elements ?? [] {
                for target in branch.elements { found[source.key] = target["node"]?.string ?? "main" }
            }
        }
        return found
    }

    func record(_ scribe: inout Scribe) {
        scribe.secrets(in: root["nodes"] ?? root, holder: "workflow", "/nodes")
        if let pinned = root["pinData"] { scribe.secrets(in: pinned, holder: "pinned data", "/pinData") }
        for key in ["active", "settings"] {
            guard let node = root[key] else { continue }
            scribe.settings(
                Node(.object([Member(key: key, keyPosition: node.position, value: node)]), at: node.position))
        }
        recordTimeout(&scribe)
        let tools = tools
        let gates = gates
        var approval = FlowApproval(hasGate: gates.isStanding)
        for step in steps {
            scribe.settings(step.parameters, step.pointer + "/parameters")
            recordCredentials(step, &scribe)
            recordTrigger(step, &scribe)
            recordParts(step, &scribe)
            guard let target = tools[step.name], !Self.reviews(step) else { continue }
            let isAsked = reviewers.contains(target)
            let agent = isAsked ? tools[target] ?? target : target
            recordTool(step, of: agent, isAsked: isAsked, &scribe)
            let effect = scribe.recorder.evidence[.tool].last?["effect"].text
            approval.take(Self.waits(step) ? "read" : effect, isAsked: isAsked || gates.guards(agent))
        }
        // Where nothing waits for a person, the agent's tools run as it calls them.
        let gate = steps.first { Self.waits($0) || Self.reviews($0) }
        approval.record(
            gate: gate.map { ($0.node["type"], $0.pointer) },
            flow: (steps.first?.node["type"] ?? root, steps.first?.pointer ?? ""), &scribe)
    }

    /// Whether it waits for a person on the way.
    private static func waits(_ step: Step) -> Bool { step.parameter("operation")?.string == "sendAndWait" }

    /// Whether it stands between an agent and its tools, and asks before each call of one: `slackHitlTool`.
    ///
    /// <https://docs.n8n.io/advanced-ai/human-in-the-loop-tools/>
    private static func reviews(_ step: Step) -> Bool { step.short.hasSuffix("HitlTool") }

    private var reviewers: Set<String> { Set(steps.filter(Self.reviews).map(\.name)) }

    /// The ways of the data; what serves an agent lies on none.
    private var gates: FlowGates {
        let steps = steps
        let isOn = Set(steps.map(\.name))
        var edges: [(from: String, to: String)] = []
        for source in root["connections"]?.members ?? [] {
            for branch in source.value["main"]?.elements ?? [] {
                for target in branch.elements {
                    guard let to = target["node"]?.string else { continue }
                    edges.append((from: source.key, to: to))
                }
            }
        }
        // Data passes a node that is switched off.
        let off = (root["nodes"]?.elements ?? []).compactMap { $0["name"]?.string }.filter { !isOn.contains($0) }
        return FlowGates(
            off.map { FlowGates.Step(id: $0) }
                + steps.map {
                    FlowGates.Step(
                        id: $0.name, asks: Self.waits($0), writes: $0.short == "agent" || $0.short.hasPrefix("chain"))
                }, edges: edges)
    }

    /// Seconds; -1 switches the bound off, and without the key that of the instance holds.
    ///
    /// <https://docs.n8n.io/workflows/settings/>
    private func recordTimeout(_ scribe: inout Scribe) {
        guard let bound = root[path: ["settings", "executionTimeout"]], let seconds = bound.number else { return }
        scribe.add(
            .budget, at: bound, "/settings/executionTimeout",
            ["actor": "main", "kind": "time", "value": seconds > 0 ? .real(seconds) : .null, "unit": "seconds"])
    }

    private func recordCredentials(_ step: Step, _ scribe: inout Scribe) {
        for member in step.node["credentials"]?.members ?? [] {
            scribe.add(
                .credential, line: member.keyPosition, "\(step.pointer)/credentials/\(Node.escape(member.key))",
                [
                    "holder": .text(Redaction.redact(step.name)), "name": .text(member.key), "storage": "vault",
                    "detector": "n8n-credential",
                    "principal": Value(member.value["name"]?.string.map { Redaction.redact($0) }),
                ])
        }
    }

    private func recordTrigger(_ step: Step, _ scribe: inout Scribe) {
        let authentication = step.parameter("authentication")?.string ?? "none"
        var columns: [String: Value] = ["expression": .text(Redaction.redact(step.name))]
        switch step.short {
        case "webhook", "formTrigger", "mcpTrigger":
            columns["kind"] = "webhook"
            columns["untrusted"] = .boolean(authentication == "none")
        case "chatTrigger":
            let isPublic = step.parameter("public")?.boolean == true
            columns["kind"] = isPublic ? "webhook" : "human"
            columns["untrusted"] = .boolean(isPublic && authentication == "none")
        case "manualTrigger", "manualChatTrigger": (columns["kind"], columns["untrusted"]) = ("human", false)
        case "scheduleTrigger", "cron", "interval": (columns["kind"], columns["untrusted"]) = ("schedule", false)
        default:
            guard step.short.hasSuffix("Trigger") || step.short.hasPrefix("emailReadImap") else { return }
            // Mail, messages and forms of other services bring what their senders write.
            columns["kind"] = "event"
            columns["untrusted"] =
                ["gmailTrigger", "telegramTrigger", "whatsAppTrigger", "emailReadImap"]
                    .contains(step.short) ? true : .null
        }
        let place = step.parameter("authentication") ?? step.node["type"]
        scribe.add(
            .trigger, at: place,
            step.pointer + (step.parameter("authentication") == nil ? "/type" : "/parameters/authentication"), columns)
    }

    /// Models, memory, guardrails, prompts, bounds.
    private func recordParts(_ step: Step, _ scribe: inout Scribe) {
        let short = step.short
        if short.hasPrefix("lm") {
            // `model` is a text, or since a later version a map with the text in `value`.
            let model = step.parameter("model") ?? step.parameter("modelName") ?? step.parameter("modelId")
            let node = model?["value"] ?? model
            let url = step.parameters[path: ["options", "baseURL"]]?.string
            scribe.model(
                Redaction.redact(step.name), provider: String(short.dropFirst(short.hasPrefix("lmChat") ? 6 : 2)),
                name: node?.string, endpoint: url, at: node ?? step.node["type"],
                step.pointer + (node == nil ? "/type" : "/parameters/model"))
        }
        if short.hasPrefix("memory") || short.hasPrefix("vectorStore") {
            let isVector = short.hasPrefix("vectorStore")
            scribe.add(
                .memory, at: step.node["type"], step.pointer + "/type",
                [
                    "actor": .text(Redaction.redact(step.name)), "kind": isVector ? "vector" : "transcript",
                    "enabled": true,
                    "scope": isVector ? "shared" : "session", "writable_by": isVector ? .null : "agent",
                ])
        }
        if short == "guardrails" {
            let stage = step.parameter("operation")?.string == "sanitize" ? "output" : "input"
            scribe.add(
                .guardrail, at: step.node["type"], step.pointer + "/type",
                ["stage": .text(stage), "provider": "n8n Guardrails", "blocking": true])
        }
        if short == "agent" {
            let system = step.parameters[path: ["options", "systemMessage"]]
            if let system { scribe.instruction(step.name, system, step.pointer + "/parameters/options/systemMessage") }
            if let text = step.parameter("text") {
                scribe.instruction(step.name, text, step.pointer + "/parameters/text")
            }
            let bound = step.parameters[path: ["options", "maxIterations"]]
            scribe.add(
                .budget, line: step.node.position(of: ["parameters", "options", "maxIterations"]),
                step.pointer + "/parameters/options/maxIterations",
                [
                    "actor": .text(Redaction.redact(step.name)), "kind": "turns", "value": .real(bound?.number ?? 10),
                    "unit": "iterations",
                ])
        }
        if short == "mcpClientTool" || short == "mcpClient" {
            let url = step.parameter("endpointUrl") ?? step.parameter("sseEndpoint")
            guard let url, let text = url.string else { return }
            let authentication = step.parameter("authentication")?.string ?? "none"
            scribe.remoteServer(
                step.name, url: text.hasPrefix("=") ? String(text.dropFirst()) : text, client: "n8n",
                transport: step.parameter("serverTransport")?.string == "httpStreamable" ? "http" : "sse",
                auth: authentication.hasPrefix("bearer")
                    ? "bearer"
                    : authentication.contains("OAuth")
                        ? "oauth"
                        : authentication == "none" ? "none" : "header",
                approved: "all", scope: step.parameter("include")?.string == "selected" ? "listed" : "all", at: url,
                step.pointer + "/parameters/endpointUrl")
        }
    }

    private static let effects = [
        "toolCode": "execute", "executeCommandTool": "execute", "sshTool": "execute", "toolHttpRequest": "network",
        "httpRequestTool": "network", "toolWorkflow": "execute", "toolCalculator": "read", "toolWikipedia": "network",
        "toolSerpApi": "network", "toolThink": "read", "code": "execute", "executeCommand": "execute",
    ]

    private func recordTool(_ step: Step, of agent: String, isAsked: Bool, _ scribe: inout Scribe) {
        let operation = step.parameter("operation")?.string
        let effect = operation.flatMap(ToolName.effect) ?? Self.effects[step.short] ?? ToolName.effect(step.name)
        let isServer = step.short == "mcpClientTool"
        let place = step.parameter("operation") ?? step.node["type"]
        scribe.tool(
            isServer ? "*" : step.name, actor: Redaction.redact(agent), origin: isServer ? "mcp" : "built-in",
            server: isServer ? Redaction.redact(step.name) : nil, effect: effect,
            approval: isAsked || Self.waits(step) ? "always" : "never", at: place,
            step.pointer + (step.parameter("operation") == nil ? "/type" : "/parameters/operation"))
    }
}
