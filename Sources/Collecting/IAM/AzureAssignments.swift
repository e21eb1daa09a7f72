internal import Documents

/// Role assignments as `az role assignment list` shows them.
///
/// <https://learn.microsoft.com/en-us/azure/role-based-access-control/built-in-roles>
enum AzureAssignments {
    /// One identity for each service principal or managed identity.
    static func identities(in file: SourceFile) -> [FoundIdentity] {
        guard let root = file.document?.root else { return [] }
        var found: [String: (grants: [CloudGrant], names: Set<String>, node: Node, pointer: String)] = [:]
        for (index, entry) in root.elements.enumerated() {
            guard let role = entry["roleDefinitionName"], let title = role.string,
                let id = entry["principalId"], let key = id.string,
                entry["principalType"].map({ $0.string == "ServicePrincipal" }) ?? true
            else { continue }
            let wide = isWide(entry["scope"]?.string ?? "")
            let grant = CloudGrant(
                title: title, scope: scope(of: title, wide), hazard: hazard(of: title),
                isConditional: entry["condition"]?.string != nil, node: role,
                pointer: "/\(index)/roleDefinitionName")
            let name = entry["principalName"]?.string
            var known = found[key] ?? ([], [key.lowercased()], id, "/\(index)/principalId")
            known.grants.append(grant)
            if let name { known.names.insert(name.lowercased()) }
            found[key] = known
        }
        return found.sorted { $0.key < $1.key }.map { key, entry in
            FoundIdentity(
                role: CloudGrant.role(key, entry.grants, in: file), names: entry.names,
                product: "Azure service principal", file: file, node: entry.node, pointer: entry.pointer,
                isOfAgent: entry.grants.contains {
                    $0.title.hasPrefix("Azure AI") || $0.title.hasPrefix("Cognitive Services OpenAI")
                })
        }
    }

    /// A subscription, a management group, or everything.
    private static func isWide(_ scope: String) -> Bool {
        let parts = scope.split(separator: "/")
        return parts.count <= 2 || parts.contains("managementGroups")
    }

    private static func scope(of role: String, _ isWide: Bool) -> String {
        let isAdministrator = ["Owner", "User Access Administrator", "Role Based Access Control Administrator"]
            .contains(role)
        if isAdministrator { return isWide ? "any" : "broad" }
        return isWide || role == "Contributor" ? "broad" : "narrow"
    }

    private static func hazard(of role: String) -> String {
        if ["Owner", "User Access Administrator", "Role Based Access Control Administrator"].contains(role) {
            return "privilege"
        }
        if role == "Contributor" || role.hasPrefix("Virtual Machine") { return "arbitrary-code" }
        if role.hasPrefix("Key Vault Secrets") || role == "Key Vault Administrator" { return "secrets" }
        return role.hasSuffix("Reader") ? "read" : "write"
    }
}
