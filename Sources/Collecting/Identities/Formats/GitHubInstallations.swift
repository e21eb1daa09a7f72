internal import Compliance
internal import Documents

/// GitHub Apps that are installed in an organisation: `gh api /orgs/ORG/installations`.
///
/// <https://docs.github.com/en/rest/orgs/orgs#list-app-installations-for-an-organization>. Their tokens live for an hour.
enum GitHubInstallations: IdentityFormat {
    static let kind = ArtifactKind("github app installations", .json, isOptional: true)
    static let marks = [
        ContentMark(
            kind, anyOf: [["\"app_slug\"", "\"repository_selection\"", "\"suspended_at\""]],
            admits: ContentMark.extensions("json"))
    ]

    static func read(_ files: [SourceFile], into register: inout IdentityRegister) {
        for file in files {
            guard let root = file.document?.root else { continue }
            for (pointer, entry) in root.entries(within: "installations") {
                guard let slug = entry["app_slug"]?.string.flatMap(IdentityText.plain) else {
                    register.doubt(file, ":\(entry.position.line): an installation without app_slug")
                    continue
                }
                var record = IdentityRecord(
                    name: "\(slug)[bot]", names: ["\(slug)[bot]".lowercased()], file: file, position: entry.position,
                    pointer: pointer)
                record.columns = [
                    "kind": "app", "provider": "github", "standing": "just-in-time", "interactive": false,
                    "created_at": Value(entry["created_at"]?.string.flatMap(IdentityDate.text)),
                    "enabled": entry["suspended_at"].map { .boolean($0.content == .null) } ?? .null,
                ]
                record.columns.merge(GitHubRights(entry).columns) { $1 }
                register.add(record)
            }
        }
    }
}
