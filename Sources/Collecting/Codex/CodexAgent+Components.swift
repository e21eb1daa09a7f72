internal import Compliance
internal import Documents

extension CodexAgent {
    /// Plug-ins that give the model a screen or a browser, beyond what the sandbox of commands holds.
    private static let hands = ["computer-use": "execute", "browser-use": "network", "chrome": "network"]

    /// Records the plug-ins that settings switch on or off: `[plugins."name@marketplace"]`.
    ///
    /// <https://developers.openai.com/codex/plugins>
    func recordComponents(into recorder: inout Recorder) {
        for key in stack.keys("plugins") {
            guard let found = stack.value(["plugins", key]), found.node.isObject else { continue }
            let parts = key.split(separator: "@", maxSplits: 1).map(String.init)
            let isOn = found.node["enabled"]?.boolean != false
            let position = found.layer.root.position(of: found.path)
            let source = parts.count > 1 ? parts[1] : nil
            recorder.record(
                .component,
                [
                    "kind": "plugin", "name": .text(parts.first ?? key), "source": Value(source),
                    // OpenAI's own marketplaces are parts of the program, and change with it.
                    "pin": source?.hasPrefix("openai-") == true ? "local" : .null, "enabled": .boolean(isOn),
                ], for: id, in: found.layer.file, at: position, pointer: found.pointer)
            guard isOn, let effect = Self.hands[parts.first ?? ""] else { continue }
            recorder.record(
                .tool,
                [
                    "actor": "main", "name": .text(parts[0]), "origin": "built-in", "effect": .text(effect),
                    // Each application and each site is asked for once: <https://developers.openai.com/codex/auto-review>
                    "approval": "on-risk",
                ], for: id, in: found.layer.file, at: position, pointer: found.pointer)
        }
    }
}
