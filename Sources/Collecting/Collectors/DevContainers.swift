internal import Compliance
internal import Documents

/// Dev Containers that an agent is installed into: how firmly they hold it, what is mounted into them, what they install.
///
/// Interpreted by the specification of August 2026. The Dockerfile that one builds from is not read.
struct DevContainers: Collector {
    let name = "devcontainer"
    let summary = "Dev Containers with an agent in them: privileges, mounts, variables, installed agents, MCP servers"
    let documentation = [
        "https://containers.dev/implementors/json_reference/", "https://containers.dev/implementors/features/",
        "https://code.claude.com/docs/en/devcontainer",
        "https://code.visualstudio.com/docs/copilot/customization/mcp-servers",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("dev container", .jsonc, isOptional: true),
            anyOf: DevContainer.products.map { [$0.mark] } + [["\"mcp\""]],
            admits: { ["devcontainer.json", ".devcontainer.json"].contains($0.name) })
    ]

    private static let tables: [Table] = [.sandbox, .component, .credential, .mcpServer, .dataSource]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            var scribe = Scribe(Self.id(of: file.path), file, for: recorder)
            guard let root = file.document?.root else {
                scribe.declare(product: "Dev Containers", kind: "coding-assistant", plans: nil)
                scribe.refuse(Self.tables)
                recorder.merge(scribe.recorder)
                continue
            }
            let container = DevContainer(root: root)
            guard let product = container.product else { continue }
            scribe.declare(product: "\(product) in a Dev Container", kind: "coding-assistant", plans: true)
            scribe.cover([.sandbox], .complete)
            scribe.cover(
                [.component, .credential, .mcpServer, .dataSource], .partial,
                because: "what its Dockerfile or Compose file adds is not read")
            container.record(&scribe)
            recorder.merge(scribe.recorder)
        }
    }

    /// A repository has one in `.devcontainer`, or several in folders below it.
    private static func id(of path: FilePath) -> AgentID {
        let parts = path.folder.components
        guard let index = parts.lastIndex(of: ".devcontainer") else {
            return AgentID("devcontainer@\(path.folder.text)")
        }
        let name = parts.count > index + 1 ? "#\(parts[(index + 1)...].joined(separator: "/"))" : ""
        return AgentID("devcontainer@\(FilePath(Array(parts[..<index])).text)\(name)")
    }
}
