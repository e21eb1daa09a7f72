internal import Compliance

struct Codex: Collector {
    let name = "Codex"
    let summary = ""
    let documentation: [String] = []
    func kind(of path: FilePath) -> ArtifactKind? { nil }
    func collect(_ files: [SourceFile], into recorder: inout Recorder) {}
}
