internal import Compliance
internal import Documents

/// What the `GITHUB_TOKEN` of a job may do.
///
/// <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions>
struct WorkflowToken {
    /// Scopes with write access.
    let writes: [(name: String, node: Node)]
    /// In the words of `credential.scope_breadth`; nil when the repository's setting decides.
    let breadth: String?
    /// Where it is said.
    let node: Node?
    let pointer: String

    init(workflow: Node, job: Member) {
        let own = job.value["permissions"]
        node = own ?? workflow["permissions"]
        pointer = own != nil ? "/jobs/\(Node.escape(job.key))/permissions" : "/permissions"
        guard let node else {
            (writes, breadth) = ([], nil)
            return
        }
        if let text = node.string {
            writes = text == "write-all" ? [("*", node)] : []
            breadth = text == "write-all" ? "any" : text == "read-all" ? "narrow" : nil
            return
        }
        writes = node.members.filter { $0.value.string == "write" }.map { ($0.key, $0.value) }
        breadth = writes.contains { Self.isSharp($0.name) } ? "broad" : "narrow"
    }

    /// Whether write access to a scope changes what others run, or who may do what; the same for tokens of a job and of an app.
    ///
    /// Apps write the names of scopes with underscores:
    /// <https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps>.
    static func isSharp(_ scope: String) -> Bool { sharp.contains(scope.replacing("_", with: "-")) }

    private static let sharp: Set<String> = [
        "contents", "actions", "packages", "deployments", "pages", "security-events", "attestations", "workflows",
        "administration", "secrets", "environments", "organization-administration", "organization-secrets", "members",
    ]

    /// The worst that write access to a scope opens.
    static func hazard(ofWriting scope: String) -> String {
        switch scope {
        case "contents", "packages", "pages", "deployments": "publish"
        case "actions", "workflows": "arbitrary-code"
        case "*", "administration", "organization_administration", "members", "environments": "privilege"
        case "secrets": "secrets"
        default: "write"
        }
    }

    /// Records the token, and a permission for each scope that it may write.
    func record(_ job: Member, _ scribe: inout Scribe) {
        scribe.add(
            .credential, at: node ?? job.value, node == nil ? "/jobs/\(Node.escape(job.key))" : pointer,
            [
                "holder": "agent", "name": "GITHUB_TOKEN", "kind": "token", "storage": "federated",
                "detector": "workflow-token", "principal": "github-actions[bot]", "scope_breadth": Value(breadth),
                // It lapses when the job ends, after a day at the latest.
                "ttl_seconds": 86400,
            ])
        for (name, place) in writes where name != "id-token" {
            scribe.add(
                .permission, at: place, name == "*" ? pointer : "\(pointer)/\(Node.escape(name))",
                [
                    "actor": "main", "effect": "allow", "capability": name == "*" ? "any" : "tool",
                    "target": .text("GitHub \(name)"), "breadth": name == "*" ? "any" : "exact",
                    "hazard": .text(Self.hazard(ofWriting: name)),
                    "rule": .text("permissions: \(name): write"), "level": "project", "effective": true,
                ])
        }
    }
}
