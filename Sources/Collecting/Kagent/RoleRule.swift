internal import Documents

/// One rule of a Kubernetes role: which verbs on which resources.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/rbac/>,
/// <https://kubernetes.io/docs/concepts/security/rbac-good-practices/>
struct RoleRule {
    let groups: [String]
    let resources: [String]
    let verbs: [String]
    let names: [String]

    init(_ node: Node) {
        let list = { (key: String) in (node[key]?.elements ?? []).compactMap(\.string) }
        groups = list("apiGroups")
        resources = list("resources") + list("nonResourceURLs")
        verbs = list("verbs")
        names = list("resourceNames")
    }

    private func isOf(_ groups: String...) -> Bool {
        self.groups.contains("*") || groups.contains(where: self.groups.contains)
    }

    /// The same name is another resource in another group, and `*` means those of the rule's groups.
    private func may(_ verbs: String..., on resources: [String]) -> Bool {
        let onOne = resources.contains { self.resources.contains($0) } || self.resources.contains("*")
        return onOne && (self.verbs.contains("*") || verbs.contains(where: self.verbs.contains))
    }

    /// The worst it opens, in the words of `permission.hazard`.
    var hazard: String {
        let access = "rbac.authorization.k8s.io"
        if verbs.contains("*") && resources.contains("*") && isOf("", access) { return "privilege" }
        if ["escalate", "bind", "impersonate"].contains(where: verbs.contains) { return "privilege" }
        let roles = ["roles", "clusterroles", "rolebindings", "clusterrolebindings"]
        if isOf(access) && may("create", "update", "patch", on: roles) { return "privilege" }
        if isOf("") && may("create", on: ["serviceaccounts/token"]) { return "privilege" }
        if isOf("certificates.k8s.io") && may("update", on: ["certificatesigningrequests/approval"]) {
            return "privilege"
        }
        let ways = ["pods/exec", "pods/attach", "nodes/proxy"]
        if isOf("") && may("create", "get", on: ways) { return "arbitrary-code" }
        let workloads = [
            "pods", "deployments", "daemonsets", "statefulsets", "replicasets", "jobs", "cronjobs",
            "replicationcontrollers",
        ]
        if isOf("", "apps", "batch") && may("create", "update", "patch", on: workloads) { return "arbitrary-code" }
        if may("delete", "deletecollection", on: resources) { return "destructive" }
        if isOf("") && may("get", "list", "watch", on: ["secrets"]) { return "secrets" }
        if may("create", "update", "patch", on: resources) { return "write" }
        return "read"
    }

    /// In the words of `permission.capability`.
    var capability: String {
        switch hazard {
        case "privilege": verbs.contains("*") && resources.contains("*") ? "any" : "write"
        case "arbitrary-code": resources.contains("pods/exec") ? "shell" : "write"
        case "secrets", "read": "read"
        default: "write"
        }
    }

    /// In the words of `permission.breadth`.
    var breadth: String {
        if resources.contains("*") && (groups.contains("*") || names.isEmpty) { return "any" }
        return names.isEmpty ? "pattern" : "exact"
    }

    /// The rule in words.
    var text: String {
        "\(verbs.joined(separator: ",")) \(resources.joined(separator: ","))"
            + (names.isEmpty ? "" : " named \(names.joined(separator: ","))")
    }
}
