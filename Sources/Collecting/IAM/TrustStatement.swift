internal import Documents

/// One statement of a role's trust policy: who may take the role on.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html>
struct TrustStatement {
    /// In the words of `credential.obtainable_by`.
    let openTo: String
    /// The services that it names.
    let services: [String]

    /// Services that act for many customers, and say for which resource when the policy asks.
    private static let deputies = ["bedrock.amazonaws.com", "bedrock-agentcore.amazonaws.com"]

    /// Keys of conditions that name the caller, its account, or what it acts for.
    private static let bounds = [
        "aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths", "aws:principalarn",
        "aws:principalaccount", "aws:principalorgid", "sts:externalid", "sts:rolesessionname",
    ]

    init?(_ node: Node) {
        let effect = node.spelled("Effect")?.node.string ?? "Allow"
        guard effect == "Allow" else { return nil }
        let principals = Self.principals(node)
        guard !principals.isEmpty else { return nil }
        services = principals.filter { $0.type == "Service" }.map(\.name)
        let conditions = Self.conditions(node)
        let isBound = conditions.contains { key, values in
            Self.bounds.contains(key) && !values.allSatisfy { $0 == "*" }
        }
        let order = ["anyone", "account", "service", "named"]
        let found = principals.map { Self.reach($0.type, $0.name, isBound, conditions) }
        openTo = order.first(where: found.contains) ?? "named"
    }

    private static func reach(
        _ type: String, _ name: String, _ isBound: Bool, _ conditions: [(key: String, values: [String])]
    ) -> String {
        switch type {
        case "Service": return deputies.contains(name) && !isBound ? "service" : "named"
        case "Federated":
            // Without its subject a provider stands for everybody who has an account there.
            let subjects = conditions.filter { $0.key.hasSuffix(":sub") || $0.key.hasSuffix(":repository") }
            if name.contains("cognito-identity") {
                // A pool that knows its app lends the role to the app's users, or to visitors.
                let isKnown = conditions.contains { $0.key.hasSuffix(":aud") }
                return isKnown && !conditions.contains { $0.values.contains("unauthenticated") } ? "account" : "anyone"
            }
            let isOpen = subjects.isEmpty || subjects.contains { $0.values.contains { $0 == "*" || $0 == "repo:*" } }
            return isOpen && !name.contains("saml-provider") ? "anyone" : "named"
        default:
            if isBound { return "named" }
            if name == "*" { return "anyone" }
            let isAccount = name.hasSuffix(":root") || (name.count == 12 && name.allSatisfy(\.isNumber))
            return isAccount ? "account" : "named"
        }
    }

    private static func principals(_ node: Node) -> [(type: String, name: String)] {
        // Terraform: principals { type, identifiers }.
        if let list = node["principals"]?.elements {
            return list.flatMap { entry in
                (entry["identifiers"]?.elements ?? []).map {
                    (entry["type"]?.string ?? "AWS", $0.string ?? "reference")
                }
            }
        }
        guard let principal = node["Principal"] else { return [] }
        if let text = principal.string { return [("AWS", text)] }
        return principal.members.flatMap { member in
            (member.value.isArray ? member.value.elements : [member.value]).map {
                (member.key, $0.string ?? "reference")
            }
        }
    }

    private static func conditions(_ node: Node) -> [(key: String, values: [String])] {
        let texts = { (value: Node) in
            (value.isArray ? value.elements : [value]).map { $0.string ?? "reference" }
        }
        let written = (node["Condition"]?.members ?? []).flatMap { operation in
            operation.value.members.map { ($0.key.lowercased(), texts($0.value)) }
        }
        let blocks = node["condition"]?.elements ?? []
        return written
            + blocks.compactMap { block in
                block["variable"]?.string.map { ($0.lowercased(), block["values"].map(texts) ?? []) }
            }
    }
}
