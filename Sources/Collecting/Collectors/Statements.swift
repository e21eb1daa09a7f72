internal import Compliance

struct Statements: Collector {
    let name = "Statements"
    let summary = ""
    let documentation: [String] = []
    func kind(of path: FilePath) -> ArtifactKind? { nil }
    func collect(_ files: [SourceFile], into recorder: inout Recorder) {}
}
