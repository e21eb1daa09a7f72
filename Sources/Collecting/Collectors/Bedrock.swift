internal import Compliance
internal import Documents

/// Agents of Amazon Bedrock: in CloudFormation, in a Terraform plan, or as `get-agent` shows them.
///
/// Interpreted by the resource reference of August 2026.
struct Bedrock: Collector {
    let name = "bedrock"
    let summary =
        "Amazon Bedrock agents and their roles: CloudFormation, get-agent output, Terraform plan JSON, .tf.json"
    let documentation = [
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agent.html",
        "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_GetAgent.html",
        "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/bedrockagent_agent",
        "https://docs.aws.amazon.com/bedrock/latest/userguide/agents-userconfirmation.html",
        "https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html",
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
        ContentMark(
            ArtifactKind("terraform configuration", .json), anyOf: [["\"aws_bedrockagent_agent\"", "\"resource\""]],
            admits: ContentMark.extensions("tf.json")),
    ]

    private static let tables: [Table] = [
        .tool, .approval, .guardrail, .model, .memory, .delegation, .dataSource, .instruction, .permission, .credential,
        .budget,
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
            case "bedrock template": record(template: CloudTemplate(root: root), file, into: &recorder)
            case "terraform plan": record(TerraformResources(plan: root), file, into: &recorder)
            case "terraform configuration":
                record(TerraformResources(configuration: root), file, into: &recorder)
            default:
                guard let agent = root["agent"] else { continue }
                let title = agent["agentName"]?.string ?? "agent"
                record(BedrockAgent(root: agent, pointer: "/agent", template: nil), title, file, into: &recorder) {
                    AgentRole.recordNamed(agent["agentResourceRoleArn"], "/agent/agentResourceRoleArn", &$0)
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
        more(&scribe)
        recorder.merge(scribe.recorder)
    }

    private func record(template: CloudTemplate, _ file: SourceFile, into recorder: inout Recorder) {
        for resource in template.resources where resource.value["Type"]?.string == "AWS::Bedrock::Agent" {
            guard let properties = resource.value["Properties"] else { continue }
            let pointer = "/Resources/\(Node.escape(resource.key))/Properties"
            let agent = BedrockAgent(root: properties, pointer: pointer, template: template)
            record(agent, resource.key, file, into: &recorder) { scribe in
                AgentRole.record(properties, "AgentResourceRoleArn", pointer, of: template, &scribe)
                BedrockActions(template: template).recordRoles(properties, pointer, &scribe)
                BedrockCallers(template: template).record(&scribe)
                NeighbourRoles(template: template).record(&scribe)
            }
        }
    }

    /// Agents of Terraform with the action groups and roles beside them.
    private func record(_ resources: TerraformResources, _ file: SourceFile, into recorder: inout Recorder) {
        let agents = resources["aws_bedrockagent_agent"]
        let groups = resources["aws_bedrockagent_agent_action_group"]
        for resource in agents {
            let own = groups.filter { group in
                let target = resources.target(of: group, "agent_id", type: "aws_bedrockagent_agent")
                return target.map { $0.address == resource.address } ?? (agents.count == 1)
            }
            let agent = BedrockAgent(
                root: resource.values, pointer: resource.pointer, template: nil,
                groups: own.map { ($0.values, $0.pointer) })
            record(agent, resource.address, file, into: &recorder) { scribe in
                let key = "agent_resource_role_arn"
                let place = resource.values[key]
                if let role = resources.role(of: resource, key, in: file) {
                    role.record(
                        holder: "agent", actor: "main", at: place ?? resource.values,
                        resource.pointer + (place == nil ? "" : "/" + key), &scribe)
                } else {
                    AgentRole.recordNamed(place, "\(resource.pointer)/\(key)", &scribe)
                }
                let isLost = groups.contains {
                    resources.target(of: $0, "agent_id", type: "aws_bedrockagent_agent") == nil
                }
                guard agents.count > 1, isLost else { return }
                scribe.cover(
                    [.tool, .approval], .partial, because: "the file does not say whose its action groups are")
            }
        }
    }
}
