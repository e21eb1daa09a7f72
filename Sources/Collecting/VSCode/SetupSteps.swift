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
            .sandbox,
            [
                "kind": "container", "enabled": true, "required": true, "escapable": false, "weakened": false,
                "filesystem": "workspace", "exclusions": 0, "covers_mcp": true,
            ], for: id,
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
            recordLines(of: run, command, "\(pointer)/steps/\(index)/run", id, &recorder)
        }
        if let variables = steps["env"] ?? root["env"] {
            Credentials.record(
                environment: variables, pointer: steps["env"] == nil ? "/env" : "\(pointer)/env", holder: "agent",
                in: file, for: id, into: &recorder)
            recorder.cover(id, .credential, .partial, because: "secrets are kept in the environment copilot on GitHub")
        }
    }

    /// Secrets that are pasted into a script, and packages that it installs for everybody, each at its line.
    ///
    /// <https://docs.github.com/en/actions/reference/security/secure-use>
    private func recordLines(
        of run: Node, _ command: String, _ pointer: String, _ id: AgentID, _ recorder: inout Recorder
    ) {
        // A block begins on the line after its key, a plain text on its own.
        let start = run.position.line
        let isBlock =
            file.lines.indices.contains(start - 1) && !file.lines[start - 1].contains(command.prefix { $0 != "\n" })
        for (offset, line) in command.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let number = start + offset + (isBlock ? 1 : 0)
            let column = file.lines.indices.contains(number - 1) ? file.lines[number - 1].prefix { $0 == " " }.count : 0
            let place = Position(line: number, column: column + 1)
            for name in Self.secrets(in: line) {
                recorder.record(
                    .credential,
                    [
                        "holder": "setup step", "name": .text(name), "storage": "argument", "detector": "reference",
                    ], for: id, in: file, at: place, pointer: pointer)
            }
            for launch in Self.installs(in: String(line)) {
                recorder.record(
                    .component,
                    [
                        "kind": "package", "name": .text(launch.package ?? ""), "version": Value(launch.version),
                        "pin": Value(launch.pin), "source": "registry", "enabled": true,
                    ], for: id, in: file, at: place, pointer: pointer)
            }
        }
        recorder.cover(id, .credential, .partial, because: "secrets are kept in the environment copilot on GitHub")
    }

    /// Names in `${{ secrets.NAME }}`.
    private static func secrets(in line: Substring) -> [String] {
        line.ranges(of: "secrets.").compactMap { range in
            guard line[..<range.lowerBound].ranges(of: "${{").last != nil else { return nil }
            let name = line[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            return name.isEmpty ? nil : String(name)
        }
    }

    /// Packages that a line installs for the whole machine; those of the project have a lock file.
    static func installs(in line: String) -> [LaunchCommand] {
        ShellScript(line).all.flatMap { command -> [LaunchCommand] in
            let words = ShellWords.unwrapped(command.words)
            let program = words.first ?? ""
            let isNPM = ["npm", "pnpm", "yarn", "bun"].contains(program)
            let isGlobal = isNPM && words.contains { ["-g", "--global", "global"].contains($0) }
            let isPython = ["pip", "pip3", "uv", "pipx"].contains(program)
            guard isGlobal || isPython, let start = words.firstIndex(where: { ["install", "add", "i"].contains($0) }),
                !words.contains("-r"), !words.contains("--requirement")
            else { return [] }
            return words[(start + 1)...].filter { !$0.hasPrefix("-") && !$0.hasPrefix(".") }.map {
                LaunchCommand(command: isNPM ? "npx" : "uvx", arguments: [$0])
            }
        }
    }
}
