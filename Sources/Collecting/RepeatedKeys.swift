internal import Compliance
internal import Documents

/// Keys that stand twice in one object of a file: one of the values is lost, or the product does not take the file.
///
/// JSON leaves it open what becomes of them (<https://www.rfc-editor.org/rfc/rfc8259#section-4>); YAML forbids them
/// (<https://yaml.org/spec/1.2.2/#3213-node-comparison>).
enum RepeatedKeys {
    static let reason = "the key stands twice here: one of its values is lost, or the file is refused"

    /// Records a row for each, for the agents that draw on the files.
    static func record(
        in files: [SourceFile], owners: (Evidence) -> [String: AgentID], into recorder: inout Recorder
    ) {
        let repeated = files.map { ($0, ($0.document?.warnings ?? []).filter { $0.kind == .duplicateKey }) }
            .filter { !$0.1.isEmpty }
        guard !repeated.isEmpty else { return }
        let owners = owners(recorder.evidence)
        for (file, warnings) in repeated {
            guard let agent = owners[file.path.text] else { continue }
            for warning in warnings.prefix(20) {
                guard let position = warning.position, let key = warning.key else { continue }
                recorder.record(
                    .setting,
                    [
                        "level": .text(recorder.level(of: agent) ?? "project"), "key": .text(Redaction.redact(key)),
                        "type": "empty", "status": "overridden", "reason": .text(reason),
                    ], for: agent, in: file, at: position, pointer: "")
            }
        }
    }
}
