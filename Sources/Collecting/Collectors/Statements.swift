internal import Compliance
internal import Documents

/// What people state: `statements.yaml`, the signatures under it, and the files of accepted risks beside it.
///
/// The files are claimed like a product's; `StatementReader` reads them once all agents are known.
struct Statements: Collector {
    let name = "statements"
    let summary = "statements.yaml: what people state about the agents at or below its folder"
    let documentation: [String] = []

    func kind(of path: FilePath) -> ArtifactKind? {
        switch path.name {
        case "statements.yaml", "statements.yml": ArtifactKind("statements", .yaml)
        case "waivers.yaml", "waivers.yml": ArtifactKind("waivers", .yaml)
        default:
            path.name.hasSuffix(".dsse.json") && path.folder.name == "statements"
                ? ArtifactKind(StatementSignatures.kind, .json) : nil
        }
    }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {}
}
