internal import Compliance
internal import Documents

/// A2A agent cards: what an agent tells others of how it is reached, who may call it, and what it does.
///
/// Interpreted by the specification 1.0.1 (May 2026), which changed the shape of the card, and by 0.2 and 0.3.
struct A2A: Collector {
    let name = "a2a"
    let summary = "A2A: agent cards of the protocol's versions 0.2, 0.3 and 1.0"
    let documentation = [
        "https://a2a-protocol.org/latest/specification/", "https://a2a-protocol.org/v0.3.0/specification/",
        "https://github.com/a2aproject/A2A/blob/main/docs/whats-new-v1.md",
    ]

    func kind(of path: FilePath) -> ArtifactKind? {
        path.ends(with: ".well-known/agent-card.json") ? ArtifactKind("a2a agent card", .json) : nil
    }

    // Cards lie under any name where a program serves them.
    let marks = [
        ContentMark(
            ArtifactKind("a2a agent card", .json),
            anyOf: [
                ["\"supportedInterfaces\"", "\"skills\""], ["\"defaultInputModes\"", "\"skills\"", "\"url\""],
                ["\"protocolVersion\"", "\"skills\"", "\"url\""],
            ], admits: ContentMark.extensions("json"))
    ]

    private static let tables: [Table] = [.delegation, .tool, .trigger, .setting]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            let isWellKnown = file.path.folder.name == ".well-known"
            let folder = file.path.dropping(isWellKnown ? 2 : 1).text
            let stem = file.path.name.split(separator: ".").first.map(String.init) ?? file.path.name
            let isMain = isWellKnown && stem == "agent-card"
            var scribe = Scribe(AgentID("a2a@\(folder)" + (isMain ? "" : "#\(stem)")), file, for: recorder)
            // Whether a model plans behind the card, the card does not say.
            scribe.declare(product: "A2A", plans: nil)
            scribe.cover(Self.tables, .complete)
            scribe.cover([.credential], .partial, because: "a card says what callers present, not what the agent holds")
            if let root = file.document?.root {
                AgentCard(root).record(&scribe)
            } else {
                scribe.refuse(Self.tables)
            }
            recorder.merge(scribe.recorder)
        }
    }
}
