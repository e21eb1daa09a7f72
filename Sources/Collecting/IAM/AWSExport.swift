internal import Documents

/// Roles and policies as `aws iam` shows them, or as they are handed to it.
///
/// <https://docs.aws.amazon.com/cli/latest/reference/iam/get-account-authorization-details.html>,
/// <https://docs.aws.amazon.com/cli/latest/reference/iam/get-role-policy.html>
struct AWSExport {
    private struct Entry {
        var role: CloudRole
        var names: Set<String>
        let file: SourceFile
        let node: Node
        let pointer: String
    }

    private var roles: [String: Entry] = [:]
    private var policies: [(name: String, document: Node, file: SourceFile, pointer: String)] = []
    private var bare: [Entry] = []

    /// Takes one file in.
    mutating func read(_ file: SourceFile) {
        guard let root = file.document?.root else { return }
        if let role = root["Role"], role.isObject { add(role: role, "/Role", in: file) }
        for key in ["RoleDetailList", "Roles"] {
            for (index, role) in (root[key]?.elements ?? []).enumerated() {
                add(role: role, "/\(key)/\(index)", in: file)
            }
        }
        for (index, policy) in (root["Policies"]?.elements ?? []).enumerated() {
            let versions = policy["PolicyVersionList"]?.elements ?? []
            guard let name = policy["PolicyName"]?.string,
                let current = versions.firstIndex(where: { $0["IsDefaultVersion"]?.boolean == true }),
                let document = versions[current]["Document"]
            else { continue }
            policies.append((name, document, file, "/Policies/\(index)/PolicyVersionList/\(current)/Document"))
        }
        if let name = root["RoleName"], let title = name.string, let document = root["PolicyDocument"] {
            update(title, at: name, "/RoleName", in: file) {
                $0.role.add(policy: document, in: file, "/PolicyDocument")
            }
        }
        if root["Statement"] != nil { add(document: root, in: file) }
    }

    /// What was found, with managed policies put in where their text is known.
    var identities: [FoundIdentity] {
        let whole = roles.sorted { $0.key < $1.key }.map(\.value).map { entry -> Entry in
            var entry = entry
            for policy in policies where entry.role.managed.contains(where: { $0.title == policy.name }) {
                entry.role.managed.removeAll { $0.title == policy.name }
                entry.role.add(policy: policy.document, in: policy.file, policy.pointer)
            }
            return entry
        }
        return (whole + bare).map { entry in
            FoundIdentity(
                role: entry.role, names: entry.names, product: "AWS IAM", file: entry.file, node: entry.node,
                pointer: entry.pointer, isOfAgent: Self.isOfAgent(entry.role))
        }
    }

    /// It calls models or agents, or Bedrock takes it on.
    private static func isOfAgent(_ role: CloudRole) -> Bool {
        role.trust.contains { $0.services.contains { $0.hasPrefix("bedrock") } }
            || role.managed.contains { $0.title.contains("Bedrock") }
            || role.clauses.contains { clause in
                clause.statement.effect == "Allow"
                    && clause.statement.actions.contains { $0.lowercased().hasPrefix("bedrock") }
            }
    }

    private mutating func update(
        _ title: String, at node: Node, _ pointer: String, in file: SourceFile, _ change: (inout Entry) -> Void
    ) {
        var entry =
            roles[title]
            ?? Entry(
                role: CloudRole(name: title), names: [title.lowercased()], file: file, node: node, pointer: pointer)
        change(&entry)
        roles[title] = entry
    }

    private mutating func add(role: Node, _ pointer: String, in file: SourceFile) {
        guard let name = role["RoleName"], let title = name.string else { return }
        update(title, at: name, pointer + "/RoleName", in: file) { entry in
            if let arn = role["Arn"]?.string { entry.names.insert(arn.lowercased()) }
            entry.role.add(trust: role["AssumeRolePolicyDocument"])
            entry.role.sessionSeconds = entry.role.sessionSeconds ?? role["MaxSessionDuration"]?.integer
            for (index, policy) in (role["RolePolicyList"]?.elements ?? []).enumerated() {
                entry.role.add(
                    policy: policy["PolicyDocument"], in: file, "\(pointer)/RolePolicyList/\(index)/PolicyDocument")
            }
            for (index, policy) in (role["AttachedManagedPolicies"]?.elements ?? []).enumerated() {
                guard let node = policy["PolicyArn"] ?? policy["PolicyName"] else { continue }
                entry.role.add(managed: node, in: file, "\(pointer)/AttachedManagedPolicies/\(index)/PolicyArn")
            }
        }
    }

    /// A document alone: what it is attached to is not known.
    ///
    /// A trust policy says who may take a role on.
    private mutating func add(document root: Node, in file: SourceFile) {
        let stem = file.path.name.split(separator: ".").first.map(String.init) ?? "policy"
        var role = CloudRole(name: stem)
        let isTrust = PolicyStatement.all(in: root).contains { $0.node["Principal"] != nil }
        let isResource = isTrust && PolicyStatement.all(in: root).contains { $0.node["Resource"] != nil }
        // A policy of a bucket or a key says nothing of an agent's own rights.
        guard !isResource else { return }
        if isTrust { role.add(trust: root) } else { role.add(policy: root, in: file, "") }
        bare.append(Entry(role: role, names: [], file: file, node: root, pointer: ""))
    }
}
