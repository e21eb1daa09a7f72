internal import Compliance
internal import Documents

/// The secrets and certificates of one service principal or application, as `az ad sp credential list` prints them.
///
/// <https://learn.microsoft.com/en-us/cli/azure/ad/sp/credential>. The list does not say whose they are: the name of its file
/// does, as in `agent-deploy.json`.
enum AzureCredentials: IdentityFormat {
    static let kind = ArtifactKind("entra credentials", .json, isOptional: true)
    static let marks = [
        ContentMark(
            kind, anyOf: [["\"endDateTime\"", "\"startDateTime\"", "\"keyId\""]],
            admits: ContentMark.extensions("json"))
    ]

    static func read(_ files: [SourceFile], into register: inout IdentityRegister) {
        for file in files {
            // Applications hold such lists, too, and are read as a whole.
            guard let root = file.document?.root, root.isArray, let first = root.elements.first,
                root.elements.allSatisfy({ $0["keyId"] != nil && $0["appId"] == nil })
            else { continue }
            let stem = file.path.name.split(separator: ".").dropLast().joined(separator: ".")
            guard let name = IdentityText.plain(stem) else { continue }
            let certificates = root.elements.filter { $0["type"] != nil }
            var record = IdentityRecord(name: name, file: file, position: first.position, pointer: "/0")
            record.columns =
                EntraSecrets(
                    secrets: root.elements.filter { $0["type"] == nil }, certificates: certificates
                ).columns
            record.columns.merge(
                ["kind": "service-principal", "provider": "azure", "enabled": true, "interactive": false]
            ) { $1 }
            register.add(record)
        }
    }
}
