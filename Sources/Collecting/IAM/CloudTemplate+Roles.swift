internal import Compliance
internal import Documents

extension CloudTemplate {
    /// The role that a resource of the template is, with the policies that the template gives it.
    func role(_ name: String, in file: SourceFile) -> CloudRole? {
        guard type(name) == "AWS::IAM::Role", let properties = properties(name) else { return nil }
        var role = CloudRole(name: name)
        let place = "/Resources/\(Node.escape(name))/Properties"
        role.add(trust: properties["AssumeRolePolicyDocument"])
        role.sessionSeconds = properties["MaxSessionDuration"]?.integer
        gather(properties, place, in: file, into: &role)
        for resource in resources
        where ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy"].contains(
            resource.value["Type"]?.string)
        {
            let policy = resource.value["Properties"]
            let roles = (policy?["Roles"]?.elements ?? []) + [policy?["RoleName"]].compactMap(\.self)
            let isAttached = role.managed.contains { $0.title == resource.key }
            guard isAttached || roles.contains(where: { target($0) == name }) else { continue }
            role.managed.removeAll { $0.title == resource.key }
            role.add(
                policy: policy?["PolicyDocument"], in: file,
                "/Resources/\(Node.escape(resource.key))/Properties/PolicyDocument")
        }
        return role
    }

    /// The role of a function or a state machine: its own, or the one that SAM makes of the policies beside it.
    ///
    /// <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html>
    func functionRole(_ name: String, in file: SourceFile) -> (role: CloudRole, node: Node, pointer: String)? {
        let kinds = ["AWS::Lambda::Function", "AWS::Serverless::Function", "AWS::Serverless::StateMachine"]
        guard let kind = type(name), kinds.contains(kind), let properties = properties(name) else { return nil }
        let place = "/Resources/\(Node.escape(name))/Properties"
        if let reference = properties["Role"] {
            let known = target(reference).flatMap { self.role($0, in: file) }
            let title = text(reference)?.split(separator: "/").last.map(String.init) ?? "role of \(name)"
            return (known ?? CloudRole(name: title), reference, place + "/Role")
        }
        guard kind.hasPrefix("AWS::Serverless::") else { return nil }
        var role = CloudRole(name: "role of \(name)")
        let policies = properties["Policies"]
        let list = policies.map { $0.isArray ? $0.elements : [$0] } ?? []
        for (index, policy) in list.enumerated() {
            let path = "\(place)/Policies" + (policies?.isArray == true ? "/\(index)" : "")
            if policy.string != nil {
                role.add(managed: policy, in: file, path)
            } else if policy["Statement"] != nil {
                role.add(policy: policy, in: file, path)
            } else {
                role.doubt = "what SAM's policy templates open is not written out"
            }
        }
        return (role, policies ?? properties, policies == nil ? place : place + "/Policies")
    }

    private func gather(_ properties: Node, _ place: String, in file: SourceFile, into role: inout CloudRole) {
        for (index, policy) in (properties["ManagedPolicyArns"]?.elements ?? []).enumerated() {
            let own = target(policy)
            let node = own.map { Node(.string($0), at: policy.position) } ?? policy
            role.add(managed: node, in: file, "\(place)/ManagedPolicyArns/\(index)")
        }
        for (index, policy) in (properties["Policies"]?.elements ?? []).enumerated() {
            role.add(policy: policy["PolicyDocument"], in: file, "\(place)/Policies/\(index)/PolicyDocument")
        }
    }
}
