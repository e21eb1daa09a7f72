internal import Compliance
internal import Documents

/// Fine-grained personal access tokens with access to an organisation: `gh api /orgs/ORG/personal-access-tokens`.
///
/// <https://docs.github.com/en/rest/orgs/personal-access-tokens>. Such a token acts under the name of the person who made it.
enum GitHubTokens: IdentityFormat {
    static let kind = ArtifactKind("github tokens", .json, isOptional: true)
    static let marks = [
        ContentMark(
            kind, anyOf: [["\"token_expires_at\"", "\"repository_selection\"", "\"access_granted_at\""]],
            admits: ContentMark.extensions("json"))
    ]

    static func read(_ files: [SourceFile], into register: inout IdentityRegister) {
        for file in files {
            guard let root = file.document?.root else { continue }
            for (pointer, entry) in root.entries() {
                guard let login = entry[path: ["owner", "login"]]?.string.flatMap(IdentityText.plain),
                    let id = (entry["token_id"] ?? entry["id"])?.integer
                else {
                    register.doubt(file, ":\(entry.position.line): a token without owner or id")
                    continue
                }
                let title = entry["token_name"]?.string.flatMap(IdentityText.plain) ?? "token \(id)"
                var record = IdentityRecord(
                    name: "\(login)/\(title)", names: ["github token \(id)"], file: file, position: entry.position,
                    pointer: pointer)
                record.columns = columns(entry, login)
                register.add(record)
            }
        }
    }

    private static func columns(_ entry: Node, _ login: String) -> [String: Value] {
        let isExpired = entry["token_expired"]?.boolean
        var columns: [String: Value] = [
            "kind": "token", "provider": "github", "owner": .text(login), "owner_kind": "person",
            "created_at": Value(entry["access_granted_at"]?.string.flatMap(IdentityDate.text)),
            "authentication": "token", "enabled": Value(isExpired.map { !$0 }),
            "keys": isExpired == true ? 0 : 1, "standing": "standing",
        ]
        columns["rotated_at"] = columns["created_at"]
        columns.merge(GitHubRights(entry).columns) { $1 }
        if let ends = entry["token_expires_at"] {
            let date = ends.string.flatMap(IdentityDate.text)
            columns["expires"] = ends.content == .null ? false : date == nil ? .null : true
            columns["expires_at"] = Value(date)
        }
        if let used = entry["token_last_used_at"] {
            let date = used.string.flatMap(IdentityDate.text)
            columns["used"] = used.content == .null ? false : date == nil ? .null : true
            columns["last_used_at"] = Value(date)
        }
        return columns
    }
}

/// What the permissions of a token or an app amount to.
struct GitHubRights {
    private let writes: [(name: String, level: String)]
    private let selection: String?
    private let isDescribed: Bool

    /// Rights over people, rights and secrets, by the names of permissions.
    ///
    /// <https://docs.github.com/en/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens>
    private static let sharp: Set<String> = [
        "administration", "members", "organization_administration", "organization_secrets", "secrets", "workflows",
    ]

    /// The permissions of an entry; those of tokens stand below `repository`, `organization` and `other`.
    init(_ entry: Node) {
        let members = entry["permissions"]?.members ?? []
        let leaves = members.flatMap { $0.value.isObject ? $0.value.members : [$0] }
        writes = leaves.compactMap { leaf in
            guard let level = leaf.value.string, ["write", "admin"].contains(level) else { return nil }
            return (leaf.key, level)
        }
        selection = entry["repository_selection"]?.string
        isDescribed = entry["permissions"]?.isObject == true
    }

    /// What they say in columns of `identity`; nothing where they are not listed.
    var columns: [String: Value] {
        guard isDescribed else { return [:] }
        let isAdministrator = writes.contains { $0.level == "admin" || $0.name.hasSuffix("administration") }
        let isSharp = writes.contains { Self.sharp.contains($0.name) }
        let isWide = selection == "all" && !writes.isEmpty
        return [
            "privileged": .boolean(isAdministrator),
            "breadth": isAdministrator && selection == "all" ? "any" : isSharp || isWide ? "broad" : "narrow",
        ]
    }
}
