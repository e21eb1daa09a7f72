internal import Compliance
internal import Documents

/// One statement of an IAM policy: what it opens.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html>
struct PolicyStatement {
    let effect: String
    let actions: [String]
    let resources: [String]
    let isInverted: Bool

    init(_ node: Node) {
        let list = { (key: String) -> [String] in
            guard let value = node[key] else { return [] }
            // A reference to one resource is narrower than any pattern.
            return value.isArray ? value.elements.map { $0.string ?? "reference" } : [value.string ?? "reference"]
        }
        effect = node["Effect"]?.string ?? node["effect"]?.string ?? "Deny"
        isInverted = node["NotAction"] != nil || node["NotResource"] != nil
        actions = list("Action") + list("NotAction")
        resources = list("Resource") + list("NotResource")
    }

    /// The statements of a policy document; one may stand without a list.
    static func all(in document: Node?) -> [(node: Node, path: String)] {
        guard let statement = document?["Statement"] else { return [] }
        return statement.isArray
            ? statement.elements.enumerated().map { ($1, "/Statement/\($0)") } : [(statement, "/Statement")]
    }

    /// The worst it opens, in the words of `permission.hazard`.
    var hazard: String {
        let names = actions.map { $0.lowercased() }
        if isInverted || names.contains("*") || names.contains("*:*") { return "privilege" }
        if names.contains(where: Self.isPrivilege) { return "privilege" }
        if names.contains(where: {
            ["lambda:*", "ec2:*", "ssm:*", "ssm:sendcommand", "lambda:updatefunctioncode"].contains($0)
        }) {
            return "arbitrary-code"
        }
        let verbs = names.map { $0.split(separator: ":").last.map(String.init) ?? $0 }
        if verbs.contains(where: { $0 == "*" || $0.hasPrefix("delete") || $0.hasPrefix("terminate") }) {
            return "destructive"
        }
        if names.contains(where: { $0.hasPrefix("secretsmanager:getsecret") || $0.hasPrefix("ssm:getparameter") }) {
            return "secrets"
        }
        let writes = ["put", "create", "update", "write", "send", "publish", "start", "tag", "attach", "modify"]
        return verbs.contains { verb in writes.contains(where: verb.hasPrefix) } ? "write" : "read"
    }

    private static func isPrivilege(_ action: String) -> Bool {
        if action == "iam:*" || action == "sts:*" { return true }
        return ["iam:passrole", "iam:create", "iam:put", "iam:attach", "iam:update", "iam:add"]
            .contains(where: action.hasPrefix)
    }

    private var isAnyResource: Bool { resources.contains("*") }

    /// In the words of `permission.breadth`.
    var breadth: String {
        let isOpen = actions.contains { $0.hasSuffix("*") } || isInverted
        return isAnyResource && isOpen ? "any" : isAnyResource || isOpen ? "pattern" : "exact"
    }

    /// In the words of `credential.scope_breadth`.
    var scope: String {
        if isInverted || actions.contains("*") || actions.contains("*:*") { return isAnyResource ? "any" : "broad" }
        return isAnyResource || actions.contains { $0.hasSuffix(":*") } ? "broad" : "narrow"
    }
}
