internal import Compliance
internal import Documents

/// Services of Docker Compose that run an agent or an MCP server: how they are held in, and what they are handed.
///
/// Interpreted by the Compose specification of August 2026. Docker's MCP gateway is read by a collector of its own; services that
/// nothing shows to be an agent's are left alone, unless they stand beside one.
struct Compose: Collector {
    let name = "compose"
    let summary = "Docker Compose services that run agents or MCP servers: privileges, mounts, network, limits, secrets"
    let documentation = [
        "https://docs.docker.com/reference/compose-file/services/",
        "https://docs.docker.com/reference/compose-file/deploy/#resources",
        "https://docs.docker.com/engine/security/", "https://docs.docker.com/ai/compose/models-and-compose/",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("compose services", .yaml, isOptional: true),
            anyOf: (AgentImage.marks + ["\n    models:"]).map { ["services:", $0] },
            admits: ContentMark.extensions("yaml", "yml"))
    ]

    private static let tables: [Table] = [.sandbox, .budget, .component, .trigger, .credential, .mcpServer]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            guard let root = file.document?.root else { continue }
            let stack = ComposeStack(root)
            // The gateway stands before all others: what is beside it is told of it.
            var isTold = stack.hasGateway
            for service in stack.services {
                guard let agent = service.agent, agent.product != "Docker MCP gateway" else { continue }
                let id = AgentID("compose@\(file.path.folder.text)#\(service.entry.key)")
                var scribe = Scribe(id, file, for: recorder)
                scribe.declare(product: "\(agent.product) in Docker Compose", kind: agent.kind, plans: agent.plans)
                scribe.cover([.sandbox, .budget, .component, .trigger], .complete)
                scribe.cover(
                    [.credential, .mcpServer, .telemetry, .model], .partial,
                    because: "what the image and its program hold is not seen")
                service.record(agent, &scribe)
                if !isTold { stack.recordNeighbours(&scribe) }
                isTold = true
                recorder.merge(scribe.recorder)
            }
        }
        let ids = recorder.agents
        for file in files where file.refusal != nil {
            for id in ids where file.path.folder.text == id.folder {
                recorder.refuse(file, for: id, tables: Self.tables)
            }
        }
    }
}
