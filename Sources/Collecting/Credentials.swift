internal import Compliance
internal import Documents

/// Records the identities and secrets in maps of environment variables and headers; never a value.
enum Credentials {
    /// One row for each entry that is a secret, or refers to one kept elsewhere.
    static func record(
        environment: Node, pointer: String, holder: String, in file: SourceFile, for agent: AgentID,
        into recorder: inout Recorder
    ) {
        for member in environment.members {
            guard let value = member.value.string else { continue }
            let place = "\(pointer)/\(Node.escape(member.key))"
            if let choice = Principal.choice(member.key, value) {
                recorder.record(
                    .credential,
                    [
                        "holder": .text(holder), "name": .text(member.key), "kind": .text(choice.kind),
                        "storage": .text(choice.storage), "detector": "identity-variable",
                        "principal": Value(choice.principal), "reference": .text(value),
                    ], for: agent, in: file, at: member.value.position, pointer: place)
                continue
            }
            record(
                value, name: member.key, at: member.value.position, pointer: place, holder: holder,
                principal: Principal.beside(member.key, in: environment), in: file, for: agent, into: &recorder)
        }
    }

    /// Where a reference points.
    private static func storage(of reference: String) -> String {
        if reference.contains("${input:") { return "prompt" }
        if reference.contains("$(") { return "helper" }
        return reference.contains("{file:") ? "file" : "environment"
    }

    /// A row for one value, when it is a secret or refers to one.
    static func record(
        _ value: String, name: String, at position: Position, pointer: String, holder: String,
        principal: String? = nil, in file: SourceFile, for agent: AgentID, isArgument: Bool = false,
        into recorder: inout Recorder
    ) {
        var columns: [String: Value] = ["holder": .text(holder), "name": .text(name)]
        columns["principal"] = Value(principal ?? Principal.inAddress(value))
        if let secret = SecretScanner.detect(key: name, value: value) {
            columns["kind"] = .text(secret.kind)
            columns["storage"] = "inline"
            columns["detector"] = .text(secret.name)
        } else if SecretScanner.isReference(value), SecretScanner.isSecretName(name) {
            columns["storage"] = isArgument ? "argument" : .text(storage(of: value))
            columns["detector"] = "reference"
            if value.contains("$(gh auth token") {
                // At least repo, read:org and gist: <https://cli.github.com/manual/gh_auth_login>
                columns["principal"] = "the signed-in user of gh"
                columns["scope_breadth"] = "broad"
            }
            columns["reference"] = Value(CredentialReference.name(in: value))
        } else {
            return
        }
        recorder.record(.credential, columns, for: agent, in: file, at: position, pointer: pointer)
    }
}

extension Credentials {
    /// A row for each text below a node that is a secret, or is called like one and refers to it.
    ///
    /// `holder` names what receives it, by the keys that lead there.
    static func record(
        below node: Node, pointer: String = "", in file: SourceFile, for agent: AgentID, into recorder: inout Recorder,
        holder: ([String]) -> String
    ) {
        node.walk { place, value in
            guard let text = value.string else { return }
            let keys = place.split(separator: "/").map(String.init)
            let name = keys.last { Int($0) == nil } ?? "value"
            record(
                text, name: name, at: value.position, pointer: pointer + place, holder: holder(keys), in: file,
                for: agent, into: &recorder)
        }
    }
}
