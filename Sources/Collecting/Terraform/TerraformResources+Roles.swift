internal import Documents

extension TerraformResources {
    /// The role that an attribute refers to, with its policies.
    ///
    /// <https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role>
    func role(of resource: TerraformResource, _ key: String, in file: SourceFile) -> CloudRole? {
        target(of: resource, key, type: "aws_iam_role").map { role($0, in: file) }
    }

    /// A role with the policies that stand in it or are attached to it.
    func role(_ resource: TerraformResource, in file: SourceFile) -> CloudRole {
        let title = resource.values["name"]?.string ?? resource.address.split(separator: ".").last.map(String.init)
        var role = CloudRole(name: title.flatMap { $0.contains("${") ? nil : $0 } ?? resource.address)
        role.add(trust: document(of: resource, "assume_role_policy")?.node)
        role.sessionSeconds = resource.values["max_session_duration"]?.integer
        for (index, policy) in (resource.values["managed_policy_arns"]?.elements ?? []).enumerated() {
            role.add(managed: policy, in: file, "\(resource.pointer)/managed_policy_arns/\(index)")
        }
        let inline = resource.values["inline_policy"]
        let own: [Node] = inline.map { $0.isArray ? $0.elements : [$0] } ?? []
        for (index, policy) in own.enumerated() {
            role.add(policy: policy["policy"], in: file, "\(resource.pointer)/inline_policy/\(index)/policy")
        }
        for policy in self["aws_iam_role_policy"]
        where target(of: policy, "role", type: "aws_iam_role")?.address == resource.address {
            add(policy, in: file, to: &role)
        }
        for attachment in self["aws_iam_role_policy_attachment"]
        where target(of: attachment, "role", type: "aws_iam_role")?.address == resource.address {
            if let policy = target(of: attachment, "policy_arn", type: "aws_iam_policy") {
                add(policy, in: file, to: &role)
            } else if let node = attachment.values["policy_arn"], node.string?.contains("${") == false {
                role.add(managed: node, in: file, attachment.pointer + "/policy_arn")
            } else {
                role.doubt = "a policy attached to \(role.name) is not written out"
            }
        }
        return role
    }

    private func add(_ policy: TerraformResource, in file: SourceFile, to role: inout CloudRole) {
        guard let document = document(of: policy, "policy") else {
            role.doubt = "a policy of \(role.name) is known only when it is applied"
            return
        }
        role.add(policy: document.node, in: file, document.pointer)
    }

    /// A policy as a text, or the data source that makes the text.
    private func document(of resource: TerraformResource, _ key: String) -> (node: Node, pointer: String)? {
        if let source = target(of: resource, key, type: "aws_iam_policy_document") {
            if let text = source.values["json"], text.string?.isEmpty == false {
                return (text, source.pointer + "/json")
            }
            return (source.values, source.pointer)
        }
        return resource.values[key].flatMap { $0.string == nil ? nil : ($0, "\(resource.pointer)/\(key)") }
    }
}
