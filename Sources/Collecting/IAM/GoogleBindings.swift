internal import Documents

/// The bindings of a project as `gcloud projects get-iam-policy` shows them: roles of service accounts.
///
/// <https://cloud.google.com/sdk/gcloud/reference/projects/get-iam-policy>,
/// <https://cloud.google.com/iam/docs/roles-overview>
enum GoogleBindings {
    /// One identity for each service account.
    static func identities(in file: SourceFile) -> [FoundIdentity] {
        guard let root = file.document?.root, let bindings = root["bindings"]?.elements else { return [] }
        var found: [String: (roles: [CloudGrant], node: Node, pointer: String)] = [:]
        for (index, binding) in bindings.enumerated() {
            guard let role = binding["role"], let title = role.string else { continue }
            for (position, member) in (binding["members"]?.elements ?? []).enumerated() {
                guard let text = member.string, text.hasPrefix("serviceAccount:") else { continue }
                let account = String(text.dropFirst("serviceAccount:".count))
                let grant = CloudGrant(
                    title: title, scope: scope(of: title), hazard: hazard(of: title),
                    isConditional: binding["condition"] != nil, node: role, pointer: "/bindings/\(index)/role")
                found[account, default: ([], member, "/bindings/\(index)/members/\(position)")].roles.append(grant)
            }
        }
        return found.sorted { $0.key < $1.key }.map { account, entry in
            FoundIdentity(
                role: CloudGrant.role(account, entry.roles, in: file), names: [account.lowercased()],
                product: "Google Cloud service account", file: file, node: entry.node, pointer: entry.pointer,
                isOfAgent: entry.roles.contains { $0.title.contains("aiplatform") })
        }
    }

    private static func scope(of role: String) -> String? {
        if ["roles/owner"].contains(role) { return "any" }
        if ["roles/editor", "roles/iam.securityAdmin", "roles/viewer"].contains(role) || role.hasSuffix("dmin") {
            return "broad"
        }
        if role.hasPrefix("roles/iam.serviceAccountTokenCreator") || role.hasPrefix("roles/iam.serviceAccountUser") {
            return "broad"
        }
        return role.hasPrefix("roles/") ? "narrow" : nil
    }

    private static func hazard(of role: String) -> String? {
        if role == "roles/owner" || role.hasPrefix("roles/iam.") && role.hasSuffix("dmin")
            || role.hasPrefix("roles/iam.serviceAccount")
        {
            return "privilege"
        }
        if role == "roles/editor" || role.hasPrefix("roles/cloudbuild") || role.hasPrefix("roles/compute.instanceAdmin")
            || role.hasPrefix("roles/run.developer") || role.hasPrefix("roles/cloudfunctions.developer")
        {
            return "arbitrary-code"
        }
        if role.hasPrefix("roles/secretmanager") { return "secrets" }
        if role.hasSuffix("dmin") { return "destructive" }
        return role.hasSuffix("iewer") || role.hasSuffix("eader") ? "read" : role.hasPrefix("roles/") ? "write" : nil
    }
}
