internal import Compliance
internal import Documents

/// The role that an agent of Amazon names.
enum AgentRole {
    /// Records the role that a property refers to, with the policies of the template.
    static func record(
        _ properties: Node, _ key: String, _ pointer: String, of template: CloudTemplate, _ scribe: inout Scribe
    ) {
        guard let (reference, path) = properties.spelled(key) else { return }
        let place = "\(pointer)/\(path)"
        guard let name = template.target(reference), let role = template.role(name, in: scribe.file) else {
            return recordNamed(reference, template.text(reference), place, &scribe)
        }
        role.record(holder: "agent", actor: "main", at: reference, place, &scribe)
    }

    /// Records a role of which only the name is known.
    static func recordNamed(_ node: Node?, _ pointer: String, _ scribe: inout Scribe) {
        recordNamed(node, node?.string, pointer, &scribe)
    }

    private static func recordNamed(_ node: Node?, _ text: String?, _ pointer: String, _ scribe: inout Scribe) {
        guard let node else { return }
        let name = text?.split(separator: "/").last.map(String.init) ?? "role"
        scribe.add(
            .credential, at: node, pointer,
            [
                "holder": "agent", "name": .text(Redaction.redact(name)), "kind": "token", "storage": "federated",
                "detector": "iam-role", "principal": .text(Redaction.redact(text ?? name)),
            ])
        scribe.cover([.permission], .partial, because: "of the role only what stands in the assessed files is seen")
    }
}
