internal import Documents

/// A role of Google Cloud or Azure that was given to an account: known by its title, not by its actions.
struct CloudGrant {
    let title: String
    /// In the words of `credential.scope_breadth`; nil when the title does not tell.
    let scope: String?
    /// In the words of `permission.hazard`.
    let hazard: String?
    let isConditional: Bool
    let node: Node
    let pointer: String

    /// An account with its grants.
    static func role(_ name: String, _ grants: [CloudGrant], in file: SourceFile) -> CloudRole {
        var role = CloudRole(name: name)
        role.grants = grants.map { ($0, file) }
        return role
    }
}
