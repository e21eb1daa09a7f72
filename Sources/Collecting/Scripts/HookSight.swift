internal import Compliance

/// The worst that a hook shows, in its command and in the scripts that it runs, and where.
///
/// Scripts are read, never run. What cannot be seen so leaves the effect unknown.
struct HookSight {
    /// In the words of the column `hook.effect`; nil when it runs code that was not read, or not to the end.
    let effect: String?
    /// The script and the line that show it; nil when the command itself does.
    let place: String?
    /// What was not seen in scripts that were read: file, line and reason.
    let doubts: [String]
    /// Whether it runs a script that is not among the files.
    let runsUnread: Bool

    /// Looks at a command, and at the files that `script` finds for the paths in it.
    init(_ text: HookText, isCommand: Bool, script: (String) -> SourceFile?) {
        runsUnread = isCommand && text.scripts.contains { script($0)?.refusal != nil || script($0) == nil }
        guard isCommand, text.effect == "none" else {
            (effect, place, doubts) = (isCommand ? text.effect : "none", nil, [])
            return
        }
        var found: [(effect: String, place: String)] = []
        var doubts: [String] = []
        var isWhole = text.isWholeBesideScripts
        for path in text.scripts {
            guard let file = script(path), file.refusal == nil else {
                isWhole = false
                continue
            }
            let shown = Self.shown(in: file)
            found += shown.found.map { ($0.effect, "\(file.path.text):\($0.line)") }
            doubts += shown.unseen.map { "\(file.path.text):\($0.line): \($0.reason)" }
            isWhole = isWhole && shown.isWhole
        }
        let worst = HookText.effects.lazy.compactMap { effect in found.first { $0.effect == effect } }.first
        self.doubts = doubts
        place = worst?.place
        effect = worst?.effect ?? (isWhole ? "none" : nil)
    }

    private typealias Shown = (found: [CodeText.Finding], unseen: [(line: Int, reason: String)], isWhole: Bool)

    private static func shown(in file: SourceFile) -> Shown {
        let text = file.lines.joined(separator: "\n")
        if let language = language(of: file) {
            let code = CodeText(text, language)
            return (code.findings, code.unseen, code.unseen.isEmpty)
        }
        let shell = HookText(text)
        guard shell.effect != "none" else { return ([], [], shell.isWhole) }
        // The lines are looked through again, so that the finding names one.
        let line = file.lines.firstIndex { HookText($0).effect == shell.effect } ?? 0
        return ([CodeText.Finding(effect: shell.effect, line: line + 1)], [], shell.isWhole)
    }

    private static func language(of file: SourceFile) -> CodeLanguage? {
        if let first = file.lines.first, first.hasPrefix("#!") {
            let words = first.dropFirst(2).split { $0 == " " || $0 == "/" }.map(String.init)
            if let language = words.lazy.compactMap({ CodeLanguage(ofProgram: $0) }).first { return language }
            if words.contains("uv") { return .python }
            if words.contains(where: ["sh", "bash", "zsh", "dash"].contains) { return nil }
        }
        return CodeLanguage(ofFile: file.path.name)
    }

    /// Says of the table what the reading of scripts left open.
    func coverDoubts(of agent: AgentID, into recorder: inout Recorder) {
        for doubt in doubts.prefix(20) { recorder.cover(agent, .hook, .partial, because: doubt) }
    }
}
