internal import Compliance
internal import Documents

/// Manifests of GitHub Apps that agents act as.
///
/// Interpreted as of August 2026. An installation's token lives for an hour, and the app's key until it is deleted.
struct GitHubApps: Collector {
    let name = "github-app"
    let summary = "GitHub App manifests of agents: permissions, events, who may install it"
    let documentation = [
        "https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest",
        "https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps",
        "https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    /// Words of apps that are an agent's; other apps are left alone.
    private static let words = ["claude", "agent", "codex", "copilot", "gemini", "llm", "openai", "-ai", " ai"]

    let marks = [
        ContentMark(
            ArtifactKind("github app manifest", .json, isOptional: true),
            anyOf: [
                ["\"default_permissions\"", "\"redirect_url\""], ["\"default_permissions\"", "\"default_events\""],
            ],
            admits: ContentMark.extensions("json"))
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            let isAgent = file.lines.contains { line in
                (line.contains("\"name\"") || line.contains("\"description\""))
                    && Self.words.contains(where: line.lowercased().contains)
            }
            guard let root = file.document?.root, isAgent, let permissions = root["default_permissions"] else {
                continue
            }
            let title = Redaction.redact(root["name"]?.string ?? "app")
            var scribe = Scribe(AgentID("github-app@\(file.path.folder.text)#\(title)"), file, for: recorder)
            scribe.declare(product: "GitHub App", plans: nil)
            scribe.cover([.permission, .credential], .complete)
            scribe.cover([.trigger], .partial, because: "what the app does with an event is its program's")
            scribe.settings(root)
            scribe.secrets(in: root, holder: "agent")
            record(title, permissions, &scribe)
            for (index, event) in (root["default_events"]?.elements ?? []).enumerated() {
                scribe.add(
                    .trigger, at: event, "/default_events/\(index)",
                    [
                        "kind": "webhook", "expression": Value(event.string),
                        "untrusted": event.string.map(AgentStep.isOpen) == true ? .null : false,
                    ])
            }
            recorder.merge(scribe.recorder)
        }
    }

    /// The name as GitHub makes a login of it.
    private static func slug(_ title: String) -> String {
        title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }

    private func record(_ title: String, _ permissions: Node, _ scribe: inout Scribe) {
        let writes = permissions.members.filter { ["write", "admin"].contains($0.value.string ?? "") }
        let isAdministrator = writes.contains { $0.key == "administration" || $0.value.string == "admin" }
        let isSharp = writes.contains { WorkflowToken.isSharp($0.key) }
        scribe.add(
            .credential, at: permissions, "/default_permissions",
            [
                "holder": "agent", "name": "installation token", "kind": "token", "storage": "federated",
                "detector": "github-app", "principal": .text("\(Self.slug(title))[bot]"),
                "scope_breadth": isAdministrator ? "any" : isSharp ? "broad" : "narrow", "ttl_seconds": 3600,
            ])
        for member in writes {
            scribe.add(
                .permission, line: member.keyPosition, "/default_permissions/\(Node.escape(member.key))",
                [
                    "actor": "main", "effect": "allow", "capability": "tool",
                    "target": .text("GitHub \(member.key)"), "breadth": "exact",
                    "hazard": .text(WorkflowToken.hazard(ofWriting: member.key)),
                    "rule": .text("default_permissions: \(member.key): \(member.value.string ?? "")"),
                    "level": "project", "effective": true,
                ])
        }
    }
}
