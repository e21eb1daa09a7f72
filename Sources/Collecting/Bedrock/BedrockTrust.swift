internal import Compliance
internal import Documents

/// For whom the service may act: trust policies of roles, and permissions to call functions.
///
/// A service acts for whoever calls it. Without a condition on the account or resource, that can be somebody else's
/// agent: <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>. What Bedrock wants:
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permission.html>.
struct BedrockTrust {
    let template: CloudTemplate

    private static let service = "bedrock.amazonaws.com"

    /// Records each statement of a role's trust policy that lets the service take the role.
    func record(role name: String, _ role: Node, _ place: String, _ scribe: inout Scribe) {
        for (statement, path) in PolicyStatement.all(in: role["AssumeRolePolicyDocument"]) {
            let principals = statement[path: ["Principal", "Service"]]
            guard let principals, principals.texts.contains(Self.service) else { continue }
            record(
                name: "\(name) (trust policy)", holder: "agent", isBound: Self.isBound(statement["Condition"]),
                at: principals, "\(place)/AssumeRolePolicyDocument\(path)/Principal/Service", &scribe)
        }
    }

    /// Records each permission of the service to call a function of the template.
    func recordFunctions(_ scribe: inout Scribe) {
        for resource in template.resources where resource.value["Type"]?.string == "AWS::Lambda::Permission" {
            guard let properties = resource.value["Properties"], let principal = properties["Principal"],
                principal.string == Self.service
            else { continue }
            let function = template.target(properties["FunctionName"]) ?? "a function"
            record(
                name: resource.key, holder: Redaction.redact(function),
                isBound: properties["SourceArn"] != nil || properties["SourceAccount"] != nil, at: principal,
                "/Resources/\(Node.escape(resource.key))/Properties/Principal", &scribe)
        }
    }

    private func record(
        name: String, holder: String, isBound: Bool, at node: Node, _ pointer: String, _ scribe: inout Scribe
    ) {
        scribe.add(
            .credential, at: node, pointer,
            [
                "holder": .text(holder), "name": .text(name), "storage": "federated", "detector": "trust-policy",
                "principal": .text(Self.service), "trust_condition": .boolean(isBound),
            ])
    }

    /// Whether some condition names the account or the resource that the service acts for.
    private static func isBound(_ condition: Node?) -> Bool {
        (condition?.members ?? []).contains { operation in
            operation.value.members.contains { key in
                let name = key.key.lowercased()
                return name.hasPrefix("aws:source") || name == "aws:principalaccount"
            }
        }
    }
}
