/// The calls of a program, their names traced back to the modules that they come from.
struct CodeCalls {
    /// One call: what is called, the line, and the words between its brackets.
    struct Call {
        let name: String
        let line: Int
        let arguments: ArraySlice<CodeToken>
        /// Where its name stands among the words.
        let place: Int
    }

    /// Calls beyond this number are not looked at.
    static let most = 4_000

    let tokens: [CodeToken]
    /// Modules that it loads, with the line.
    private(set) var modules: [(name: String, line: Int)] = []
    private(set) var calls: [Call] = []
    private var aliases: [String: String] = [:]
    private let language: CodeLanguage

    init(_ text: String, _ language: CodeLanguage) {
        self.language = language
        tokens = CodeLexer(text, language).tokens
        for index in tokens.indices { language == .python ? readPythonImport(index) : readScriptImport(index) }
        for index in tokens.indices where tokens[index].kind == .name && calls.count < Self.most { readCall(index) }
    }

    private func token(_ index: Int) -> CodeToken? { tokens.indices.contains(index) ? tokens[index] : nil }

    /// The name as its module knows it: `sp.run` is `subprocess.run` after `import subprocess as sp`.
    func resolved(_ name: String) -> String {
        let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, let origin = aliases[first] else { return name }
        return parts.count > 1 ? origin + "." + parts[1] : origin
    }

    private mutating func load(_ module: String, _ line: Int) {
        modules.append((module.hasPrefix("node:") ? String(module.dropFirst(5)) : module, line))
    }

    /// `import a.b as c`, `from a import b as c, d`.
    private mutating func readPythonImport(_ index: Int) {
        let word = tokens[index]
        guard word.kind == .name, word.text == "import" || word.text == "from" else { return }
        let isStart = token(index - 1).map { $0.line < word.line || $0.isMark(";") || $0.isMark(":") } ?? true
        guard isStart, var next = token(index + 1) else { return }
        if word.text == "from" {
            var place = index + 1
            // A module beside this one: `from . import x`.
            if next.isMark(".") || next.text.hasPrefix(".") { return load(".", word.line) }
            guard next.kind == .name, token(place + 1)?.text == "import" else { return }
            let module = next.text
            load(module, word.line)
            place += 2
            let isWrapped = token(place)?.isMark("(") == true
            while let item = token(place), isWrapped ? !item.isMark(")") : item.line == word.line {
                if item.kind == .name {
                    let isNamed = token(place + 1)?.text == "as"
                    aliases[isNamed ? token(place + 2)?.text ?? item.text : item.text] = module + "." + item.text
                    place += isNamed ? 2 : 0
                }
                place += 1
            }
            return
        }
        var place = index + 1
        while next.kind == .name, next.line == word.line {
            load(next.text, word.line)
            if token(place + 1)?.text == "as", let alias = token(place + 2) {
                aliases[alias.text] = next.text
                place += 2
            }
            guard token(place + 1)?.isMark(",") == true, let following = token(place + 2) else { return }
            next = following
            place += 2
        }
    }

    /// `import x from "m"`, `import { a as b } from "m"`, `const { a: b } = require("m")`, `await import("m")`.
    private mutating func readScriptImport(_ index: Int) {
        let word = tokens[index]
        guard word.kind == .name else { return }
        if word.text == "require" || word.text == "import", token(index + 1)?.isMark("(") == true {
            guard let module = token(index + 2), module.kind == .string else { return }
            load(module.text, word.line)
            var end = index - 1
            if token(end)?.text == "await" { end -= 1 }
            guard token(end)?.isMark("=") == true else { return }
            return bind(before: end, to: module.text, isImport: false)
        }
        if word.text == "import", let module = token(index + 1), module.kind == .string {
            return load(module.text, word.line)
        }
        guard word.text == "from", let module = token(index + 1), module.kind == .string else { return }
        load(module.text, word.line)
        bind(before: index, to: module.text, isImport: true)
    }

    /// Names that a declaration in front of a module gives to it or to its parts.
    private mutating func bind(before end: Int, to written: String, isImport: Bool) {
        let module = written.hasPrefix("node:") ? String(written.dropFirst(5)) : written
        var index = end - 1
        var parts: [CodeToken] = []
        while let item = token(index), end - index < 200 {
            if ["import", "const", "let", "var"].contains(item.text), item.kind == .name { break }
            parts.insert(item, at: 0)
            index -= 1
        }
        var isInside = false
        for (place, item) in parts.enumerated() {
            if item.kind == .mark {
                if item.text == "{" { isInside = true }
                if item.text == "}" { isInside = false }
                continue
            }
            guard item.text != "as", item.text != "type" else { continue }
            let isRenamed = place > 1 && (parts[place - 1].text == "as" || parts[place - 1].isMark(":"))
            let origin = isRenamed ? parts[place - 2].text : item.text
            aliases[item.text] = isInside ? module + "." + origin : module
        }
    }

    private mutating func readCall(_ index: Int) {
        guard let open = token(index + 1) else { return }
        let word = tokens[index]
        if language == .javaScript, open.kind == .string, word.text == "$" || word.text == "Bun.$" {
            calls.append(
                Call(name: "Bun.$", line: word.line, arguments: tokens[(index + 1)...(index + 1)], place: index))
            return
        }
        guard open.isMark("("), token(index - 1)?.text != "def", token(index - 1)?.text != "function" else { return }
        var depth = 0
        var end = index + 1
        // Hostile nesting: what lies further in is seen by the calls that stand there.
        while let item = token(end), end - index < 400 {
            if item.kind == .mark, "([{".contains(item.text) { depth += 1 }
            if item.kind == .mark, ")]}".contains(item.text) { depth -= 1 }
            if depth == 0 { break }
            end += 1
        }
        let arguments = tokens[min(index + 2, tokens.count)..<max(min(end, tokens.count), min(index + 2, tokens.count))]
        calls.append(Call(name: resolved(word.text), line: word.line, arguments: arguments, place: index))
    }
}
