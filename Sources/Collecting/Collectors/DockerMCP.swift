internal import Compliance
internal import Documents

/// Docker's MCP gateway: Compose files that start it, and catalogs of servers.
///
/// Interpreted as of July 2026; <https://docs.docker.com/ai/mcp-catalog-and-toolkit/mcp-gateway/>.
struct DockerMCP: Collector {
    let name = "docker-mcp"
    let summary = "Docker MCP gateway: its service in Compose files, file catalogs of servers"
    let documentation = [
        "https://docs.docker.com/ai/mcp-catalog-and-toolkit/mcp-gateway/",
        "https://github.com/docker/mcp-gateway/blob/main/docs/mcp-gateway.md",
        "https://github.com/docker/mcp-gateway/blob/main/docs/catalog.md",
        "https://docs.docker.com/ai/compose/models-and-compose/",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("docker-mcp compose", .yaml), anyOf: [["services:", "docker/mcp-gateway"]],
            admits: ContentMark.extensions("yaml", "yml")),
        ContentMark(
            ArtifactKind("docker-mcp catalog", .yaml),
            anyOf: [["registry:", "image: mcp/"], ["registry:", "type: server"], ["registry:", "type: poci"]],
            admits: ContentMark.extensions("yaml", "yml")),
    ]

    private static let tables: [Table] = [.mcpServer, .guardrail, .telemetry, .credential, .component]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            let isCatalog = file.kind.name == "docker-mcp catalog"
            let stem = isCatalog ? "#\(file.path.name)" : ""
            var scribe = Scribe(AgentID("docker-mcp@\(file.path.folder.text)\(stem)"), file, for: recorder)
            scribe.declare(
                product: "Docker MCP gateway", kind: isCatalog ? "mcp-server" : "application",
                plans: isCatalog ? false : nil)
            if let root = file.document?.root {
                scribe.cover(
                    Self.tables, isCatalog ? .complete : .partial,
                    because: isCatalog ? nil : "the catalog of the gateway is not among the files")
                if isCatalog {
                    DockerCatalog(root: root).record(&scribe)
                } else {
                    DockerGateway(root: root).record(&scribe)
                    ComposeStack(root).recordNeighbours(&scribe)
                }
            } else {
                scribe.refuse(Self.tables)
            }
            recorder.merge(scribe.recorder)
        }
    }
}
