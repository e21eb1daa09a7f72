internal import Compliance
internal import Documents

/// kagent and kmcp: agents, model configurations and MCP servers as Kubernetes objects, with the rights of their accounts.
///
/// Interpreted by the custom resources of August 2026 (`v1alpha1` to `v1alpha3`). Helm templates are refused but for the
/// rules of roles that stand in them in plain YAML.
struct Kagent: Collector {
    let name = "kagent"
    let summary = "kagent and kmcp: Agent, ModelConfig, RemoteMCPServer, MCPServer, and the RBAC of their accounts"
    let documentation = [
        "https://kagent.dev/docs/kagent/resources/api-ref", "https://kagent.dev/docs/kmcp/reference/api-ref",
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/",
        "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("kagent objects", .yaml),
            anyOf: [["apiVersion: kagent.dev/"], ["apiVersion: \"kagent.dev/"], ["apiVersion: 'kagent.dev/"]],
            admits: ContentMark.extensions("yaml", "yml")),
        ContentMark(
            ArtifactKind("kagent chart", .yaml), anyOf: [["kagent.dev", "rbac.authorization.k8s.io/", "{{"]],
            admits: ContentMark.extensions("yaml", "yml")),
        ContentMark(
            ArtifactKind("kubernetes rbac", .yaml), anyOf: [["rbac.authorization.k8s.io/"]], isAuxiliary: true,
            admits: ContentMark.extensions("yaml", "yml")),
    ]

    private static let tables: [Table] = [
        .tool, .approval, .mcpServer, .permission, .credential, .model, .sandbox, .setting,
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let all = files.flatMap(Manifest.all)
        let own = all.filter { $0.group == "kagent.dev" && !$0.name.isEmpty }
        let agents = own.filter { ["Agent", "SandboxAgent"].contains($0.kind) }
        let ids = agents.map { AgentID("kagent@\($0.file.path.folder.text)#\($0.name)") }
        for (manifest, id) in zip(agents, ids) {
            KagentAgent(manifest: manifest, all: all, id: id).record(into: &recorder)
        }
        // Servers that no agent here uses stand for themselves.
        let used = Set(
            agents.flatMap { agent in
                (agent.spec[path: ["declarative", "tools"]]?.elements ?? []).compactMap {
                    $0[path: ["mcpServer", "name"]]?.string
                }
            })
        var hosts: Set<AgentID> = []
        for server in own where ["MCPServer", "RemoteMCPServer", "ToolServer"].contains(server.kind) {
            guard !used.contains(server.name) else { continue }
            let id = AgentID("kagent@\(server.file.path.folder.text)")
            var scribe = Scribe(id, server.file, for: recorder)
            scribe.declare(product: "kagent", kind: "mcp-server", plans: false)
            if hosts.insert(id).inserted { scribe.cover([.mcpServer], .complete) }
            scribe.cover([.credential, .permission], .partial, because: "bindings outside the folder are not seen")
            KagentServer(server, all).record(approved: nil, scope: "all", &scribe)
            if server.kind == "MCPServer" {
                let named = server.spec[path: ["deployment", "serviceAccountName"]]
                ServiceAccountRights(account: named?.string ?? server.name, namespace: server.namespace, in: all)
                    .record(
                        actor: server.name, holder: server.name,
                        source: (
                            named ?? server.root[path: ["metadata", "name"]] ?? server.root,
                            server.pointer + (named == nil ? "/metadata/name" : "/spec/deployment/serviceAccountName")
                        ), &scribe, into: &recorder)
            }
            recorder.merge(scribe.recorder)
        }
        let charts = ChartRights.find(in: files)
        for rights in charts { rights.record(into: &recorder) }
        let chart = Set(charts.flatMap(\.files))
        for file in files where file.refusal != nil && !chart.contains(file.place) {
            refuse(file, ids, &recorder)
        }
    }

    /// Says which agents a file that cannot be read may be about.
    private func refuse(_ file: SourceFile, _ ids: [AgentID], _ recorder: inout Recorder) {
        let near = ids.filter { file.path.isInside(FilePath($0.folder)) }
        for agent in near { recorder.refuse(file, for: agent, tables: Self.tables) }
        guard near.isEmpty else { return }
        if file.kind.name == "kagent objects" {
            // An agent may stand in it.
            var scribe = Scribe(AgentID("kagent@\(file.path.folder.text)"), file, for: recorder)
            scribe.declare(product: "kagent", plans: nil)
            scribe.refuse(Self.tables)
            return recorder.merge(scribe.recorder)
        }
        // Roles and bindings may be about any account, wherever they stand.
        for agent in Set(ids).sorted() { recorder.refuse(file, for: agent, tables: [.permission, .credential]) }
    }
}
