internal import Compliance
internal import Documents

/// Looks at the text of instructions: what hides in it, and what it tells the agent to set aside.
struct InstructionText {
    let hidden: Int
    let hiddenLine: Int?
    let overrides: Int?
    let remote: Int?
    let shell: Int?

    private static let overridePhrases = [
        "ignore all previous", "ignore previous", "ignore all prior", "disregard all", "disregard previous",
        "ignore the system prompt",
        "do not ask the user", "without asking the user", "never ask for confirmation", "bypass all permission",
        "do not tell the user",
    ]

    init(_ lines: [String]) {
        var hidden = 0
        var first: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            let invisible = line.unicodeScalars.count(where: Self.isHidden)
            hidden += invisible
            let lower = line.lowercased()
            var marks: [String] = []
            if invisible > 0 { marks.append("hidden") }
            if Self.overridePhrases.contains(where: lower.contains) { marks.append("overrides") }
            let fetches = ["fetch http", "download http", "curl http", "read http", "load http"].contains(
                where: lower.contains)
            if fetches && ["follow", "instruction", "obey", "execute", "run it"].contains(where: lower.contains) {
                marks.append("remote")
            }
            if lower.hasPrefix("!`") || lower.contains(" !`") { marks.append("shell") }
            for mark in marks where first[mark] == nil { first[mark] = index + 1 }
        }
        self.hidden = hidden
        (hiddenLine, overrides, remote, shell) = (first["hidden"], first["overrides"], first["remote"], first["shell"])
    }

    /// Zero-width, direction-changing and tag characters.
    ///
    /// Joiners are left out: they stand in names and emoji.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B, 0x2060, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: true
        default: false
        }
    }

    /// Records the file as an instruction row, at the line that stands out most.
    static func record(
        _ file: SourceFile, kind: String, name: String, for agent: AgentID, into recorder: inout Recorder
    ) {
        let found = InstructionText(file.lines)
        let line = found.hiddenLine ?? found.overrides ?? found.remote ?? found.shell ?? 1
        recorder.record(
            .instruction,
            [
                "kind": .text(kind), "name": .text(name), "sha256": .text(file.sha256 ?? ""),
                "bytes": .integer(file.size),
                "imports_remote": .boolean(found.remote != nil), "hidden_characters": .integer(found.hidden),
                "overrides": .boolean(found.overrides != nil),
                "runs_shell": .boolean(found.shell != nil && kind != "instructions"),
            ], for: agent, in: file, at: Position(line: line, column: 1), pointer: "")
    }
}
