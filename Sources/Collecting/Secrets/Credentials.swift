internal import Compliance
internal import Documents

/// Records credentials from maps of variables and headers; the values stay in the file.
enum Credentials {
    /// A row for each secret that the map holds, and for each reference to one.
    static func record(
        environment: Node, pointer: String, holder: String, in file: SourceFile, for agent: AgentID,
        into recorder: inout Recorder
    ) {
        for member in environment.members {
            guard let value = member.value.string else { continue }
            record(
                value, name: member.key, holder: holder, in: file, at: member.value.position,
                pointer: "\(pointer)/\(Node.escape(member.key))", for: agent, into: &recorder)
        }
    }

    /// A row when a value is a secret, or refers to one.
    static func record(
        _ value: String, name: String, holder: String, in file: SourceFile, at position: Position, pointer: String,
        for agent: AgentID, into recorder: inout Recorder
    ) {
        let inline = secret(value, name: name)
        let reference = Reference.first(in: value)
        let key = SecretKeyName(name)
        let isMeant = key.isSecret || reference.map { SecretKeyName($0.name).isSecret } ?? false
        let row: (kind: String, storage: String, detector: String)
        if let inline {
            row = (inline.kind, "inline", inline.name)
        } else if let reference, isMeant {
            let kind = key.isSecret ? key.kind : SecretKeyName(reference.name).kind
            row = (kind, reference.storage, "\(reference.storage)-reference")
        } else {
            return
        }
        recorder.record(
            .credential,
            [
                "holder": .text(holder), "name": .text(Redaction.redact(name)), "kind": .text(row.kind),
                "storage": .text(row.storage), "detector": .text(row.detector),
            ], for: agent, in: file, at: position, pointer: pointer)
    }

    /// A row for a credential that the configuration only names: a variable, a file, a helper command.
    static func record(
        named name: String, kind: String, storage: String, holder: String, in file: SourceFile, at position: Position,
        pointer: String, for agent: AgentID, into recorder: inout Recorder
    ) {
        recorder.record(
            .credential,
            [
                "holder": .text(holder), "name": .text(Redaction.redact(name)), "kind": .text(kind),
                "storage": .text(storage), "detector": .text("\(storage)-reference"),
            ], for: agent, in: file, at: position, pointer: pointer)
    }

    /// The secret in a value, or in what its reference falls back to.
    private static func secret(_ value: String, name: String) -> SecretDetection? {
        if let direct = SecretScanner.detect(key: name, value: value) { return direct }
        return Reference.fallback(in: value).flatMap { SecretScanner.detect(key: name, value: String($0)) }
    }
}
