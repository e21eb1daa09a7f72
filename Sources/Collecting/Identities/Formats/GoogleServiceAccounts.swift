internal import Compliance
internal import Documents

/// Service accounts of Google Cloud and their keys, as `gcloud … --format json` lists them.
///
/// <https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts>,
/// <https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts.keys>: Google replaces its own keys itself,
/// those that users made stay until `validBeforeTime`, which is 9999-12-31 where nobody set one.
enum GoogleServiceAccounts: IdentityFormat {
    static let kind = ArtifactKind("google cloud service accounts", .json, isOptional: true)
    static let marks = [
        ContentMark(
            kind,
            anyOf: [
                ["\"oauth2ClientId\"", "\"email\"", ".gserviceaccount.com"],
                ["\"keyType\"", "\"validAfterTime\"", "/serviceAccounts/"],
            ], admits: ContentMark.extensions("json"))
    ]

    static func read(_ files: [SourceFile], into register: inout IdentityRegister) {
        for file in files {
            guard let root = file.document?.root else { continue }
            var keys: [String: [(pointer: String, key: Node)]] = [:]
            for (pointer, entry) in root.entries() {
                if entry["keyType"] != nil, let account = account(ofKey: entry) {
                    keys[account, default: []].append((pointer, entry))
                } else if let record = record(entry, pointer, file) {
                    register.add(record)
                } else {
                    register.doubt(file, ":\(entry.position.line): neither a service account nor a key of one")
                }
            }
            for (account, keys) in keys.sorted(by: { $0.key < $1.key }) {
                record(account, keys, file).map { register.add($0) }
            }
        }
    }

    private static func record(_ entry: Node, _ pointer: String, _ file: SourceFile) -> IdentityRecord? {
        guard let email = entry["email"]?.string.flatMap(IdentityText.plain), email.contains("@") else { return nil }
        var record = IdentityRecord(
            name: email, names: [email.lowercased()], file: file, position: entry.position, pointer: pointer)
        if let id = entry["uniqueId"]?.string { record.names.insert(id) }
        record.columns = [
            "kind": "service-account", "provider": "google-cloud",
            "enabled": .boolean(entry["disabled"]?.boolean != true), "interactive": false,
        ]
        return record
    }

    /// An account by its keys: those that users made and that are not disabled.
    private static func record(
        _ account: String, _ keys: [(pointer: String, key: Node)], _ file: SourceFile
    ) -> IdentityRecord? {
        guard let name = IdentityText.plain(account), let first = keys.first else { return nil }
        let own = keys.map(\.key).filter { $0["keyType"]?.string == "USER_MANAGED" && $0["disabled"]?.boolean != true }
        var record = IdentityRecord(
            name: name, names: [name.lowercased()], file: file, position: first.key.position,
            pointer: first.pointer)
        record.columns = [
            "kind": "service-account", "provider": "google-cloud", "keys": .integer(own.count), "interactive": false,
            "rotated_at": Value(IdentityDate.earliest(own.compactMap { $0["validAfterTime"]?.string })),
            "authentication": own.isEmpty ? "managed" : "key",
        ]
        record.columns.merge(IdentityDate.end(of: own.map { $0["validBeforeTime"]?.string })) { $1 }
        return record
    }

    /// `projects/p/serviceAccounts/agent@p.iam.gserviceaccount.com/keys/k`.
    private static func account(ofKey key: Node) -> String? {
        let parts = (key["name"]?.string ?? "").split(separator: "/")
        guard let place = parts.firstIndex(of: "serviceAccounts"), parts.count > place + 1 else { return nil }
        return String(parts[place + 1])
    }
}
