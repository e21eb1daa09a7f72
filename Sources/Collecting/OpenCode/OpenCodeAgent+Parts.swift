internal import Compliance
internal import Documents

extension OpenCodeAgent {
    /// Records instructions, commands, skills and plug-ins.
    func recordParts(into recorder: inout Recorder) {
        for (role, kind) in [
            (OpenCodeFile.Role.instructions, "instructions"), (.command, "command"), (.skill, "skill"),
            (.agent, "sub-agent"),
        ] {
            for member in files(role) {
                guard member.file.refusal == nil else {
                    recorder.refuse(member.file, for: id, tables: role == .agent ? Self.tables : [.instruction])
                    continue
                }
                let name = member.file.document?.root["name"]?.string
                InstructionText.record(
                    member.file, kind: kind,
                    name: role == .skill
                        ? name ?? member.file.path.folder.name : String(member.file.path.name.prefix { $0 != "." }),
                    runsShell: role == .command, for: id, into: &recorder)
            }
        }
        for layer in stack.layers {
            for (index, entry) in (layer.root["instructions"]?.elements ?? []).enumerated() {
                // An address is fetched at every start, and says what its owner likes.
                guard let text = entry.string, text.contains("://") else { continue }
                recorder.record(
                    .instruction,
                    [
                        "kind": "instructions", "name": .text(Redaction.redact(text)),
                        "sha256": .text(layer.file.sha256 ?? ""), "bytes": .integer(layer.file.size),
                        "imports_remote": true, "hidden_characters": 0, "overrides": false, "runs_shell": false,
                    ], for: id, in: layer.file, at: entry.position, pointer: "/instructions/\(index)")
            }
        }
        recordPlugIns(into: &recorder)
    }

    /// Packages that are installed at start, files beside the settings, and the program itself.
    ///
    /// <https://opencode.ai/docs/plugins>
    private func recordPlugIns(into recorder: inout Recorder) {
        for layer in stack.layers {
            for (index, entry) in (layer.root["plugin"]?.elements ?? []).enumerated() {
                guard let text = entry.string ?? entry.elements.first?.string else { continue }
                let isFile =
                    text.hasPrefix(".") || text.hasPrefix("/") || text.hasPrefix("file:") || text.hasPrefix("~")
                let launch = LaunchCommand(command: "npx", arguments: [text])
                recorder.record(
                    .component,
                    [
                        "kind": "plugin", "name": .text(Redaction.redact(launch.package ?? text)),
                        "version": Value(launch.version), "pin": .text(isFile ? "local" : launch.pin ?? "none"),
                        "source": .text(isFile ? "local" : launch.source ?? "registry"), "enabled": true,
                        "auto_update": .boolean(!isFile && !["exact", "digest"].contains(launch.pin)),
                    ], for: id, in: layer.file, at: entry.position, pointer: "/plugin/\(index)")
            }
        }
        for member in files(.plugin) {
            recorder.record(
                .component,
                [
                    "kind": "plugin", "name": .text(member.file.path.name), "pin": "local", "source": "local",
                    "enabled": true, "auto_update": false,
                ], for: id, in: member.file, at: Position(line: 1, column: 1), pointer: "")
        }
        // It updates itself unless it is told not to, or only to say so.
        let updates = stack.value(["autoupdate"])?.node
        stack.record(
            .component, at: ["autoupdate"],
            [
                "kind": "package", "name": "opencode", "source": "registry", "enabled": true,
                "auto_update": .boolean(updates?.boolean != false && updates?.string != "notify"),
            ], into: &recorder)
    }

    /// Records programs that formatting and language servers start after a file was changed.
    func recordCommands(into recorder: inout Recorder) {
        for layer in stack.layers {
            for event in ["formatter", "lsp"] {
                for entry in layer.root[event]?.members ?? [] {
                    guard let words = entry.value["command"], !words.texts.isEmpty else { continue }
                    let command = words.texts.joined(separator: " ")
                    let text = HookText(command)
                    let isSeen = text.effect != "none" || (text.scripts.isEmpty && text.isWhole)
                    recorder.record(
                        .hook,
                        [
                            "event": .text(event), "matcher": .text(entry.key), "kind": "command",
                            "command": .text(Redaction.redact(command)),
                            "effect": isSeen ? .text(text.effect) : .null, "location": Value(text.location),
                            "pinned": Value(text.isPinned), "level": .text(layer.level),
                            "effective": .boolean(entry.value["disabled"]?.boolean != true),
                        ], for: id, in: layer.file, at: words.position,
                        pointer: "/\(event)/\(Node.escape(entry.key))/command")
                }
            }
        }
    }
}
