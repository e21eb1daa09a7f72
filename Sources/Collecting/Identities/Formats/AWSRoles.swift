internal import Compliance
internal import Documents

/// Roles of AWS with their age and last use: `aws iam get-role`, `list-roles`, `get-account-authorization-details`.
///
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html>: AWS keeps the last use for 400 days, so that
/// silence says nothing of a role that is older. What a role may do is read elsewhere, from its policies.
enum AWSRoles: IdentityFormat {
    static let kind = ArtifactKind("aws roles", .json, isOptional: true)
    static let marks = [
        ContentMark(
            kind, anyOf: [["\"RoleName\"", "\"Arn\"", "\"CreateDate\""]], admits: ContentMark.extensions("json"))
    ]

    static func read(_ files: [SourceFile], into register: inout IdentityRegister) {
        for file in files {
            guard let root = file.document?.root else { continue }
            var roles = root["Role"].map { [("/Role", $0)] } ?? []
            for key in ["Roles", "RoleDetailList"] {
                roles += (root[key]?.elements ?? []).enumerated().map { ("/\(key)/\($0)", $1) }
            }
            for (pointer, role) in roles {
                guard let name = role["RoleName"]?.string.flatMap(IdentityText.plain),
                    let arn = role["Arn"]?.string.flatMap(IdentityText.plain)
                else {
                    register.doubt(file, ":\(role.position.line): a role without name or ARN")
                    continue
                }
                // Roles that AWS makes for its own services, and keeps others from changing.
                if arn.contains(":role/aws-service-role/") { continue }
                var record = IdentityRecord(
                    name: name, names: [arn.lowercased()], file: file, position: role.position, pointer: pointer)
                record.columns = columns(role)
                register.add(record)
            }
        }
    }

    private static func columns(_ role: Node) -> [String: Value] {
        let used = role[path: ["RoleLastUsed", "LastUsedDate"]]?.string.flatMap(IdentityDate.text)
        let policies = (role["AttachedManagedPolicies"]?.elements ?? []).compactMap { $0["PolicyArn"]?.string }
        let isAdministrator = policies.contains("arn:aws:iam::aws:policy/AdministratorAccess")
        return [
            "kind": "role", "provider": "aws", "keys": 0, "standing": "just-in-time", "enabled": true,
            "interactive": false, "created_at": Value(role["CreateDate"]?.string.flatMap(IdentityDate.text)),
            "used": used == nil ? .null : true, "last_used_at": Value(used),
            "breadth": isAdministrator ? "any" : .null, "privileged": isAdministrator ? true : .null,
        ]
    }
}
