internal import Compliance
internal import Documents

extension AgentStep {
    /// Whether a step before checks out what the pull request proposes.
    ///
    /// <https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/>
    var checksOutHead: Bool {
        before.contains { entry in
            guard entry.step["uses"]?.string?.hasPrefix("actions/checkout@") == true else {
                return entry.step["run"]?.string?.contains("gh pr checkout") == true
            }
            let reference = entry.step[path: ["with", "ref"]]?.string ?? ""
            return reference.contains("pull_request.head") || reference.contains("github.head_ref")
                || reference.contains("refs/pull/")
        }
    }

    /// Records the identities that steps before hand to the agent, and the secrets of the job's environment.
    func recordSurroundings(_ scribe: inout Scribe) {
        let job = job
        for (root, pointer) in [(workflow, ""), (job.value, "/jobs/\(Node.escape(job.key))")] {
            for member in root["env"]?.members ?? [] {
                secret(member.value, member.key, "\(pointer)/env/\(Node.escape(member.key))", &scribe)
            }
        }
        for (node, pointer) in before {
            recordCode(node, pointer, &scribe)
            let action = node["uses"]?.string?.prefix { $0 != "@" } ?? ""
            switch action {
            case "aws-actions/configure-aws-credentials": amazon(node, pointer, &scribe)
            case "google-github-actions/auth":
                federated(
                    node, "service_account", "google-service-account", nil, pointer, &scribe)
                node[path: ["with", "credentials_json"]].map {
                    secret($0, "credentials_json", pointer + "/with/credentials_json", &scribe)
                }
            case "azure/login", "Azure/login":
                federated(node, "client-id", "azure-client", nil, pointer, &scribe)
                node[path: ["with", "creds"]].map { secret($0, "creds", pointer + "/with/creds", &scribe) }
            case "actions/create-github-app-token": application(node, pointer, &scribe)
            default: break
            }
        }
        if step["run"] != nil {
            for member in step["env"]?.members ?? [] where member.value.string?.contains("toJSON(secrets)") == true {
                secret(member.value, member.key, "\(pointer)/env/\(Node.escape(member.key))", &scribe)
            }
        }
    }

    /// Records the code of a step before, which runs with the token of the agent's job and on its files.
    ///
    /// <https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions>
    private func recordCode(_ node: Node, _ pointer: String, _ scribe: inout Scribe) {
        guard let uses = node["uses"], let text = uses.string else { return }
        // An agent before it is an agent of its own.
        let isAgent = Self.actions.contains { text == $0.prefix || text.hasPrefix($0.prefix + "@") }
        guard !isAgent, let columns = Self.component(uses, source: "GitHub Actions") else { return }
        scribe.add(.component, at: uses, pointer + "/uses", columns)
    }

    /// A value that is taken from the repository's secrets; with `toJSON(secrets)` all of them.
    private func secret(_ node: Node, _ name: String, _ pointer: String, _ scribe: inout Scribe) {
        guard node.string?.lowercased().contains("tojson(secrets)") == true else {
            return scribe.credential(node, name: name, holder: "agent", pointer)
        }
        scribe.add(
            .credential, at: node, pointer,
            [
                "holder": "agent", "name": .text(name), "kind": "token", "storage": "environment",
                "detector": "all-secrets", "principal": "all secrets of the repository", "scope_breadth": "any",
            ])
    }

    private func amazon(_ node: Node, _ pointer: String, _ scribe: inout Scribe) {
        let seconds = node[path: ["with", "role-duration-seconds"]]
        federated(
            node, "role-to-assume", "iam-role", seconds?.integer ?? seconds?.string.flatMap { Int($0) } ?? 3600,
            pointer,
            &scribe)
        for key in ["aws-access-key-id", "aws-secret-access-key"] {
            node[path: ["with", key]].map { secret($0, key, "\(pointer)/with/\(key)", &scribe) }
        }
    }

    private func federated(
        _ node: Node, _ key: String, _ detector: String, _ seconds: Int?, _ pointer: String, _ scribe: inout Scribe
    ) {
        guard let value = node[path: ["with", key]], let text = value.string else { return }
        // `${{ vars.ROLE }}` names the identity somewhere else.
        let isKnown = !text.contains("${{")
        let name = text.split(separator: "/").last.map(String.init) ?? text
        scribe.add(
            .credential, at: value, "\(pointer)/with/\(key)",
            [
                "holder": "agent", "name": .text(isKnown ? Redaction.redact(name) : key), "kind": "token",
                "storage": "federated", "detector": .text(detector),
                "principal": isKnown ? .text(Redaction.redact(text)) : .null, "ttl_seconds": Value(seconds),
            ])
    }

    /// Without `permission-…` the token has every right of the installation.
    ///
    /// <https://github.com/actions/create-github-app-token>
    private func application(_ node: Node, _ pointer: String, _ scribe: inout Scribe) {
        let inputs = node["with"]?.members.filter { $0.key.hasPrefix("permission-") } ?? []
        let writes = inputs.filter { $0.value.string == "write" }.map {
            String($0.key.dropFirst("permission-".count))
        }
        let isSharp = writes.contains(where: WorkflowToken.isSharp)
        scribe.add(
            .credential, at: node["uses"], pointer + "/uses",
            [
                "holder": "agent", "name": "GitHub App token", "kind": "token", "storage": "federated",
                "detector": "github-app", "ttl_seconds": 3600,
                "scope_breadth": inputs.isEmpty ? .null : isSharp ? "broad" : "narrow",
            ])
    }
}
