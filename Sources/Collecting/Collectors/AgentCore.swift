internal import Compliance
internal import Documents

/// Agents of Amazon Bedrock AgentCore: as the starter toolkit keeps them in `.bedrock_agentcore.yaml`, in CloudFormation, or
/// as the service shows its runtimes and gateways.
///
/// Interpreted as of August 2026. The program that is deployed is code and is not read.
struct AgentCore: Collector {
    let name = "agentcore"
    let summary = "Amazon Bedrock AgentCore: .bedrock_agentcore.yaml, CloudFormation, get-agent-runtime, get-gateway"
    let documentation = [
        "https://aws.github.io/bedrock-agentcore-starter-toolkit/user-guide/runtime/overview.html",
        "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-oauth.html",
        "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/observability-configure.html",
        "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-lifecycle-settings.html",
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_BedrockAgentCore.html",
        "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway.html",
    ]

    let marks = [
        ContentMark(
            ArtifactKind("agentcore template", .yaml),
            anyOf: [
                ["AWS::BedrockAgentCore::Runtime", "Resources:"], ["AWS::BedrockAgentCore::Gateway", "Resources:"],
            ],
            admits: ContentMark.extensions("yaml", "yml", "template")),
        ContentMark(
            ArtifactKind("agentcore template", .json),
            anyOf: [
                ["\"AWS::BedrockAgentCore::Runtime\"", "\"Resources\""],
                ["\"AWS::BedrockAgentCore::Gateway\"", "\"Resources\""],
            ],
            admits: ContentMark.extensions("json", "template")),
        ContentMark(
            ArtifactKind("agentcore export", .json),
            anyOf: [["\"agentRuntimeArn\"", "\"networkConfiguration\""], ["\"gatewayArn\"", "\"authorizerType\""]],
            admits: ContentMark.extensions("json")),
    ]

    func kind(of path: FilePath) -> ArtifactKind? {
        path.name == ".bedrock_agentcore.yaml" ? ArtifactKind("agentcore deployment", .yaml) : nil
    }

    private static let tables: [Table] = [.trigger, .memory, .telemetry, .sandbox, .credential, .budget]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files where file.kind.name != "agentcore deployment" {
            guard let root = file.document?.root else {
                var scribe = Scribe(AgentID("agentcore@\(file.path.folder.text)"), file, for: recorder)
                scribe.declare(product: "Amazon Bedrock AgentCore", plans: nil)
                scribe.refuse(Self.tables)
                recorder.merge(scribe.recorder)
                continue
            }
            if file.kind.name == "agentcore template" {
                CoreTemplate(template: CloudTemplate(root: root), file: file).record(into: &recorder)
            } else {
                record(export: root, file, into: &recorder)
            }
        }
        for file in files where file.kind.name == "agentcore deployment" {
            guard let agents = file.document?.root["agents"], agents.isObject else {
                var scribe = Scribe(AgentID("agentcore@\(file.path.folder.text)"), file, for: recorder)
                scribe.declare(product: "Amazon Bedrock AgentCore", plans: nil)
                scribe.refuse(Self.tables)
                recorder.merge(scribe.recorder)
                continue
            }
            for entry in agents.members where entry.value.isObject {
                let id = AgentID("agentcore@\(file.path.folder.text)#\(entry.key)")
                var scribe = Scribe(id, file, for: recorder)
                scribe.declare(product: "Amazon Bedrock AgentCore", plans: nil)
                scribe.cover([.trigger, .memory, .telemetry, .sandbox, .budget], .complete)
                scribe.cover([.credential], .partial, because: "what the program itself holds is not seen")
                record(entry.value, "/agents/\(Node.escape(entry.key))", &scribe)
                recorder.merge(scribe.recorder)
            }
        }
    }

    /// A runtime or a gateway as the service shows it.
    private func record(export root: Node, _ file: SourceFile, into recorder: inout Recorder) {
        guard root["gatewayArn"] != nil || root["agentRuntimeArn"] != nil else { return }
        let isGateway = root["gatewayArn"] != nil
        let name = Redaction.redact((root["agentRuntimeName"] ?? root["name"])?.string ?? "agent")
        var scribe = Scribe(AgentID("agentcore@\(file.path.folder.text)#\(name)"), file, for: recorder)
        let product = "Amazon Bedrock AgentCore" + (isGateway ? " gateway" : "")
        scribe.declare(
            product: product, kind: isGateway ? "mcp-server" : "application", plans: isGateway ? false : nil)
        scribe.cover([.trigger], .complete)
        scribe.cover([.credential, .tool], .partial, because: "the export names no targets and no code")
        if isGateway {
            scribe.cover([.mcpServer, .guardrail], .complete)
            CoreGateway(root: root, pointer: "", name: name).record(&scribe)
        } else {
            scribe.cover([.sandbox], .complete)
            CoreRuntime(root: root, pointer: "").record(&scribe)
        }
        AgentRole.recordNamed(root["roleArn"], "/roleArn", &scribe)
        recorder.merge(scribe.recorder)
    }

    private func record(_ agent: Node, _ pointer: String, _ scribe: inout Scribe) {
        scribe.settings(agent, pointer)
        scribe.secrets(in: agent, holder: "agent", pointer)
        // Without an authorizer callers sign with IAM: the address is not open to outsiders.
        let authorizer = agent["authorizer_configuration"]
        let jwt = authorizer?["customJWTAuthorizer"]
        let isBounded =
            !(jwt?["allowedAudience"]?.elements ?? []).isEmpty || !(jwt?["allowedClients"]?.elements ?? []).isEmpty
        let isOpen = jwt != nil && !isBounded
        scribe.add(
            .trigger, at: jwt ?? authorizer ?? agent, pointer + "/authorizer_configuration",
            [
                "kind": isOpen ? "webhook" : "caller",
                "expression": jwt == nil ? "invocation signed with AWS IAM" : "invocation with a JWT",
                "untrusted": .boolean(isOpen),
            ])
        let role = agent[path: ["aws", "execution_role"]]
        if let role, role.string != nil {
            AgentRole.recordNamed(role, pointer + "/aws/execution_role", &scribe)
        }
        let mode = agent[path: ["aws", "network_configuration", "network_mode"]]
        scribe.add(
            .sandbox, line: agent.position(of: ["aws", "network_configuration", "network_mode"]),
            pointer + "/aws/network_configuration/network_mode",
            [
                "kind": "AgentCore microVM", "enabled": true, "required": true, "escapable": false,
                // A VPC bounds the network by security groups that are not in this file.
                "network": mode?.string == "VPC" ? .null : "open",
            ])
        let isObserved = agent[path: ["aws", "observability", "enabled"]]
        scribe.add(
            .telemetry, line: agent.position(of: ["aws", "observability", "enabled"]),
            pointer + "/aws/observability/enabled",
            [
                "kind": "trace", "enabled": .boolean(isObserved?.boolean ?? true), "destination": "Amazon CloudWatch",
                "remote": true, "tls": true, "tls_verified": true, "captures_actions": true,
            ])
        let memory = agent["memory"]
        let memoryMode = memory?["mode"]?.string
        scribe.add(
            .memory, line: agent.position(of: ["memory", "mode"]), pointer + "/memory/mode",
            [
                "actor": "main", "kind": memoryMode == "STM_AND_LTM" ? "notes" : "transcript",
                "enabled": memory == nil || memoryMode == nil ? .null : .boolean(memoryMode != "NO_MEMORY"),
                "scope": "user", "writable_by": "agent",
                "retention_days": Value(memory?["event_expiry_days"]?.integer),
            ])
        // Without a word a session ends after eight hours, and after a quarter of an hour in which nobody spoke.
        let timeouts = [
            ("max_lifetime", "AgentCore session", 28800.0), ("idle_runtime_session_timeout", "idle session", 900),
        ]
        for (key, unit, usual) in timeouts {
            let path = ["aws", "lifecycle_configuration", key]
            scribe.add(
                .budget, line: agent.position(of: path), "\(pointer)/aws/lifecycle_configuration/\(key)",
                [
                    "actor": "main", "kind": "time", "value": .real(agent[path: path]?.number ?? usual),
                    "unit": .text("seconds of \(unit)"),
                ])
        }
    }
}
