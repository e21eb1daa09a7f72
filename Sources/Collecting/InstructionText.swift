internal import Compliance
internal import Documents

/// Looks at the text of instructions: what hides in it, and what it tells the agent to set aside.
struct InstructionText {
    /// Number of hidden characters.
    let hidden: Int
    /// First line with hidden characters.
    let hiddenLine: Int?
    /// First line that sets rules, people or questions aside.
    let overrides: Int?
    /// First line that has instructions fetched from elsewhere.
    let remote: Int?
    /// First line with a command that runs when the text is loaded.
    let shell: Int?

    init(_ lines: [String]) {
        var hidden = 0
        var first: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            let invisible = HiddenCharacters.count(in: line, isFirst: index == 0)
            hidden += invisible
            var marks: [String] = []
            if invisible > 0 { marks.append("hidden") }
            if InstructionPhrases.overrides(line) { marks.append("overrides") }
            if InstructionPhrases.importsRemote(line) { marks.append("remote") }
            if Self.runsShell(line) { marks.append("shell") }
            for mark in marks where first[mark] == nil { first[mark] = index + 1 }
        }
        self.hidden = hidden
        (hiddenLine, overrides, remote, shell) = (first["hidden"], first["overrides"], first["remote"], first["shell"])
    }

    /// A command between `` !` `` and a backquote, or a fence that begins with an exclamation mark.
    ///
    /// <https://code.claude.com/docs/en/skills#inject-dynamic-context>
    private static func runsShell(_ line: String) -> Bool {
        if line.hasPrefix("```!") { return true }
        for start in line.ranges(of: "!`") {
            let isWord = start.lowerBound > line.startIndex && !line[line.index(before: start.lowerBound)].isWhitespace
            if !isWord, line[start.upperBound...].contains("`") { return true }
        }
        return false
    }

    /// Records the file as an instruction row, at the line that stands out most.
    ///
    /// `runsShell` is whether the product runs commands in such a text at all.
    static func record(
        _ file: SourceFile, kind: String, name: String, runsShell: Bool = true, for agent: AgentID,
        into recorder: inout Recorder
    ) {
        let found = InstructionText(file.lines)
        let shell = runsShell && ["skill", "command"].contains(kind) ? found.shell : nil
        let line = found.hiddenLine ?? found.overrides ?? found.remote ?? shell ?? 1
        let isOverride = found.hiddenLine == nil && line == found.overrides
        let column = isOverride ? InstructionPhrases.column(in: file.lines[line - 1]) : nil
        recorder.record(
            .instruction,
            [
                "kind": .text(kind), "name": .text(name), "sha256": .text(file.sha256 ?? ""),
                "bytes": .integer(file.size),
                "imports_remote": .boolean(found.remote != nil), "hidden_characters": .integer(found.hidden),
                "overrides": .boolean(found.overrides != nil), "runs_shell": .boolean(shell != nil),
            ], for: agent, in: file, at: Position(line: line, column: column ?? 1), pointer: "")
    }
}
