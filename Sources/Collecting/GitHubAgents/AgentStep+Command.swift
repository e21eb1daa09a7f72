internal import Compliance
internal import Documents

extension AgentStep {
    /// Records what a command line in the step says.
    func recordCommand(_ command: AgentCommand, _ scribe: inout Scribe) {
        guard let run = step["run"] else { return }
        let place = pointer + "/run"
        if let package = command.package {
            scribe.add(
                .component, at: run, place,
                [
                    "kind": "package", "name": Value(package.package), "version": Value(package.version),
                    "pin": Value(package.pin), "source": "registry", "enabled": true,
                ])
        }
        recordRules(of: command, run, place, &scribe)
        if let flag = command.unboundFlag { permission(nil, flag, "allow", run, place, &scribe) }
        if command.product == "Codex" { recordSandbox(of: command, run, place, &scribe) }
        let bound = ArgumentWords.values(of: "--max-turns", in: command.arguments).first.flatMap(Double.init)
        if command.product == "Claude Code" || bound != nil {
            scribe.add(
                .budget, at: run, place,
                ["actor": "main", "kind": "turns", "value": bound.map(Value.real) ?? .null, "unit": "turns"])
        }
        let name = ArgumentWords.values(of: "--model", "-m", in: command.arguments).first
        model(name.map { _ in (run, place) }, named: name, &scribe)
        scribe.instruction("run", run, place)
    }

    /// Rules of Claude Code are its own; other programs name tools.
    private func recordRules(of command: AgentCommand, _ run: Node, _ place: String, _ scribe: inout Scribe) {
        let lists = [
            ("--allowedTools", "allow"), ("--allowed-tools", "allow"), ("--allow-tool", "allow"),
            ("--disallowedTools", "deny"), ("--disallowed-tools", "deny"), ("--deny-tool", "deny"),
        ]
        for (list, effect) in lists {
            for text in ArgumentWords.values(of: list, in: command.arguments).flatMap(ArgumentWords.rules) {
                if command.product == "Claude Code" {
                    permission(PermissionRule(text, effect: effect), text, effect, run, place, &scribe)
                } else {
                    let isShell = text.hasPrefix("shell") || text.hasPrefix("run_shell_command")
                    let inner = text.contains("(") ? String(text.drop { $0 != "(" }.dropFirst().dropLast()) : "*"
                    let target = inner.replacing(":*", with: " *")
                    scribe.add(
                        .permission, at: run, place,
                        [
                            "actor": "main", "effect": .text(effect), "capability": isShell ? "shell" : "tool",
                            "target": .text(Redaction.redact(isShell ? target : text)),
                            "breadth": isShell ? (target == "*" ? "any" : "pattern") : "exact",
                            "hazard": isShell ? .text(ShellHazard.of(target).rawValue) : .null,
                            "rule": .text(Redaction.redact("\(list) \(text)")), "level": "project", "effective": true,
                        ])
                }
            }
        }
    }

    /// `codex exec` works read-only unless it is told otherwise.
    private func recordSandbox(of command: AgentCommand, _ run: Node, _ place: String, _ scribe: inout Scribe) {
        let words = command.arguments
        let isOff = command.unboundFlag != nil
        let written = ArgumentWords.values(of: "--sandbox", "-s", in: words).first
        let mode =
            isOff
            ? "danger-full-access" : written ?? (words.contains("--full-auto") ? "workspace-write" : "read-only")
        let isOpen = mode == "danger-full-access"
        scribe.add(
            .sandbox, at: run, place,
            [
                "kind": "os-sandbox", "enabled": .boolean(!isOpen), "required": true, "escapable": false,
                "filesystem": isOpen ? "full" : mode == "read-only" ? "read-only" : "workspace",
                "network": isOpen ? "open" : "none", "weakened": false,
            ])
    }

    private func model(_ place: (Node, String)?, named name: String?, _ scribe: inout Scribe) {
        guard let (node, pointer) = place else { return }
        let providers = ["Claude Code": "Anthropic", "Codex": "OpenAI", "Gemini CLI": "Google"]
        scribe.model("main", provider: providers[product], name: name, at: node, pointer)
    }
}
