internal import Compliance
internal import Documents

/// One `Agent` or `SandboxAgent` with the objects that it refers to.
///
/// <https://kagent.dev/docs/kagent/resources/api-ref>
struct KagentAgent {
    let manifest: Manifest
    let all: [Manifest]
    let id: AgentID

    private var declarative: Node { manifest.spec["declarative"] ?? Node(.object([]), at: manifest.spec.position) }
    private var isDeclarative: Bool { manifest.spec["declarative"] != nil }
    private var place: String { manifest.pointer + "/spec/declarative" }
    private var deployment: (node: Node?, pointer: String) {
        isDeclarative
            ? (declarative["deployment"], place + "/deployment")
            : (manifest.spec[path: ["byo", "deployment"]], manifest.pointer + "/spec/byo/deployment")
    }

    /// The object of a kind that a reference names.
    private func object(_ kinds: Set<String>, _ reference: String) -> Manifest? {
        all.first {
            $0.group == "kagent.dev" && kinds.contains($0.kind)
                && $0.isMeant(by: reference, from: manifest.namespace)
        }
    }

    /// Records everything that the agent's objects say.
    func record(into recorder: inout Recorder) {
        var scribe = Scribe(id, manifest.file, for: recorder)
        scribe.declare(product: "kagent", plans: isDeclarative ? true : nil)
        scribe.cover(
            [.tool, .approval, .instruction, .sandbox, .delegation, .egress], isDeclarative ? .complete : .partial)
        // An own image brings servers and models that no object names.
        scribe.cover([.mcpServer, .model], isDeclarative ? .complete : .partial)
        scribe.cover([.guardrail, .telemetry, .trigger], .none, because: "kagent has no field for it")
        scribe.cover([.budget], .partial, because: "kagent bounds neither turns nor tokens")
        scribe.settings(manifest.root, manifest.pointer)
        scribe.secrets(in: manifest.spec, holder: "agent", manifest.pointer + "/spec")
        if let text = declarative["systemMessage"] { scribe.instruction(manifest.name, text, place + "/systemMessage") }
        if declarative["systemMessageFrom"] != nil {
            scribe.cover([.instruction], .partial, because: "the system message stands in another object")
        }
        var foreign: [Scribe] = []
        recordTools(&scribe, &foreign, for: recorder)
        recordModel(&scribe, &foreign, for: recorder)
        recordContainment(&scribe)
        recordParts(&scribe)
        let (node, pointer) = deployment
        let named = node?["serviceAccountName"]
        // Without a name the controller makes an account of the agent's name.
        let account = named?.string ?? manifest.name
        ServiceAccountRights(account: account, namespace: manifest.namespace, in: all).record(
            actor: "main", holder: "agent",
            source: (
                named ?? manifest.root[path: ["metadata", "name"]] ?? manifest.root,
                named == nil ? manifest.pointer + "/metadata/name" : pointer + "/serviceAccountName"
            ),
            &scribe, into: &recorder)
        scribe.cover(
            [.permission, .credential], .partial, because: "bindings outside the assessed folder are not seen")
        recorder.merge(scribe.recorder)
        for other in foreign { recorder.merge(other.recorder) }
    }

    private func recordTools(_ scribe: inout Scribe, _ foreign: inout [Scribe], for recorder: Recorder) {
        var asks = 0
        let tools = declarative["tools"]?.elements ?? []
        for (index, tool) in tools.enumerated() {
            let pointer = "\(place)/tools/\(index)"
            if let peer = tool["agent"] {
                let name = peer["name"] ?? peer
                scribe.add(
                    .delegation, at: name, pointer + "/agent/name",
                    ["peer": .text(name.string ?? "agent"), "transport": "http"])
            }
            guard let server = tool["mcpServer"] else { continue }
            let name = server["name"]?.string ?? ""
            let approval = Set((server["requireApproval"]?.elements ?? []).compactMap(\.string))
            asks += approval.count
            let names = server["toolNames"]?.elements ?? []
            if names.isEmpty {
                scribe.tool(
                    "*", origin: "mcp", server: name, approval: approval.isEmpty ? "never" : "on-risk",
                    at: server["name"] ?? server, pointer + "/mcpServer/name")
            }
            for (position, node) in names.enumerated() {
                guard let text = node.string else { continue }
                scribe.tool(
                    text, origin: "mcp", server: name, approval: approval.contains(text) ? "always" : "never", at: node,
                    "\(pointer)/mcpServer/toolNames/\(position)")
            }
            for key in ["toolNames", "requireApproval"] where tool[key] != nil {
                scribe.add(
                    .setting, line: tool.position(of: [key]), "\(pointer)/\(key)",
                    [
                        "level": "project", "key": .text("spec.declarative.tools.\(key)"), "type": "text",
                        "status": "misplaced", "reason": .text("\(key) belongs under mcpServer"),
                    ])
            }
            guard let object = object(["RemoteMCPServer", "MCPServer", "ToolServer"], name) else {
                scribe.cover([.mcpServer], .partial, because: "the server \(name) is not among the files")
                continue
            }
            let isAll = names.isEmpty && approval.isEmpty
            var other = Scribe(id, object.file, for: recorder)
            KagentServer(object, all).record(
                approved: isAll ? "all" : names.count > approval.count ? "some" : "none",
                scope: names.isEmpty ? "all" : "listed", &other)
            foreign.append(other)
        }
        guard isDeclarative else { return }
        scribe.add(
            .approval, at: declarative["tools"] ?? declarative, place + "/tools",
            ["covers": "mcp", "mode": asks > 0 ? "on-risk" : "never", "bypassable": false])
    }

    private func recordModel(_ scribe: inout Scribe, _ foreign: inout [Scribe], for recorder: Recorder) {
        guard isDeclarative else { return }
        let name = declarative["modelConfig"]?.string ?? "default-model-config"
        guard let object = object(["ModelConfig"], name) else {
            scribe.cover(
                [.model], .partial, because: "the model configuration \(Redaction.redact(name)) is not among the files")
            scribe.model(
                "main", provider: nil, name: nil, at: declarative["modelConfig"] ?? declarative, place + "/modelConfig")
            return
        }
        var other = Scribe(id, object.file, for: recorder)
        let pointer = object.pointer + "/spec"
        let spec = object.spec
        other.settings(object.root, object.pointer)
        other.secrets(in: spec, holder: "model", pointer)
        let provider = spec["provider"]?.string
        let endpoint = spec.members.lazy.compactMap {
            ($0.value["baseUrl"] ?? $0.value["azureEndpoint"] ?? $0.value["host"])?.string
        }.first
        other.model(
            "main", provider: provider, name: spec["model"]?.string, endpoint: endpoint, at: spec["model"],
            pointer + "/model")
        if let secret = spec["apiKeySecret"] {
            other.add(
                .credential, at: secret, pointer + "/apiKeySecret",
                [
                    "holder": "model", "name": .text(secret.string ?? "apiKeySecret"), "kind": "api-key",
                    "storage": "vault", "detector": "kubernetes-secret",
                ])
        }
        if spec["apiKeyPassthrough"]?.boolean == true {
            other.add(
                .credential, at: spec["apiKeyPassthrough"], pointer + "/apiKeyPassthrough",
                [
                    "holder": "model", "name": "the caller's token", "kind": "token", "storage": "federated",
                    "detector": "passthrough",
                ])
        }
        foreign.append(other)
    }

    /// The network that the sandbox opens, and what the security context says of the container.
    private func recordContainment(_ scribe: inout Scribe) {
        let network = manifest.spec[path: ["sandbox", "network"]]
        let domains = network?["allowedDomains"]?.elements ?? []
        for (index, domain) in domains.enumerated() {
            guard let name = domain.string else { continue }
            scribe.add(
                .egress, at: domain, "\(manifest.pointer)/spec/sandbox/network/allowedDomains/\(index)",
                [
                    "destination": .text(name),
                    "breadth": name == "*" ? "any" : name.contains("*") ? "pattern" : "exact",
                    "effect": "allow", "enforced_by": "sandbox",
                ])
        }
        let (node, pointer) = deployment
        let security = node?["securityContext"]
        var hold = ContainerHold(container: security, pod: node?["podSecurityContext"])
        if !(security?[path: ["capabilities", "add"]]?.elements ?? []).isEmpty { hold.openings.append("capabilities") }
        var columns = hold.columns
        let isSandbox = manifest.kind == "SandboxAgent"
        let isAny = domains.contains { $0.string == "*" }
        columns["kind"] = .text(isSandbox ? "kagent sandbox" : "container")
        columns["network"] = isSandbox ? (domains.isEmpty ? "none" : isAny ? "open" : "allowlist") : .null
        columns["covers_mcp"] = false
        scribe.add(
            .sandbox, at: security ?? network ?? manifest.root["kind"],
            security == nil
                ? manifest.pointer + (network == nil ? "/kind" : "/spec/sandbox/network")
                : pointer + "/securityContext",
            columns)
        if let node { ContainerBounds.record(node, pointer, actor: "main", &scribe) }
    }

    private func recordParts(_ scribe: inout Scribe) {
        if let memory = declarative["memory"] {
            scribe.add(
                .memory, at: memory["ttlDays"] ?? memory, place + "/memory",
                [
                    "actor": "main", "kind": "vector", "enabled": true, "scope": "user", "writable_by": "agent",
                    // The controller keeps memories for 15 days when nothing is said.
                    "retention_days": .integer(memory["ttlDays"]?.integer ?? 15),
                ])
        }
        let (node, pointer) = deployment
        if let image = node?["image"], let text = image.string {
            scribe.add(.component, at: image, pointer + "/image", KagentServer.image(text))
        }
        KagentServer.variables(node, pointer, holder: "agent", &scribe)
        let key = "eks.amazonaws.com/role-arn"
        if let role = node?[path: ["serviceAccountConfig", "annotations", key]], let text = role.string {
            scribe.add(
                .credential, at: role, "\(pointer)/serviceAccountConfig/annotations/\(Node.escape(key))",
                [
                    "holder": "agent", "name": .text(text.split(separator: "/").last.map(String.init) ?? text),
                    "kind": "token", "storage": "federated", "detector": "iam-role", "principal": .text(text),
                ])
        }
        let skills = manifest.spec["skills"]
        for (index, reference) in (skills?["refs"]?.elements ?? []).enumerated() {
            guard let text = reference.string else { continue }
            scribe.add(
                .component, at: reference, "\(manifest.pointer)/spec/skills/refs/\(index)", KagentServer.image(text))
        }
        for (index, reference) in (skills?["gitRefs"]?.elements ?? []).enumerated() {
            guard let url = reference["url"]?.string else { continue }
            let version = reference["ref"]?.string
            let isCommit = version.map { $0.count == 40 && $0.allSatisfy(\.isHexDigit) } ?? false
            scribe.add(
                .component, at: reference["url"], "\(manifest.pointer)/spec/skills/gitRefs/\(index)/url",
                [
                    "kind": "plugin", "name": .text(Redaction.redact(url)), "version": Value(version),
                    "pin": isCommit ? "digest" : "none", "source": "git", "enabled": true,
                ])
        }
    }
}
