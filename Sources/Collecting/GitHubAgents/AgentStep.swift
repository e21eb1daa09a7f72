internal import Compliance
internal import Documents

/// A step of a job that runs an agent.
struct AgentStep {
    /// The actions that run an agent, by the beginning of `uses`.
    static let actions: [(prefix: String, product: String)] = [
        ("anthropics/claude-code-action", "Claude Code"), ("anthropics/claude-code-base-action", "Claude Code"),
        ("openai/codex-action", "Codex"), ("google-github-actions/run-gemini-cli", "Gemini CLI"),
        ("google-gemini/gemini-cli-action", "Gemini CLI"), ("sst/opencode/github", "opencode"),
        ("anomalyco/opencode/github", "opencode"), ("actions/ai-inference", "GitHub Models"),
    ]

    let workflow: Node
    let job: Member
    let step: Node
    let pointer: String
    /// The steps of the job that run before it.
    let before: [(step: Node, pointer: String)]
    let product: String
    /// The command line, when the step is a script.
    let command: AgentCommand?

    init?(workflow: Node, job: Member, index: Int) {
        let place = "/jobs/\(Node.escape(job.key))/steps"
        let steps = job.value["steps"]?.elements ?? []
        let step = steps[index]
        let uses = step["uses"]?.string ?? ""
        let action = Self.actions.first { uses.hasPrefix($0.prefix + "@") || uses == $0.prefix }
        command = action == nil ? step["run"]?.string.flatMap(AgentCommand.init(script:)) : nil
        guard let product = action?.product ?? command?.product else { return nil }
        (self.workflow, self.job, self.step, pointer) = (workflow, job, step, "\(place)/\(index)")
        before = steps.prefix(index).enumerated().map { ($1, "\(place)/\($0)") }
        self.product = product
    }

    func input(_ names: String...) -> (node: Node, pointer: String)? {
        for name in names {
            if let node = step[path: ["with", name]], node.string != "" { return (node, "\(pointer)/with/\(name)") }
        }
        return nil
    }

    /// Records everything that the step, its job and its workflow say.
    func record(_ scribe: inout Scribe) {
        scribe.settings(step, pointer)
        scribe.secrets(in: step, holder: "agent", pointer)
        for key in ["with", "env"] {
            for member in step[key]?.members ?? [] {
                guard SecretScanner.detect(key: member.key, value: member.value.string ?? "") == nil else { continue }
                scribe.credential(
                    member.value, name: member.key, holder: "agent", "\(pointer)/\(key)/\(Node.escape(member.key))")
            }
        }
        WorkflowToken(workflow: workflow, job: job).record(job, &scribe)
        recordAction(&scribe)
        recordTriggers(&scribe)
        recordPlace(&scribe)
        recordSurroundings(&scribe)
        if let command {
            recordCommand(command, &scribe)
        } else {
            switch product {
            case "Claude Code": recordClaude(&scribe)
            case "Codex": recordCodex(&scribe)
            case "Gemini CLI": recordGemini(&scribe)
            default: model(input("model"), provider: nil, &scribe)
            }
        }
        for name in ["prompt", "direct_prompt", "override_prompt", "custom_instructions"] {
            guard let (node, place) = input(name) else { continue }
            scribe.instruction(name, node, place)
        }
    }

    private func recordAction(_ scribe: inout Scribe) {
        guard let node = step["uses"], let columns = Self.component(node, source: "git") else { return }
        scribe.add(.component, at: node, pointer + "/uses", columns)
    }

    /// The code that `uses` names; none for actions of the repository itself.
    static func component(_ node: Node, source: String) -> [String: Value]? {
        guard let text = node.string, !text.hasPrefix("./"), !text.hasPrefix("docker://") else { return nil }
        let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
        let version = parts.count > 1 ? parts[1] : nil
        let isCommit = version.map { $0.utf8.count == 40 && $0.allSatisfy(\.isHexDigit) } ?? false
        return [
            "kind": "package", "name": .text(parts[0]), "version": Value(version),
            // A tag can be moved to other code.
            "pin": isCommit ? "digest" : version?.contains { $0.isNumber } == true ? "range" : "none",
            "source": .text(source), "enabled": true,
        ]
    }

    /// Where the job runs, for how long, and whether somebody lets it start.
    private func recordPlace(_ scribe: inout Scribe) {
        let place = "/jobs/\(Node.escape(job.key))"
        let runner = job.value["runs-on"]
        let names = ([runner?.string].compactMap(\.self)) + (runner?.elements ?? []).compactMap(\.string)
        let isOwn = names.contains { $0.contains("self-hosted") }
        let isHosted = names.contains { $0.hasPrefix("ubuntu-") || $0.hasPrefix("macos-") || $0.hasPrefix("windows-") }
        scribe.add(
            .sandbox, at: runner ?? job.value, place + "/runs-on",
            [
                "kind": .text(isOwn ? "self-hosted runner" : "GitHub-hosted virtual machine"),
                "enabled": isOwn ? false : isHosted ? true : .null, "required": true, "escapable": false,
                "network": "open", "covers_mcp": true,
            ])
        let minutes = job.value["timeout-minutes"]
        scribe.add(
            .budget, line: job.value.position(of: ["timeout-minutes"]), place + "/timeout-minutes",
            ["actor": "main", "kind": "time", "value": .real((minutes?.number ?? 360) * 60), "unit": "seconds"])
        scribe.add(
            .telemetry, at: step["uses"] ?? step["run"], pointer,
            [
                "kind": "log", "enabled": true, "destination": "GitHub Actions", "remote": true, "tls": true,
                "tls_verified": true,
                "captures_actions": input("show_full_output")?.node.string == "true"
                    || input("show_full_output")?.node.boolean == true ? true : .null,
            ])
        // Nobody sits before the job; an environment may ask for a reviewer before it starts.
        scribe.add(
            .approval, at: job.value["environment"] ?? step["uses"],
            job.value["environment"] == nil ? pointer : place + "/environment",
            ["covers": "any", "mode": "never", "bypassable": false])
    }

    func model(_ name: (node: Node, pointer: String)?, provider: String?, _ scribe: inout Scribe) {
        scribe.model(
            "main", provider: provider, name: name?.node.string, at: name?.node ?? step["uses"],
            name?.pointer ?? pointer)
    }
}
