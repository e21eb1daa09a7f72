internal import Compliance
internal import Documents

/// One agent of Amazon Bedrock, however it was exported.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agent.html>
struct BedrockAgent {
    /// Its properties.
    let root: Node
    /// Where they stand.
    let pointer: String
    /// The template around it; nil for an export of the service.
    let template: CloudTemplate?
    /// Action groups that stand beside it, as other exports have them.
    var groups: [(node: Node, pointer: String)] = []

    private func text(_ node: Node?) -> String? { template.map { $0.text(node) } ?? node?.string }

    /// Records everything that the agent's properties say.
    func record(_ scribe: inout Scribe) {
        scribe.settings(root, pointer)
        scribe.secrets(in: root, holder: "agent", pointer)
        if let (model, path) = root.spelled("FoundationModel") {
            let name = text(model).map { $0.split(separator: "/").last.map(String.init) ?? $0 }
            scribe.model("main", provider: "Amazon Bedrock", name: name, at: model, "\(pointer)/\(path)")
        }
        if let (node, path) = root.spelled("Instruction") {
            scribe.instruction("instruction", node, "\(pointer)/\(path)")
        }
        recordGuardrail(&scribe)
        recordMemory(&scribe)
        recordIdleTime(&scribe)
        recordPeers(&scribe)
        var all = groups
        if let (list, path) = root.spelled("ActionGroups") {
            all += list.elements.enumerated().map { ($1, "\(pointer)/\(path)/\($0)") }
        }
        for group in all { BedrockActions(template: template).record(group.node, group.pointer, &scribe) }
        let confirms = all.contains { BedrockActions.confirms($0.node) }
        scribe.add(
            .approval, at: all.first?.node ?? root, all.first?.pointer ?? pointer,
            ["covers": "any", "mode": confirms ? "on-risk" : "never", "bypassable": false])
    }

    /// Without a guardrail nothing filters what goes in and out.
    private func recordGuardrail(_ scribe: inout Scribe) {
        guard let (block, path) = root.block("GuardrailConfiguration") else { return }
        let identifier = block.spelled("GuardrailIdentifier")?.node
        let version = block.spelled("GuardrailVersion")
        let isDraft = version.map { text($0.node) == "DRAFT" } ?? true
        for stage in ["input", "output"] {
            scribe.add(
                .guardrail, at: version?.node ?? block, "\(pointer)/\(path)",
                [
                    "stage": .text(stage),
                    "provider": .text("Amazon Bedrock guardrail \(Redaction.redact(identifier?.string ?? ""))"),
                    "blocking": true, "pinned": .boolean(!isDraft),
                ])
        }
    }

    /// Summaries of sessions are kept for 30 days when nothing is said.
    private func recordMemory(_ scribe: inout Scribe) {
        guard let (block, path) = root.block("MemoryConfiguration") else { return }
        let days = block.spelled("StorageDays")?.node.integer ?? 30
        scribe.add(
            .memory, at: block, "\(pointer)/\(path)",
            [
                "actor": "main", "kind": "notes", "enabled": true, "scope": "user", "writable_by": "agent",
                "retention_days": .integer(days),
            ])
    }

    /// A session ends when nobody has spoken for this long.
    private func recordIdleTime(_ scribe: inout Scribe) {
        guard let (node, path) = root.spelled("IdleSessionTTLInSeconds"), let seconds = node.number else { return }
        scribe.add(
            .budget, at: node, "\(pointer)/\(path)",
            ["actor": "main", "kind": "time", "value": .real(seconds), "unit": "seconds of idle session"])
    }

    private func recordPeers(_ scribe: inout Scribe) {
        for (index, peer) in (root.spelled("AgentCollaborators")?.node.elements ?? []).enumerated() {
            guard let (name, _) = peer.spelled("CollaboratorName") else { continue }
            scribe.add(
                .delegation, at: name, "\(pointer)/AgentCollaborators/\(index)",
                [
                    "peer": .text(Redaction.redact(text(name) ?? "collaborator")), "transport": "http", "tls": true,
                    "authentication": "token",
                ])
        }
        guard let (bases, path) = root.spelled("KnowledgeBases") else { return }
        for (index, base) in bases.elements.enumerated() {
            guard let (id, _) = base.spelled("KnowledgeBaseId") else { continue }
            scribe.add(
                .dataSource, at: id, "\(pointer)/\(path)/\(index)",
                [
                    "kind": "document-store", "write_access": false,
                    "name": .text(Redaction.redact(template?.target(id) ?? text(id) ?? "knowledge base")),
                ])
        }
    }
}
