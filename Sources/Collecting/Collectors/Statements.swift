internal import Compliance
internal import Documents

/// What people state: `statements.yaml`, and the files of accepted risks beside it.
struct Statements: Collector {
    let name = "statements"
    let summary = "statements.yaml: what people state about the agents at or below its folder"
    let documentation: [String] = []

    func kind(of path: FilePath) -> ArtifactKind? {
        switch path.name {
        case "statements.yaml", "statements.yml": ArtifactKind("statements", .yaml)
        case "waivers.yaml", "waivers.yml": ArtifactKind("waivers", .yaml)
        default: nil
        }
    }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files where file.kind.name == "statements" {
            guard let root = file.document?.root else { continue }
            for (index, entry) in (root["statements"]?.elements ?? []).enumerated() {
                record(entry, pointer: "/statements/\(index)", in: file, &recorder)
            }
        }
    }

    private func record(_ entry: Node, pointer: String, in file: SourceFile, _ recorder: inout Recorder) {
        let text = { (key: String) in entry[key]?.string }
        guard let claim = text("claim"), let by = text("by"), let role = text("role"), let stated = text("stated_on"),
            let expires = text("expires_on"), let method = text("method"), ["examine", "interview"].contains(method)
        else { return }
        recorder.record(
            .statement,
            [
                "claim": .text(claim), "control": Value(text("control")), "check_id": Value(text("check")),
                "method": .text(method), "by": .text(by), "role": .text(role), "stated_on": .text(stated),
                "expires_on": .text(expires), "document": Value(text("document")),
                "document_sha256": Value(text("document_sha256")), "document_status": "none",
            ],
            for: AgentID(text("agent") ?? file.path.folder.text), in: file, at: entry.position, pointer: pointer)
    }
}
