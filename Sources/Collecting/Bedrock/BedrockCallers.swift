internal import Compliance
internal import Documents

/// For whom the service may call the functions of a template.
///
/// A service acts for whoever calls it: without a condition on account or resource, that can be somebody else's agent
/// (<https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>). What Bedrock wants:
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permission.html>.
struct BedrockCallers {
    let template: CloudTemplate

    /// Records each permission of the service to call a function.
    func record(_ scribe: inout Scribe) {
        for resource in template.resources where resource.value["Type"]?.string == "AWS::Lambda::Permission" {
            guard let properties = resource.value["Properties"], let principal = properties["Principal"],
                let service = principal.string, service == "bedrock.amazonaws.com"
            else { continue }
            let isBound = properties["SourceArn"] != nil || properties["SourceAccount"] != nil
            scribe.add(
                .credential, at: principal, "/Resources/\(Node.escape(resource.key))/Properties/Principal",
                [
                    "holder": .text(Redaction.redact(template.target(properties["FunctionName"]) ?? "a function")),
                    "name": .text(Redaction.redact(resource.key)), "storage": "federated",
                    "detector": "function-permission", "principal": .text(service),
                    "obtainable_by": isBound ? "named" : "service",
                ])
        }
    }
}
