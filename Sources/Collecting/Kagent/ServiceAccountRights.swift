internal import Compliance
internal import Documents

/// The rights that bindings in the assessed folder give to one service account.
struct ServiceAccountRights {
    /// A role as a binding hands it over.
    struct Grant {
        let binding: Manifest
        let role: Manifest?
        let roleName: Node?
        let isClusterWide: Bool
    }

    let account: String
    let namespace: String
    let grants: [Grant]

    init(account: String, namespace: String, in manifests: [Manifest]) {
        self.account = account
        self.namespace = namespace
        let rbac = manifests.filter { $0.group == "rbac.authorization.k8s.io" }
        grants = rbac.filter { ["RoleBinding", "ClusterRoleBinding"].contains($0.kind) }.compactMap { binding in
            let isSubject = (binding.root["subjects"]?.elements ?? []).contains { subject in
                let name = subject["name"]?.string
                switch subject["kind"]?.string {
                case "ServiceAccount":
                    return name == account && (subject["namespace"]?.string ?? binding.namespace) == namespace
                case "Group":
                    return ["system:serviceaccounts", "system:serviceaccounts:\(namespace)", "system:authenticated"]
                        .contains(name)
                default: return false
                }
            }
            guard isSubject else { return nil }
            let kind = binding.root[path: ["roleRef", "kind"]]?.string
            let name = binding.root[path: ["roleRef", "name"]]
            let role = rbac.first {
                $0.kind == kind && $0.name == name?.string
                    && (kind == "ClusterRole" || $0.namespace == binding.namespace)
            }
            return Grant(
                binding: binding, role: role, roleName: name, isClusterWide: binding.kind == "ClusterRoleBinding")
        }
    }

    /// Roles that every cluster has: what they open is known without their text.
    private static let builtIn = ["cluster-admin": "any", "admin": "broad", "edit": "broad", "view": "broad"]

    /// How much a grant opens; nil when its role is not among the files.
    private func breadth(_ grant: Grant) -> String? {
        guard let role = grant.role else { return grant.roleName?.string.flatMap { Self.builtIn[$0] } }
        let rules = (role.root["rules"]?.elements ?? []).map(RoleRule.init)
        if rules.contains(where: { $0.verbs.contains("*") && $0.resources.contains("*") }) { return "any" }
        let isBroad = rules.contains {
            $0.verbs.contains("*") || $0.resources.contains("*")
                || ["privilege", "arbitrary-code", "secrets"].contains($0.hazard)
        }
        return isBroad || (grant.isClusterWide && rules.contains { $0.hazard != "read" }) ? "broad" : "narrow"
    }

    /// Records the account's token with its breadth, and each rule as a permission.
    ///
    /// `source` is where the agent names the account, or would.
    func record(
        actor: String, holder: String, source: (node: Node, pointer: String), _ scribe: inout Scribe,
        into recorder: inout Recorder
    ) {
        let found = grants.map(breadth)
        let order = ["any", "broad", "narrow"]
        // A role that is not among the files may open anything, so only the worst that is known counts.
        let known = order.first { found.contains($0) }
        let isWhole = !found.isEmpty && !found.contains(nil)
        let principal = grants.contains { $0.roleName?.string == "cluster-admin" } ? "admin" : "\(namespace)/\(account)"
        scribe.add(
            .credential, at: source.node, source.pointer,
            [
                "holder": .text(holder), "name": .text(account), "kind": "token", "storage": "federated",
                "detector": "service-account", "principal": .text(principal),
                "scope_breadth": Value(isWhole || known != "narrow" ? known : nil),
            ])
        for grant in grants { record(grant, actor: actor, scribe.agent, into: &recorder) }
    }

    private func record(_ grant: Grant, actor: String, _ agent: AgentID, into recorder: inout Recorder) {
        guard let role = grant.role else {
            guard let name = grant.roleName?.string, Self.builtIn[name] != nil else { return }
            var scribe = Scribe(agent, grant.binding.file, for: recorder)
            scribe.add(
                .permission, at: grant.roleName, grant.binding.pointer + "/roleRef/name",
                [
                    "actor": .text(actor), "effect": "allow", "capability": name == "view" ? "read" : "any",
                    "target": "*", "breadth": "any",
                    "hazard": name == "view" ? "read" : name == "edit" ? "arbitrary-code" : "privilege",
                    "rule": .text("\(grant.binding.kind) \(grant.binding.name): \(name)"), "level": "project",
                    "effective": true,
                ])
            return recorder.merge(scribe.recorder)
        }
        var scribe = Scribe(agent, role.file, for: recorder)
        for (index, node) in (role.root["rules"]?.elements ?? []).enumerated() {
            let rule = RoleRule(node)
            guard !rule.verbs.isEmpty else { continue }
            scribe.add(
                .permission, at: node, "\(role.pointer)/rules/\(index)",
                [
                    "actor": .text(actor), "effect": "allow", "capability": .text(rule.capability),
                    "target": .text(rule.resources.joined(separator: ",")), "breadth": .text(rule.breadth),
                    "hazard": .text(rule.hazard), "rule": .text("\(role.kind) \(role.name): \(rule.text)"),
                    "level": "project", "effective": true,
                ])
        }
        recorder.merge(scribe.recorder)
    }
}
