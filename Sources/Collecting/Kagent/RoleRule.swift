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
        if makesTokens { return "privilege" }
        if isOf("certificates.k8s.io") && may("update", on: ["certificatesigningrequests/approval"]) {
            return "privilege"
        }
        if opensShell { return "arbitrary-code" }
        let workloads = [
            "pods", "deployments", "daemonsets", "statefulsets", "replicasets", "jobs", "cronjobs",
            "replicationcontrollers",
        ]
        if isOf("", "apps", "batch") && may("create", "update", "patch", on: workloads) { return "arbitrary-code" }
        if may("delete", "deletecollection", on: resources) { return "destructive" }
        if opensSecrets { return "secrets" }
        if may("create", "update", "patch", on: resources) { return "write" }
        return "read"
    }

    /// Whether it makes tokens of other accounts, and so acts with their rights.
    private var makesTokens: Bool { isOf("") && may("create", on: ["serviceaccounts/token"]) }

    /// Whether it runs commands in containers: `get` opens such a connection, too, and the kubelet behind a node's proxy runs
    /// them on every pod of the node.
    private var opensShell: Bool { isOf("") && may("create", "get", on: ["pods/exec", "pods/attach", "nodes/proxy"]) }

    /// Whether it shows what is in Secrets: lists hold their text.
    private var opensSecrets: Bool { isOf("") && may("get", "list", "watch", on: ["secrets"]) }

    /// In the words of `permission.capability`: what it writes are objects of the cluster, no files.
    var capability: String {
        switch hazard {
        case "privilege": verbs.contains("*") && resources.contains("*") ? "any" : "tool"
        case "arbitrary-code": opensShell ? "shell" : "tool"
        case "secrets", "read": "read"
        default: "tool"
        }
    }

    /// In the words of `permission.breadth`.
    var breadth: String {
        if resources.contains("*") && (groups.contains("*") || names.isEmpty) { return "any" }
        return names.isEmpty ? "pattern" : "exact"
    }

    /// The rule in words; of `*` with what is sharp in it.
    var text: String {
        "\(verbs.joined(separator: ",")) \(resources.joined(separator: ","))"
            + (names.isEmpty ? "" : " named \(names.joined(separator: ","))")
            + (included.isEmpty ? "" : " (with \(included.joined(separator: ", ")))")
    }

    /// What is sharp among all resources of the core group, subresources included, where the verbs do not say so themselves.
    private var included: [String] {
        guard resources.contains("*"), !verbs.contains("*") else { return [] }
        return [
            makesTokens ? "serviceaccounts/token" : nil, opensShell ? "pods/exec" : nil,
            opensSecrets ? "every Secret" : nil,
        ].compactMap(\.self)
    }
}
