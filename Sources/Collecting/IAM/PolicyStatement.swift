internal import Compliance
internal import Documents

/// One statement of an IAM policy: what it opens.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html>; Terraform's
/// `aws_iam_policy_document` spells the same elements in lower case and the plural.
struct PolicyStatement {
    let effect: String
    let actions: [String]
    let resources: [String]
    /// Whether the actions, or the resources, are those that it leaves out.
    let isInverted: Bool
    /// Whether it holds under a condition only.
    let isConditional: Bool
    private let leavesOut: Bool

    init(_ node: Node) {
        let list = { (keys: String...) -> [String] in
            guard let value = keys.lazy.compactMap({ node[$0] }).first else { return [] }
            // A reference to one resource is narrower than any pattern.
            return value.isArray ? value.elements.map { $0.string ?? "reference" } : [value.string ?? "reference"]
        }
        let isTerraform = node["actions"] != nil || node["not_actions"] != nil
        effect = (node["Effect"] ?? node["effect"])?.string ?? (isTerraform ? "Allow" : "Deny")
        let excepted = list("NotAction", "not_actions")
        leavesOut = !excepted.isEmpty
        isInverted = leavesOut || !list("NotResource", "not_resources").isEmpty
        actions = list("Action", "actions") + excepted
        resources = list("Resource", "resources") + list("NotResource", "not_resources")
        let condition = node["Condition"] ?? node["condition"]
        isConditional = !(condition?.members.isEmpty ?? true) || !(condition?.elements.isEmpty ?? true)
    }

    /// The statements of a policy document; one may stand without a list.
    static func all(in document: Node?) -> [(node: Node, path: String)] {
        guard let (statement, key) = document?.spelled("Statement") else { return [] }
        return statement.isArray
            ? statement.elements.enumerated().map { ($1, "/\(key)/\($0)") } : [(statement, "/\(key)")]
    }

    /// The worst it opens, in the words of `permission.hazard`.
    var hazard: String {
        let names = actions.map { $0.lowercased() }
        if leavesOut { return SharpActions.isWithheld(by: names) ? "write" : "privilege" }
        if names.contains("*") || names.contains("*:*") { return "privilege" }
        // One role that is named can be handed on, and no other.
        let found = SharpActions.hazards(of: names, onNamed: !hasOpenResource && !isInverted)
        if let worst = ["privilege", "arbitrary-code"].first(where: found.contains) { return worst }
        let verbs = names.map { $0.split(separator: ":").last.map(String.init) ?? $0 }
        if verbs.contains(where: { $0 == "*" || $0.hasPrefix("delete") || $0.hasPrefix("terminate") }) {
            return "destructive"
        }
        if found.contains("secrets") { return "secrets" }
        let writes = [
            "put", "create", "update", "write", "send", "publish", "start", "tag", "attach", "modify", "passrole",
            "assumerole", "set", "run", "execute", "invoke",
        ]
        // To call a model changes nothing.
        let acting = verbs.filter { !$0.hasPrefix("invokemodel") }
        return acting.contains { verb in writes.contains(where: verb.hasPrefix) } ? "write" : "read"
    }

    /// Whether a resource is any of its kind: `*`, or an ARN whose name is a star.
    private var hasOpenResource: Bool {
        resources.contains { resource in
            resource == "*" || resource.hasSuffix(":*") || resource.hasSuffix("role/*") || resource.hasSuffix("/*/*")
        }
    }

    private var isAnyResource: Bool { resources.contains("*") }

    /// In the words of `permission.breadth`.
    var breadth: String {
        let isOpen = actions.contains { $0.hasSuffix("*") } || isInverted
        return isAnyResource && isOpen
            ? (isConditional ? "pattern" : "any") : isAnyResource || isOpen ? "pattern" : "exact"
    }

    /// In the words of `credential.scope_breadth`.
    var scope: String {
        if isInverted || actions.contains("*") || actions.contains("*:*") {
            return isAnyResource && !isConditional ? "any" : "broad"
        }
        if actions.contains(where: { $0.hasSuffix(":*") }) { return "broad" }
        // Some actions know no resource (`ecr:GetAuthorizationToken`): a star says nothing about them.
        return isAnyResource && actions.contains { !SharpActions.knowsNoResource($0) } ? "broad" : "narrow"
    }

    /// Whether a denial takes everything away that another statement allows.
    func withdraws(_ other: PolicyStatement) -> Bool {
        guard effect == "Deny", !isInverted, !isConditional, isAnyResource, !other.isInverted else { return false }
        return other.actions.allSatisfy { action in
            actions.contains { Wildcard.covers($0.lowercased(), action.lowercased()) }
        }
    }
}
