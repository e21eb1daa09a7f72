internal import Compliance
internal import Documents

/// Records leaves of settings files, each with whether the product acts on it.
enum SettingReader {
    /// One row for each leaf of a file.
    ///
    /// `refusal` says why the product does not act on a key there; nil when it does.
    static func record(
        _ file: SourceFile, _ root: Node, level: String, for agent: AgentID, into recorder: inout Recorder,
        refusal: ([String]) -> String?
    ) {
        root.walk { pointer, node in
            guard !node.isObject && !node.isArray else { return }
            let keys = pointer.split(separator: "/").map(String.init).filter { Int($0) == nil }
            let reason = refusal(keys)
            record(
                node, keys, pointer, level: level, status: reason == nil ? "in-force" : "not-honoured", reason: reason,
                for: agent, in: file, into: &recorder)
        }
    }

    /// The row of one leaf; secrets are taken out of its value.
    static func record(
        _ node: Node, _ keys: [String], _ pointer: String, level: String, status: String, reason: String?,
        for agent: AgentID, in file: SourceFile, into recorder: inout Recorder
    ) {
        let (type, value) = value(of: node, key: keys.last ?? "")
        recorder.record(
            .setting,
            [
                "level": .text(level), "key": .text(keys.joined(separator: ".")), "type": .text(type),
                "value": Value(value), "status": .text(status), "reason": Value(reason),
            ], for: agent, in: file, at: node.position, pointer: pointer)
    }

    /// A row for a file or a table as a whole, when none of it has an effect.
    static func section(
        _ key: String, level: String, status: String, reason: String, for agent: AgentID, in file: SourceFile,
        at position: Position, _ pointer: String, into recorder: inout Recorder
    ) {
        recorder.record(
            .setting,
            [
                "level": .text(level), "key": .text(key), "type": "section", "status": .text(status),
                "reason": .text(reason),
            ], for: agent, in: file, at: position, pointer: pointer)
    }

    private static func value(of node: Node, key: String) -> (type: String, text: String?) {
        switch node.content {
        case .string(let text): ("text", Redaction.redact(text, key: key))
        case .integer(let integer): ("number", String(integer))
        case .real(let real): ("number", String(real))
        case .boolean(let boolean): ("boolean", String(boolean))
        case .null: ("null", nil)
        case .object, .array: ("empty", nil)
        }
    }
}
