internal import Compliance
internal import Documents

/// The steps that run before Copilot's coding agent starts on a machine of GitHub Actions.
///
/// Only a job named `copilot-setup-steps` is taken. The agent's firewall and secrets are kept in the repository's settings
/// on GitHub: <https://docs.github.com/en/copilot/how-tos/use-copilot-agents/coding-agent/customize-the-agent-firewall>.
struct SetupSteps {
    let file: SourceFile

    init(_ file: SourceFile) { self.file = file }

    static func isOne(_ path: FilePath) -> Bool {
        ["copilot-setup-steps.yml", "copilot-setup-steps.yaml"].contains { path.ends(with: ".github/workflows/\($0)") }
    }

    /// Records the agent, the code that sets its machine up, and what starts it.
    func record(into recorder: inout Recorder) {
        let id = AgentID("copilot-coding-agent@\(file.path.dropping(3).text)")
        recorder.declare(
            id, product: "GitHub Copilot coding agent", kind: "coding-assistant", level: "project", plans: true,
            in: file)
        for table in [Table.component, .hook] { recorder.cover(id, table, .complete) }
        recorder.cover(id, .trigger, .partial, because: "who may give it work is decided on GitHub")
        for table in [Table.sandbox, .egress] {
            recorder.cover(
                id, table, .partial, because: "its firewall is configured in the repository's settings on GitHub")
        }
        guard let root = file.document?.root else {
            recorder.refuse(file, for: id, tables: [.component, .hook])
            return
        }
        let job = ["jobs", "copilot-setup-steps"]
        guard let steps = root[path: job] else {
            let problem = Diagnostic(
                .syntax, "no job is named copilot-setup-steps, so Copilot takes none", at: root.position(of: ["jobs"]))
            recorder.refuse(file.refused(problem), for: id, tables: [.component, .hook])
            return
        }
        let place = root.position(of: job)
        let pointer = "/jobs/copilot-setup-steps"
        recorder.record(
            .trigger, ["kind": "event", "expression": "issue assigned or pull request comment"], for: id, in: file,
            at: place,
            pointer: pointer)
        recorder.record(
            .sandbox, ["kind": "container", "enabled": true, "filesystem": "workspace", "covers_mcp": true], for: id,
            in: file, at: root.position(of: job + ["runs-on"]), pointer: "\(pointer)/runs-on")
        for (index, step) in (steps["steps"]?.elements ?? []).enumerated() {
            if let uses = step["uses"], let text = uses.string, !text.hasPrefix("./") {
                let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
                let version = parts.count > 1 ? parts[1] : nil
                let isCommit = version.map { $0.utf8.count == 40 && $0.allSatisfy(\.isHexDigit) } ?? false
                recorder.record(
                    .component,
                    [
                        "kind": "package", "name": .text(parts[0]), "version": Value(version), "enabled": true,
                        // A tag can be moved to other code.
                        "pin": isCommit
                            ? "digest"
                            : version.map { LaunchCommand.pin(of: $0) == "none" } == false ? "range" : "none",
                        "source": "GitHub Actions",
                    ], for: id, in: file, at: uses.position, pointer: "\(pointer)/steps/\(index)/uses")
            }
            guard let run = step["run"], let command = run.string else { continue }
            AgentScribe(id: id, stack: .none, home: file).hook(
                HookEntry(event: "copilot-setup-steps", command: command, level: "project"), stage: nil, in: file,
                at: run.position, pointer: "\(pointer)/steps/\(index)/run", into: &recorder)
        }
        if let variables = steps["env"] ?? root["env"] {
            Credentials.record(
                environment: variables, pointer: steps["env"] == nil ? "/env" : "\(pointer)/env", holder: "agent",
                in: file, for: id, into: &recorder)
            recorder.cover(id, .credential, .partial, because: "secrets are kept in the environment copilot on GitHub")
        }
    }
}
