/// What a program in Python or JavaScript shows of what it does, read word by word and never run.
///
/// It sees calls by name, and texts that are written out. What a program puts together at run time it cannot see; where it
/// meets such a place it says so (`unseen`), so that silence is not taken for harmlessness.
struct CodeText {
    /// Something that the text shows, with its line.
    struct Finding: Equatable {
        /// In the words of the column `hook.effect`.
        let effect: String
        let line: Int
    }

    /// What it shows, in the order of the lines.
    private(set) var findings: [Finding] = []
    /// What the reading could not follow, with the line.
    private(set) var unseen: [(line: Int, reason: String)] = []
    private let calls: CodeCalls
    /// Names that are given what a call of the network returns.
    private let fetched: Set<String>

    init(_ text: String, _ language: CodeLanguage) {
        calls = CodeCalls(text, language)
        fetched = Self.fetched(in: calls)
        if text.utf8.count > CodeLexer.longest || calls.calls.count >= CodeCalls.most {
            unseen.append((1, "is longer than what is read"))
        }
        for module in calls.modules where !CodeTable.isKnown(module.name) {
            unseen.append((module.line, "loads \(module.name), which is not read"))
        }
        for call in calls.calls { read(call) }
        findings += CodeDecision.approvals(in: calls.tokens).map { Finding(effect: "approves", line: $0) }
        findings.sort { $0.line < $1.line }
        unseen.sort { $0.line < $1.line }
    }

    /// The worst of what it shows.
    var worst: Finding? {
        for effect in HookText.effects {
            if let found = findings.first(where: { $0.effect == effect }) { return found }
        }
        return nil
    }

    private mutating func add(_ effect: String, _ line: Int) {
        let finding = Finding(effect: effect, line: line)
        if !findings.contains(finding) { findings.append(finding) }
    }

    private mutating func read(_ call: CodeCalls.Call) {
        let texts = call.arguments.filter { $0.kind == .string }.map(\.text)
        if CodeTable.commands.contains(call.name) { readCommand(call) }
        if CodeTable.dynamic.contains(call.name) { readDynamic(call) }
        let isLocal = texts.first.map { ServerAddress($0).kind == "loopback" } ?? false
        if CodeTable.connects(call.name), !isLocal { add("network", call.line) }
        if CodeTable.destroyers.contains(call.name) { add("destructive", call.line) }
        if call.name.hasPrefix("fs."), ["rm", "rmSync", "rmdirSync", "rmdir"].contains(String(call.name.dropFirst(3))),
            call.arguments.contains(where: { $0.text == "recursive" })
        {
            add("destructive", call.line)
        }
        if CodeTable.elevators.contains(call.name) { add("privilege", call.line) }
        if CodeTable.readers.contains(call.name), texts.contains(where: SecretPath.isSecret) {
            add("secrets", call.line)
        }
        let shows = ["json.dumps", "print", "JSON.stringify", "Object.entries", "console.log"].contains(call.name)
        if shows, call.arguments.contains(where: { ["os.environ", "process.env"].contains($0.text) }),
            !call.arguments.contains(where: { $0.isMark("[") || $0.text == "os.environ.get" })
        {
            add("secrets", call.line)
        }
        if writes(call, texts), texts.contains(where: CodeTable.isSettings) { add("settings", call.line) }
    }

    /// Whether a call writes the file that it names: `open` with a mode that does, `Path(…).write_text`.
    private func writes(_ call: CodeCalls.Call, _ texts: [String]) -> Bool {
        if CodeTable.writers.contains(call.name) { return true }
        if ["open", "io.open", "codecs.open"].contains(call.name) {
            return texts.dropFirst().contains { $0.count < 4 && $0.contains { "wax+".contains($0) } }
        }
        guard ["Path", "pathlib.Path"].contains(call.name) else { return false }
        let after = calls.tokens.dropFirst(call.arguments.endIndex + 1).first
        return [".write_text", ".write_bytes", ".open", ".rename", ".replace"].contains(after?.text)
    }

    /// A command that is written out is read like any command line.
    private mutating func readCommand(_ call: CodeCalls.Call) {
        var words: [String] = []
        var isKnown = true
        loop: for (place, item) in call.arguments.enumerated() {
            switch item.kind {
            case .mark where item.text == "{": break loop
            case .mark: continue
            case .string: words.append(item.text)
            case .name:
                let next = call.arguments.dropFirst(place + 1).first
                if next?.isMark("=") == true { break loop }
                if words.isEmpty { isKnown = false }
                words.append("$x")
            }
        }
        guard isKnown, !words.isEmpty else {
            unseen.append((call.line, "runs a command that it puts together"))
            return
        }
        let text = HookText(words.joined(separator: " "))
        if text.effect != "none" {
            add(text.effect, call.line)
        } else if !text.scripts.isEmpty || !text.isWhole {
            unseen.append((call.line, "runs \(words[0].prefix { $0 != " " }), which is not read"))
        }
    }

    /// Code that is made of text: worst when the text comes from elsewhere.
    private mutating func readDynamic(_ call: CodeCalls.Call) {
        let names = call.arguments.filter { $0.kind == .name }.map { calls.resolved($0.text) }
        if names.contains(where: { CodeTable.connects($0) || fetched.contains($0) }) {
            add("download-execute", call.line)
        } else {
            unseen.append((call.line, "\(call.name) runs text that it makes itself"))
        }
    }

    private static func fetched(in calls: CodeCalls) -> Set<String> {
        var names: Set<String> = []
        let tokens = calls.tokens
        for call in calls.calls where CodeTable.connects(call.name) {
            var index = call.place - 1
            while index >= 1, tokens[index].line == call.line, call.place - index < 8 {
                if tokens[index].isMark("="), tokens[index - 1].kind == .name { names.insert(tokens[index - 1].text) }
                index -= 1
            }
        }
        // `answer.text`, one step further.
        return names.union(names.flatMap { [$0 + ".text", $0 + ".content", $0 + ".read", $0 + ".json"] })
    }
}
