internal import Compliance
internal import Documents

/// One runtime of AgentCore: in a template, or as `get-agent-runtime` shows it.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-runtime.html>
struct CoreRuntime {
    let root: Node
    let pointer: String

    /// Records where it runs, who calls it, and what it holds.
    func record(_ scribe: inout Scribe) {
        scribe.settings(root, pointer)
        scribe.secrets(in: root, holder: "agent", pointer)
        recordCallers(&scribe)
        recordPlace(&scribe)
        let artifact = root.spelled("AgentRuntimeArtifact")
        if let (container, path) = artifact?.node.spelled("ContainerConfiguration"),
            let (image, key) = container.spelled("ContainerUri"), let text = image.string
        {
            let place = "\(pointer)/\(artifact?.path ?? "")/\(path)/\(key)"
            scribe.add(.component, at: image, place, KagentServer.image(text))
        }
        guard let (variables, path) = root.spelled("EnvironmentVariables") else { return }
        for member in variables.members {
            scribe.credential(
                member.value, name: member.key, holder: "agent", "\(pointer)/\(path)/\(Node.escape(member.key))")
        }
    }

    /// Without an authorizer callers sign with IAM.
    private func recordCallers(_ scribe: inout Scribe) {
        let authorizer = root.spelled("AuthorizerConfiguration")
        CoreAuthorizer(authorizer?.node, kind: nil).record(
            at: authorizer?.node ?? root, pointer + (authorizer.map { "/" + $0.path } ?? ""), &scribe)
    }

    private func recordPlace(_ scribe: inout Scribe) {
        let network = root.spelled("NetworkConfiguration")
        let mode = network?.node.spelled("NetworkMode")
        CoreNetwork.record(
            "AgentCore microVM", mode?.node, at: mode?.node ?? root,
            pointer + (network.map { "/" + $0.path } ?? "") + (mode.map { "/" + $0.path } ?? ""), &scribe)
        guard let (bounds, path) = root.spelled("LifecycleConfiguration") else { return }
        for (key, unit) in [("MaxLifetime", "AgentCore session"), ("IdleRuntimeSessionTimeout", "idle session")] {
            guard let (node, name) = bounds.spelled(key), let seconds = node.number else { continue }
            scribe.add(
                .budget, at: node, "\(pointer)/\(path)/\(name)",
                ["actor": "main", "kind": "time", "value": .real(seconds), "unit": .text("seconds of \(unit)")])
        }
    }
}

/// Who may call a runtime or a gateway.
///
/// <https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-inbound-auth.html>
struct CoreAuthorizer {
    private let jwt: Node?
    private let kind: String?

    /// `kind` is the authorizer's type where one is written: `CUSTOM_JWT`, `AWS_IAM` or `NONE`.
    init(_ configuration: Node?, kind: String?) {
        jwt = configuration?["CustomJWTAuthorizer"] ?? configuration?.spelled("CustomJWTAuthorizer")?.node
        self.kind = kind
    }

    /// In the words of `mcp_server.auth`.
    var auth: String { kind == "NONE" ? "none" : jwt != nil || kind == "CUSTOM_JWT" ? "oauth" : "header" }

    /// Whether outsiders get in: without a question, or with any token of the provider.
    var isOpen: Bool {
        if kind == "NONE" { return true }
        guard let jwt else { return false }
        return ["AllowedAudience", "AllowedClients", "AllowedScopes", "CustomClaims"].allSatisfy {
            jwt.spelled($0)?.node.elements.isEmpty ?? true
        }
    }

    func record(at node: Node, _ pointer: String, _ scribe: inout Scribe) {
        let words = auth == "none" ? "without authentication" : auth == "oauth" ? "with a JWT" : "signed with AWS IAM"
        scribe.add(
            .trigger, at: node, pointer,
            [
                "kind": isOpen ? "webhook" : "caller", "expression": .text("invocation \(words)"),
                "untrusted": .boolean(isOpen),
            ])
    }
}

/// The network of a runtime, a browser or a code interpreter.
enum CoreNetwork {
    static func record(_ kind: String, _ mode: Node?, at node: Node, _ pointer: String, _ scribe: inout Scribe) {
        let network: Value =
            switch mode?.string {
            // A VPC bounds the network by security groups that are not in this file.
            case "VPC": .null
            case "SANDBOX": "allowlist"
            default: "open"
            }
        scribe.add(
            .sandbox, at: node, pointer,
            ["kind": .text(kind), "enabled": true, "required": true, "escapable": false, "network": network])
    }
}
