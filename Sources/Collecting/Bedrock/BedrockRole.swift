internal import Compliance
internal import Documents

/// The role that an agent acts as, with the policies that the same template gives it.
struct BedrockRole {
    let template: CloudTemplate

    /// Records the role as a credential with its breadth, and its statements as permissions.
    func record(_ reference: Node, _ pointer: String, _ scribe: inout Scribe) {
        guard let name = template.target(reference), template.type(name) == "AWS::IAM::Role",
            let role = template.properties(name)
        else {
            return Self.recordNamed(reference, template.text(reference), pointer, &scribe)
        }
        var scopes: [String] = []
        var managed: [String] = []
        var widestPolicy: (node: Node, pointer: String)?
        let place = "/Resources/\(Node.escape(name))/Properties"
        for (index, policy) in (role["ManagedPolicyArns"]?.elements ?? []).enumerated() {
            let title = policy.string?.split(separator: "/").last.map(String.init) ?? "a policy"
            managed.append(title)
            scopes.append(Self.scope(ofManaged: title))
            guard Self.scope(ofManaged: title) != "narrow" else { continue }
            if widestPolicy == nil || title == "AdministratorAccess" {
                widestPolicy = (policy, "\(place)/ManagedPolicyArns/\(index)")
            }
            let isAdministrator = title == "AdministratorAccess"
            scribe.add(
                .permission, at: policy, "\(place)/ManagedPolicyArns/\(index)",
                Self.permission(
                    title, isAdministrator ? "any" : "pattern", isAdministrator ? "privilege" : "destructive",
                    rule: title))
        }
        for (index, policy) in (role["Policies"]?.elements ?? []).enumerated() {
            for (statement, path) in PolicyStatement.all(in: policy["PolicyDocument"]) {
                record(statement, "\(place)/Policies/\(index)/PolicyDocument\(path)", &scopes, &scribe)
            }
        }
        for resource in template.resources
        where ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy"].contains(
            resource.value["Type"]?.string)
        {
            let properties = resource.value["Properties"]
            let roles = (properties?["Roles"]?.elements ?? []) + [properties?["RoleName"]].compactMap(\.self)
            guard roles.contains(where: { template.target($0) == name }) else { continue }
            for (statement, path) in PolicyStatement.all(in: properties?["PolicyDocument"]) {
                let own = "/Resources/\(Node.escape(resource.key))/Properties/PolicyDocument"
                record(statement, own + path, &scopes, &scribe)
            }
        }
        let widest = ["any", "broad", "narrow"].first(where: scopes.contains)
        let broad = managed.filter { Self.scope(ofManaged: $0) != "narrow" }
        scribe.add(
            .credential, at: widestPolicy?.node ?? reference, widestPolicy?.pointer ?? pointer,
            [
                "holder": "agent", "name": .text(name), "kind": "token", "storage": "federated", "detector": "iam-role",
                "principal": .text(broad.isEmpty ? name : "\(name) (\(broad.joined(separator: ", ")))"),
                "scope_breadth": Value(widest),
            ])
        BedrockTrust(template: template).record(role: name, role, place, &scribe)
    }

    /// A role of which only the name is known.
    static func recordNamed(_ node: Node, _ text: String?, _ pointer: String, _ scribe: inout Scribe) {
        let name = text?.split(separator: "/").last.map(String.init) ?? "role"
        scribe.add(
            .credential, at: node, pointer,
            [
                "holder": "agent", "name": .text(Redaction.redact(name)), "kind": "token", "storage": "federated",
                "detector": "iam-role", "principal": .text(Redaction.redact(text ?? name)),
            ])
        scribe.cover([.permission], .partial, because: "the policies of the role are not among the files")
    }

    private func record(_ node: Node, _ pointer: String, _ scopes: inout [String], _ scribe: inout Scribe) {
        let statement = PolicyStatement(node)
        guard statement.effect == "Allow" else { return }
        scopes.append(statement.scope)
        scribe.add(
            .permission, at: node, pointer,
            Self.permission(
                statement.actions.joined(separator: ","), statement.breadth, statement.hazard,
                rule:
                    "Allow \(statement.actions.joined(separator: ",")) on \(statement.resources.joined(separator: ","))"
            ))
    }

    private static func permission(_ target: String, _ breadth: String, _ hazard: String, rule: String) -> [String:
        Value]
    {
        [
            "actor": "main", "effect": "allow",
            "capability": hazard == "privilege" && breadth == "any" ? "any" : "tool",
            "target": .text(Redaction.redact(target)), "breadth": .text(breadth), "hazard": .text(hazard),
            "rule": .text(Redaction.redact(rule)), "level": "project", "effective": true,
        ]
    }

    private static func scope(ofManaged title: String) -> String {
        title == "AdministratorAccess"
            ? "any" : title.contains("FullAccess") || title == "PowerUserAccess" ? "broad" : "narrow"
    }
}
