internal import Compliance

struct MCPClients: Collector {
    let name = "MCPClients"
    let summary = ""
    let documentation: [String] = []
    func kind(of path: FilePath) -> ArtifactKind? { nil }
    func collect(_ files: [SourceFile], into recorder: inout Recorder) {}
}
