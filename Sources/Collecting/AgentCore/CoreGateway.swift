internal import Compliance
internal import Documents

/// One gateway of AgentCore: tools of many kinds behind one MCP address.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-gateway.html>,
/// <https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway.html>
struct CoreGateway {
    let root: Node
    let pointer: String
    let name: String

    /// Records who may call it, and what stands before its tools.
    func record(_ scribe: inout Scribe) {
        scribe.settings(root, pointer)
        scribe.secrets(in: root, holder: name, pointer)
        let type = root.spelled("AuthorizerType")
        let authorizer = CoreAuthorizer(root.spelled("AuthorizerConfiguration")?.node, kind: type?.node.string)
        let place = type.map { "\(pointer)/\($0.path)" } ?? pointer
        authorizer.record(at: type?.node ?? root, place, &scribe)
        scribe.add(
            .mcpServer, at: type?.node ?? root, place,
            [
                "name": .text(Redaction.redact(name)), "client": "AgentCore gateway", "transport": "http",
                "host_kind": "public", "tls": true, "tls_verified": true, "auth": .text(authorizer.auth),
                "enabled": true, "tool_scope": "all", "injects_code": false, "shell_expansion": false,
                "filesystem_reach": "none",
            ])
        recordGuards(&scribe)
    }

    /// Interceptors see each call; a policy engine that only logs stops none.
    private func recordGuards(_ scribe: inout Scribe) {
        let interceptors = root.spelled("InterceptorConfigurations")
        for (index, node) in (interceptors?.node.elements ?? []).enumerated() {
            scribe.add(
                .guardrail, at: node, "\(pointer)/\(interceptors?.path ?? "")/\(index)",
                ["stage": "tool", "provider": "AgentCore interceptor", "blocking": true])
        }
        guard let (engine, path) = root.spelled("PolicyEngineConfiguration") else { return }
        let mode = engine.spelled("Mode")
        scribe.add(
            .guardrail, at: mode?.node ?? engine, "\(pointer)/\(path)" + (mode.map { "/" + $0.path } ?? ""),
            [
                "stage": "tool", "provider": "AgentCore policy engine",
                "blocking": mode.map { .boolean($0.node.string == "ENFORCE") } ?? .null,
            ])
    }

    /// Records the tools of one target, and what the gateway shows there.
    static func record(target: Node, _ pointer: String, of gateway: String, _ scribe: inout Scribe) {
        let title = Redaction.redact(target.spelled("Name")?.node.string ?? "target")
        scribe.settings(target, pointer)
        guard let (configuration, path) = target.spelled("TargetConfiguration"),
            let (inner, key) = configuration.spelled("Mcp")
        else { return }
        let place = "\(pointer)/\(path)/\(key)"
        if let server = inner.spelled("McpServer"), let (endpoint, last) = server.node.spelled("Endpoint"),
            let url = endpoint.string
        {
            scribe.remoteServer(
                title, url: url, client: "AgentCore gateway", at: endpoint, "\(place)/\(server.path)/\(last)")
        }
        let lambda = inner.spelled("Lambda")
        let schema = lambda?.node.spelled("ToolSchema")
        let list = schema?.node.spelled("InlinePayload")
        for (index, tool) in (list?.node.elements ?? []).enumerated() {
            guard let (node, last) = tool.spelled("Name"), let text = node.string else { continue }
            let path = [lambda?.path, schema?.path, list?.path].compactMap(\.self).joined(separator: "/")
            scribe.tool(
                "\(title).\(text)", origin: "mcp", server: gateway, effect: ToolName.effect(text), approval: nil,
                at: node, "\(place)/\(path)/\(index)/\(last)")
        }
        if list == nil {
            scribe.tool("\(title).*", origin: "mcp", server: gateway, approval: nil, at: inner, place)
            scribe.cover([.tool], .partial, because: "the tools of \(title) are described elsewhere")
        }
        recordCredentials(target, title, pointer, &scribe)
    }

    /// What the gateway shows to a target.
    ///
    /// <https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-outbound-auth.html>
    private static func recordCredentials(_ target: Node, _ title: String, _ pointer: String, _ scribe: inout Scribe) {
        guard let (list, path) = target.spelled("CredentialProviderConfigurations") else { return }
        for (index, entry) in list.elements.enumerated() {
            guard let (type, key) = entry.spelled("CredentialProviderType"), let text = type.string,
                text != "GATEWAY_IAM_ROLE"
            else { continue }
            let provider = entry.spelled("CredentialProvider")?.node
            let scopes = provider?.spelled("OauthCredentialProvider")?.node.spelled("Scopes")?.node.elements
            let isWide = scopes?.contains { ["*", "admin", ".default"].contains($0.string ?? "") }
            scribe.add(
                .credential, at: type, "\(pointer)/\(path)/\(index)/\(key)",
                [
                    "holder": .text(title), "name": .text(text), "kind": text == "API_KEY" ? "api-key" : "token",
                    "storage": "vault", "detector": "agentcore-identity",
                    "scope_breadth": isWide == true ? "broad" : .null,
                ])
        }
    }
}
