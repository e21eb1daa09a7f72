internal import Compliance
internal import Documents

/// Access keys of AWS users, and when they were last used, as the command line lists them.
///
/// <https://docs.aws.amazon.com/cli/latest/reference/iam/list-access-keys.html>,
/// <https://docs.aws.amazon.com/cli/latest/reference/iam/get-access-key-last-used.html>
enum AWSAccessKeys: IdentityFormat {
    static let kind = ArtifactKind("aws access keys", .json, isOptional: true)
    static let marks = [
        ContentMark(
            kind, anyOf: [["\"AccessKeyMetadata\"", "\"UserName\""], ["\"AccessKeyLastUsed\"", "\"UserName\""]],
            admits: ContentMark.extensions("json"))
    ]

    static func read(_ files: [SourceFile], into register: inout IdentityRegister) {
        for file in files {
            guard let root = file.document?.root else { continue }
            for (pointer, answer) in root.entries() {
                if let list = answer["AccessKeyMetadata"], list.isArray {
                    read(list, pointer + "/AccessKeyMetadata", file, into: &register)
                } else if answer["AccessKeyLastUsed"]?.isObject == true {
                    readUse(answer, pointer, file, into: &register)
                } else {
                    register.doubt(file, ":\(answer.position.line): neither access keys nor their last use")
                }
            }
        }
    }

    /// Keys of some users; a user's keys are one identity.
    private static func read(_ list: Node, _ pointer: String, _ file: SourceFile, into register: inout IdentityRegister)
    {
        var users: [String: [(index: Int, key: Node)]] = [:]
        for (index, key) in list.elements.enumerated() {
            guard let user = key["UserName"]?.string, IdentityText.plain(user) != nil else {
                register.doubt(file, ":\(key.position.line): a key without a user")
                continue
            }
            users[user, default: []].append((index, key))
        }
        for (user, keys) in users.sorted(by: { $0.key < $1.key }) {
            guard let name = IdentityText.plain(user), let first = keys.first else { continue }
            let active = keys.filter { $0.key["Status"]?.string == "Active" }
            var record = IdentityRecord(
                name: name, isNonHuman: !active.isEmpty, file: file, position: first.key.position,
                pointer: "\(pointer)/\(first.index)")
            let made = active.compactMap { $0.key["CreateDate"]?.string }
            record.columns = [
                "kind": "user", "provider": "aws", "keys": .integer(active.count),
                "rotated_at": Value(IdentityDate.earliest(made)),
            ]
            // Access keys stay valid until they are switched off.
            if !active.isEmpty {
                record.columns.merge(["authentication": "key", "expires": false, "enabled": true]) { $1 }
            }
            register.add(record)
        }
    }

    /// The last use of one key: it says when the user acted, if no other key did later.
    private static func readUse(
        _ answer: Node, _ pointer: String, _ file: SourceFile, into register: inout IdentityRegister
    ) {
        guard let name = answer["UserName"]?.string.flatMap(IdentityText.plain) else {
            return register.doubt(file, ":\(answer.position.line): a key without a user")
        }
        var record = IdentityRecord(
            name: name, isNonHuman: false, file: file, position: answer.position, pointer: pointer)
        record.columns = ["kind": "user", "provider": "aws"]
        if let used = answer[path: ["AccessKeyLastUsed", "LastUsedDate"]]?.string.flatMap(IdentityDate.text) {
            record.columns.merge(["last_used_at": .text(used), "used": true]) { $1 }
        }
        register.add(record)
    }
}
