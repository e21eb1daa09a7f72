internal import Compliance
internal import Documents

/// Agents of Amazon Bedrock: in CloudFormation, in a Terraform plan, or as `get-agent` shows them.
///
/// Interpreted by the resource reference of August 2026.
struct Bedrock: Collector {
    let name = "bedrock"
    let summary = "Amazon Bedrock agents: CloudFormation (YAML, JSON), get-agent output, Terraform plan JSON"
    let documentation = [
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agent.html",
        "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_GetAgent.html",
        "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/bedrockagent_agent",
        "https://docs.aws.amazon.com/bedrock/latest/userguide/agents-userconfirmation.html",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("bedrock template", .yaml),
            anyOf: [
                ["AWS::Bedrock::Agent\n"], ["AWS::Bedrock::Agent\r"], ["AWS::Bedrock::Agent'"],
                ["AWS::Bedrock::Agent\""],
            ],
            admits: ContentMark.extensions("yaml", "yml", "template")),
        ContentMark(
            ArtifactKind("bedrock template", .json), anyOf: [["\"AWS::Bedrock::Agent\""]],
            admits: ContentMark.extensions("json")),
        ContentMark(
            ArtifactKind("bedrock agent", .json), anyOf: [["\"agentResourceRoleArn\"", "\"foundationModel\""]],
            admits: ContentMark.extensions("json")),
        ContentMark(
            ArtifactKind("terraform plan", .json), anyOf: [["\"planned_values\"", "\"aws_bedrockagent_agent\""]],
            admits: ContentMark.extensions("json")),
    ]

    private static let tables: [Table] = [
        .tool, .approval, .guardrail, .model, .memory, .delegation, .dataSource, .instruction, .permission, .credential,
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            guard let root = file.document?.root else {
                var scribe = Scribe(AgentID("bedrock@\(file.path.folder.text)"), file, for: recorder)
                scribe.declare(product: "Amazon Bedrock", plans: true)
                scribe.refuse(Self.tables)
                recorder.merge(scribe.recorder)
                continue
            }
            switch file.kind.name {
            case "bedrock template": record(template: CloudTemplate(root: root), root, file, into: &recorder)
            case "terraform plan": record(plan: root, file, into: &recorder)
            default:
                guard let agent = root["agent"] else { continue }
                let title = agent["agentName"]?.string ?? "agent"
                record(BedrockAgent(root: agent, pointer: "/agent", template: nil), title, file, into: &recorder) {
                    $0.cover(
                        [.tool, .approval, .delegation, .dataSource], .partial,
                        because: "get-agent names no action groups")
                }
            }
        }
    }

    private func record(
        _ agent: BedrockAgent, _ title: String, _ file: SourceFile, into recorder: inout Recorder,
        more: (inout Scribe) -> Void
    ) {
        var scribe = Scribe(AgentID("bedrock@\(file.path.folder.text)#\(title)"), file, for: recorder)
        // What the service keeps of an agent is encrypted with its own key unless another is named:
        // <https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents.html>
        let key = agent.root.spelled("CustomerEncryptionKeyArn")
        scribe.recorder.declare(
            scribe.agent, product: "Amazon Bedrock", kind: "application", level: "project", plans: true, in: file,
            at: key?.node.position ?? agent.root.position,
            pointer: "\(agent.pointer)/\(key?.path ?? "CustomerEncryptionKeyArn")",
            encryptedBy: key == nil ? "provider" : "customer")
        scribe.cover(Self.tables, .complete)
        scribe.cover([.telemetry], .none, because: "logging of model invocations is set for the account, not the agent")
        agent.record(&scribe)
        if let (role, path) = agent.root.spelled("AgentResourceRoleArn") {
            let place = "\(agent.pointer)/\(path)"
            if let template = agent.template {
                BedrockRole(template: template).record(role, place, &scribe)
            } else {
                BedrockRole.recordNamed(role, role.string, place, &scribe)
            }
        }
        more(&scribe)
        recorder.merge(scribe.recorder)
    }

    private func record(
        template: CloudTemplate, _ root: Node, _ file: SourceFile, into recorder: inout Recorder
    ) {
        for resource in template.resources where resource.value["Type"]?.string == "AWS::Bedrock::Agent" {
            guard let properties = resource.value["Properties"] else { continue }
            let pointer = "/Resources/\(Node.escape(resource.key))/Properties"
            let agent = BedrockAgent(root: properties, pointer: pointer, template: template)
            record(agent, resource.key, file, into: &recorder) {
                BedrockTrust(template: CloudTemplate(root: root)).recordFunctions(&$0)
            }
        }
    }

    /// Agents of a plan with the action groups planned beside them.
    private func record(plan: Node, _ file: SourceFile, into recorder: inout Recorder) {
        var found: [(node: Node, pointer: String)] = []
        Self.gather(plan[path: ["planned_values", "root_module"]], "/planned_values/root_module", into: &found)
        let type = { (node: Node) in node["type"]?.string }
        let agents = found.filter { type($0.node) == "aws_bedrockagent_agent" }
        let groups = found.filter { type($0.node) == "aws_bedrockagent_agent_action_group" }.compactMap { entry in
            entry.node["values"].map { ($0, entry.pointer + "/values") }
        }
        for (node, pointer) in agents {
            guard let values = node["values"] else { continue }
            // The plan does not know the identifier of an agent yet: with several, whose a group is cannot be told.
            let own = agents.count == 1 ? groups : []
            let agent = BedrockAgent(root: values, pointer: pointer + "/values", template: nil, groups: own)
            record(agent, node["address"]?.string ?? "agent", file, into: &recorder) {
                if agents.count > 1, !groups.isEmpty {
                    $0.cover(
                        [.tool, .approval], .partial, because: "the plan does not say whose its action groups are")
                }
            }
        }
    }

    private static func gather(_ module: Node?, _ pointer: String, into found: inout [(node: Node, pointer: String)]) {
        for (index, resource) in (module?["resources"]?.elements ?? []).enumerated() {
            found.append((resource, "\(pointer)/resources/\(index)"))
        }
        for (index, child) in (module?["child_modules"]?.elements ?? []).enumerated() {
            gather(child, "\(pointer)/child_modules/\(index)", into: &found)
        }
    }
}
