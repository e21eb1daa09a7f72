internal import Compliance
internal import Documents

/// App registrations and service principals of Entra ID with their secrets and certificates, as `az` lists them.
///
/// <https://learn.microsoft.com/en-us/graph/api/resources/application>,
/// <https://learn.microsoft.com/en-us/graph/api/resources/passwordcredential>. Of a secret only its dates are read.
enum AzureApplications: IdentityFormat {
    static let kind = ArtifactKind("entra applications", .json, isOptional: true)
    static let marks = [
        ContentMark(
            kind, anyOf: [["\"passwordCredentials\"", "\"keyCredentials\"", "\"appId\""]],
            admits: ContentMark.extensions("json"))
    ]

    /// Microsoft's own tenant for its services: every directory holds hundreds of principals of it.
    private static let microsoft = "f8cdef31-a31e-4b4a-93e4-5f571e91255a"

    static func read(_ files: [SourceFile], into register: inout IdentityRegister) {
        for file in files {
            guard let root = file.document?.root else { continue }
            for (pointer, entry) in root.entries(within: "value") {
                if entry["appOwnerOrganizationId"]?.string == microsoft { continue }
                guard let record = record(entry, pointer, file) else {
                    register.doubt(file, ":\(entry.position.line): an application without appId")
                    continue
                }
                register.add(record)
            }
        }
    }

    private static func record(_ entry: Node, _ pointer: String, _ file: SourceFile) -> IdentityRecord? {
        guard let id = entry["appId"]?.string.flatMap(IdentityText.plain) else { return nil }
        let isPrincipal = entry["servicePrincipalType"] != nil || entry["accountEnabled"] != nil
        let isManaged = entry["servicePrincipalType"]?.string == "ManagedIdentity"
        var record = IdentityRecord(
            name: entry["displayName"]?.string.flatMap(IdentityText.plain) ?? id, names: [id.lowercased()], file: file,
            position: entry.position, pointer: pointer)
        record.columns = [
            "kind": isPrincipal ? "service-principal" : "app", "provider": "azure", "interactive": false,
            "created_at": Value(entry["createdDateTime"]?.string.flatMap(IdentityDate.text)),
            "enabled": .boolean(entry["accountEnabled"]?.boolean != false),
        ]
        // Azure replaces the certificates of managed identities itself.
        if isManaged {
            record.columns.merge(["keys": 0, "authentication": "managed"]) { $1 }
        } else {
            let secrets = EntraSecrets(
                secrets: entry["passwordCredentials"]?.elements ?? [],
                certificates: entry["keyCredentials"]?.elements ?? [])
            record.columns.merge(secrets.columns) { $1 }
        }
        return record
    }
}

/// The secrets and certificates of an application: how many, how old, until when.
struct EntraSecrets {
    let secrets: [Node]
    let certificates: [Node]

    /// What they say in columns of `identity`.
    var columns: [String: Value] {
        let all = secrets + certificates
        let begins = all.compactMap { $0["startDateTime"]?.string ?? $0["startDate"]?.string }
        var columns: [String: Value] = [
            "keys": .integer(all.count), "rotated_at": Value(IdentityDate.earliest(begins)),
            "authentication": secrets.isEmpty ? (certificates.isEmpty ? .null : "certificate") : "key",
        ]
        columns.merge(IdentityDate.end(of: all.map { ($0["endDateTime"] ?? $0["endDate"])?.string })) { $1 }
        return columns
    }
}
