internal import Compliance
internal import Documents

/// Kubernetes workloads that run an agent or an MCP server, with the rights of their accounts and the policies of their network.
///
/// Interpreted by Kubernetes 1.33. Helm templates are not YAML and are refused; workloads that nothing shows to be an agent's are
/// left alone.
struct Kubernetes: Collector {
    let name = "kubernetes"
    let summary =
        "Kubernetes workloads that run agents or MCP servers: security context, RBAC, network policies, limits"
    let documentation = [
        "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
        "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
        "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
        "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/",
        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("kubernetes workload", .yaml, isOptional: true),
            anyOf: AgentImage.marks.map { ["apiVersion:", "containers:", $0] },
            admits: ContentMark.extensions("yaml", "yml")),
        ContentMark(
            ArtifactKind("kubernetes rbac", .yaml, isOptional: true),
            anyOf: [["rbac.authorization.k8s.io/"], ["kind: ServiceAccount", "apiVersion: v1"]], isAuxiliary: true,
            admits: ContentMark.extensions("yaml", "yml")),
        ContentMark(
            ArtifactKind("kubernetes network policy", .yaml, isOptional: true),
            anyOf: [["networking.k8s.io/", "kind: NetworkPolicy"]], isAuxiliary: true,
            admits: ContentMark.extensions("yaml", "yml")),
    ]

    private static let tables: [Table] = [.sandbox, .budget, .component, .credential, .permission, .trigger]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let all = files.flatMap(Manifest.all)
        for manifest in all {
            guard let workload = PodWorkload(manifest, all) else { continue }
            for container in workload.containers {
                guard let agent = container.agent else { continue }
                let folder = manifest.file.path.folder.text
                let stem = workload.containers.count > 1 ? "\(manifest.name)/\(container.name)" : manifest.name
                var scribe = Scribe(AgentID("kubernetes@\(folder)#\(stem)"), manifest.file, for: recorder)
                scribe.declare(product: "\(agent.product) on Kubernetes", kind: agent.kind, plans: agent.plans)
                scribe.cover([.sandbox, .budget, .component], .complete)
                scribe.cover(
                    [.credential, .permission, .mcpServer, .telemetry, .model], .partial,
                    because: "bindings outside the folder, and what the program holds, are not seen")
                workload.record(container, agent, &scribe)
                recorder.merge(scribe.recorder)
            }
        }
        let ids = recorder.agents
        for file in files where file.refusal != nil {
            for id in ids { recorder.refuse(file, for: id, tables: Self.tables) }
        }
    }
}
