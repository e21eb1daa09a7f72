internal import Compliance
internal import Documents

/// The credential report of an AWS account: users with their passwords, access keys and certificates.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html>. A user without an active key may be a
/// person who signs in at the console, so that it counts only where an agent acts by it.
enum AWSCredentialReport: IdentityFormat {
    static let kind = ArtifactKind("aws credential report", nil, isOptional: true)
    static let marks = [
        ContentMark(
            kind, anyOf: [["user,arn,user_creation_time,password_enabled"]], admits: ContentMark.extensions("csv"))
    ]

    static func read(_ files: [SourceFile], into register: inout IdentityRegister) {
        for file in files {
            do throws(Diagnostic) {
                for row in try IdentitySheet(file).rows {
                    guard let record = record(row, in: file) else {
                        register.doubt(file, ":\(row.line): a user without name or ARN")
                        continue
                    }
                    register.add(record)
                }
            } catch {
                register.refuse(file, error)
            }
        }
    }

    /// One user.
    static func record(_ row: IdentitySheet.Row, in file: SourceFile, at position: Position? = nil) -> IdentityRecord? {
        guard let user = row["user"].flatMap(IdentityText.plain), let arn = row["arn"].flatMap(IdentityText.plain)
        else {
            return nil
        }
        let isRoot = arn.hasSuffix(":root")
        let parts = ["access_key_1", "access_key_2", "cert_1", "cert_2"]
        let active = parts.filter { row["\($0)_active"]?.lowercased() == "true" }
        // The root user can always sign in; of its password the report says `not_supported`.
        let password =
            isRoot ? true : row["password_enabled"].flatMap { ["true": true, "false": false][$0.lowercased()] }
        var record = IdentityRecord(
            name: isRoot ? arn : user, names: [arn.lowercased()], isNonHuman: !active.isEmpty, file: file,
            position: position ?? Position(line: row.line, column: 1))
        record.columns = [
            "kind": "user", "provider": "aws", "enabled": active.isEmpty && password != true ? .null : true,
            "created_at": Value(row["user_creation_time"].flatMap(IdentityDate.text)),
            "keys": .integer(active.count), "interactive": Value(password),
            "rotated_at": Value(IdentityDate.earliest(active.compactMap { row["\($0)_last_rotated"] })),
            // Access keys and signing certificates stay valid until they are switched off.
            "expires": active.isEmpty ? .null : false,
            "authentication": password == true ? "password" : active.isEmpty ? .null : "key",
        ]
        if isRoot { record.columns.merge(["privileged": true, "breadth": "any"]) { $1 } }
        record.columns.merge(use(row, active)) { $1 }
        return record
    }

    /// When it was last used, and whether a person did.
    ///
    /// `N/A` stands for never, and for a use before AWS kept the date, from 2015-04-22 on.
    private static func use(_ row: IdentitySheet.Row, _ active: [String]) -> [String: Value] {
        let signedIn = row["password_last_used"].flatMap(IdentityDate.text)
        let keys = ["access_key_1", "access_key_2"]
        let latest = IdentityDate.latest(
            keys.compactMap { row["\($0)_last_used_date"] } + [signedIn].compactMap(\.self))
        var columns: [String: Value] = ["last_used_at": Value(latest)]
        if latest != nil {
            columns["used"] = true
        } else if !active.isEmpty, active.allSatisfy(keys.contains),
            active.allSatisfy({
                row["\($0)_last_used_date"] == "N/A" && (row["\($0)_last_rotated"] ?? "") > "2015-04-22"
            })
        {
            columns["used"] = false
        }
        if signedIn != nil, !active.isEmpty { columns["human_use"] = true }
        return columns
    }
}
