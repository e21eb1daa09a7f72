/// What the text of a hook's command shows: the worst it does, where its code lies, whether what it fetches is fixed.
struct HookText {
    private let text: String
    private let commands: [ShellScript.Command]

    init(_ text: String) {
        self.text = text
        commands = Self.commands(of: text, level: 0)
    }

    /// The commands of a line, those handed to `bash -c` included.
    private static func commands(of text: String, level: Int) -> [ShellScript.Command] {
        ShellScript(text).all.flatMap { command -> [ShellScript.Command] in
            var command = command
            command.words = ShellWords.unwrapped(command.words)
            let (name, words) = program(command)
            guard level < 4, ["sh", "bash", "zsh", "dash"].contains(name), let flag = words.firstIndex(of: "-c"),
                flag + 1 < words.count
            else { return [command] }
            return [command] + commands(of: words[flag + 1], level: level + 1)
        }
    }

    /// Words of the shell itself, which do nothing outside it.
    private static let builtins: Set<String> = [
        "exit", "return", "read", "local", "declare", "trap", "shift", "break", "continue", "unset", "cd", "let", "]]",
        "]",
        "in", "esac", "function", "wait", "getopts", "alias", "shopt", "hash", "ulimit", "umask", "case",
    ]

    /// Files that it runs, as they are written.
    var scripts: [String] { commands.compactMap(Self.script) }

    /// Whether the text shows all that it runs: nothing but programs whose effect is known.
    var isWhole: Bool { commands.allSatisfy { Self.script($0) == nil && Self.isSeen($0) } }

    /// Whether the text shows all that it runs beside its scripts.
    var isWholeBesideScripts: Bool { commands.allSatisfy { Self.script($0) != nil || Self.isSeen($0) } }

    private static func isSeen(_ command: ShellScript.Command) -> Bool {
        let (name, words) = program(command)
        if words.isEmpty || builtins.contains(name) || name.hasPrefix("$") || name.isEmpty { return true }
        if ["npx", "bunx", "uvx", "pnpx"].contains(name) {
            return words.dropFirst().first { !$0.hasPrefix("-") }.map { word in
                ShellHazardTable.programs[String(word.prefix { $0 != "@" })] != nil
            } ?? false
        }
        if let code = code(command) { return code.unseen.isEmpty }
        let isCode = shells.contains(name) && !["sh", "bash", "zsh", "dash"].contains(name)
        return !isCode && ShellHazardTable.programs[name] != nil
    }

    /// Code of another language that a command is given on its line: `python3 -c …`, `node -e …`.
    private static func code(_ command: ShellScript.Command) -> CodeText? {
        let (name, words) = program(command)
        guard let language = CodeLanguage(ofProgram: name),
            let flag = words.firstIndex(where: { ["-c", "-e", "-p", "-pe", "--eval", "--print"].contains($0) }),
            flag + 1 < words.count
        else { return nil }
        return CodeText(words[flag + 1], language)
    }

    /// The file that a command runs; nil when it runs a program by its name.
    private static func script(_ command: ShellScript.Command) -> String? {
        let (name, words) = program(command)
        let isFetched = ["npx", "bunx", "pnpx"].contains(name) && words.contains { ["tsx", "ts-node"].contains($0) }
        let isRunner = shells.contains(name) || ["uv", "tsx", "env", "npm", "pnpm"].contains(name) || isFetched
        guard isRunner else { return words.first.flatMap { $0.contains("/") || $0.hasPrefix("~") ? $0 : nil } }
        guard !words.contains(where: { ["-c", "-e", "-p", "-pe", "--eval", "--print"].contains($0) }) else {
            return nil
        }
        return words.dropFirst().first { !$0.hasPrefix("-") && ($0.contains("/") || $0.contains(".")) }
    }

    private static let fetchers: Set<String> = [
        "curl", "wget", "iwr", "irm", "invoke-webrequest", "invoke-restmethod", "http", "https", "xh", "aria2c",
    ]
    private static let shells: Set<String> = [
        "sh", "bash", "zsh", "dash", "ksh", "fish", "python", "python3", "node", "perl", "ruby", "php", "iex",
        "invoke-expression", "source", ".", "eval", "deno", "bun", "pwsh", "powershell",
    ]
    private static let readers: Set<String> = [
        "cat", "cp", "tar", "zip", "base64", "head", "tail", "less", "more", "scp", "rsync", "xxd", "strings", "curl",
        "wget",
        "nc", "openssl", "mv",
    ]

    /// What a hook can do, worst first, in the words of the column `hook.effect`.
    static let effects = [
        "download-execute", "secrets", "destructive", "privilege", "settings", "approves", "network",
    ]

    /// The worst of them that its text shows; `none` when it shows nothing of the kind.
    var effect: String {
        var found = Set(commands.compactMap { Self.code($0)?.worst?.effect })
        if downloadsAndRuns { found.insert("download-execute") }
        if commands.contains(where: Self.readsSecrets) { found.insert("secrets") }
        if commands.contains(where: Self.destroys) { found.insert("destructive") }
        if commands.contains(where: Self.elevates) { found.insert("privilege") }
        if commands.contains(where: Self.writesSettings) { found.insert("settings") }
        if approves { found.insert("approves") }
        if commands.contains(where: Self.connects) { found.insert("network") }
        return Self.effects.first(where: found.contains) ?? "none"
    }

    /// Whether it changes files that decide what an agent may do.
    private static func writesSettings(_ command: ShellScript.Command) -> Bool {
        if command.outputs.contains(where: CodeTable.isSettings) { return true }
        let (name, words) = program(command)
        switch name {
        case "tee", "touch", "truncate": return words.contains(where: CodeTable.isSettings)
        case "cp", "mv", "ln", "install", "rsync": return words.last.map(CodeTable.isSettings) ?? false
        case "sed", "perl":
            return words.contains { ShellWords.isFlag($0, containing: "i") }
                && words.contains(where: CodeTable.isSettings)
        case "git": return words.contains("core.hooksPath")
        default: return false
        }
    }

    /// A program's name and words, with sudo seen through.
    private static func program(_ command: ShellScript.Command) -> (name: String, words: [String]) {
        var words = command.words
        if words.first == "sudo" { words = Array(words.dropFirst().drop { $0.hasPrefix("-") }) }
        return (words.first.flatMap { ShellWords.program($0).name } ?? "", words)
    }

    private static func isFetch(_ command: ShellScript.Command) -> Bool {
        let (name, words) = program(command)
        return fetchers.contains(name) && !words.contains { isLocal($0) }
    }

    private var downloadsAndRuns: Bool {
        var isFed = false
        var files: Set<String> = []
        for command in commands {
            let (name, words) = Self.program(command)
            isFed = command.isPiped && isFed || Self.isFetch(command)
            let runs = Self.shells.contains(name)
            if runs, command.isPiped && isFed || command.inner.contains(where: { $0.all.contains(where: Self.isFetch) })
            {
                return true
            }
            if runs || name.hasSuffix(".sh"), words.contains(where: files.contains) { return true }
            if let first = words.first, files.contains(first) { return true }
            if Self.isFetch(command) { files.formUnion(Self.outputs(of: command)) }
        }
        return false
    }

    private static func outputs(of command: ShellScript.Command) -> [String] {
        var files = command.outputs
        for (flag, value) in zip(command.words, command.words.dropFirst())
        where ["-o", "-O", "--output", "-OutFile"].contains(flag) {
            files.append(value)
        }
        return files.flatMap { [$0, "./" + $0] }
    }

    private static func readsSecrets(_ command: ShellScript.Command) -> Bool {
        let (name, words) = program(command)
        if name == "printenv" || (name == "env" && words.count == 1) { return true }
        if name == "gh", words.dropFirst().starts(with: ["auth", "token"]) { return true }
        if name == "security", words.count > 1, words[1].hasPrefix("find-") { return true }
        return readers.contains(name)
            && words.dropFirst().contains { SecretPath.isSecret($0.drop { $0 == "@" }.description) }
    }

    private static func destroys(_ command: ShellScript.Command) -> Bool {
        let (name, words) = program(command)
        let flags = words.filter { $0.hasPrefix("-") && !$0.hasPrefix("--") }.joined()
        switch name {
        case "rm":
            let recursive = flags.contains { $0 == "r" || $0 == "R" } || words.contains("--recursive")
            return recursive && (flags.contains("f") || words.contains("--force"))
        case "git":
            return words.contains("reset") && words.contains("--hard") || words.contains("clean") && flags.contains("f")
        case "mkfs", "shred", "wipefs", "dd": return true
        case "find": return words.contains("-delete")
        default: return false
        }
    }

    private static func elevates(_ command: ShellScript.Command) -> Bool {
        let name = command.words.first ?? ""
        if ["sudo", "su", "doas", "chown", "setcap"].contains(name) { return true }
        return name == "chmod" && command.words.contains { $0.hasSuffix("777") || $0.contains("+s") }
    }

    /// A hook that answers the question in the person's place.
    private var approves: Bool {
        let plain = text.filter { !$0.isWhitespace && $0 != "\\" && $0 != "'" }
        return ["\"permissionDecision\":\"allow\"", "\"decision\":\"approve\"", "\"behavior\":\"allow\""]
            .contains(where: plain.contains)
    }

    private static func connects(_ command: ShellScript.Command) -> Bool {
        let (name, words) = program(command)
        let isConnecting = ShellHazardTable.programs[name]?.fixed == .network || name == "ssh" || name == "mail"
        if isConnecting { return !words.contains { isLocal($0) } }
        return (command.words + command.outputs).contains { $0.hasPrefix("/dev/tcp/") }
    }

    private static func isLocal(_ word: String) -> Bool {
        ["localhost", "127.0.0.1", "[::1]", "0.0.0.0"].contains { word.contains("//\($0)") || word.hasPrefix($0) }
    }

    /// Where the code lies, in the words of the column `hook.location`: of several places the one that a review of the
    /// project sees least; nil when a program that nobody here knows is found by its name.
    var location: String? {
        let found = commands.enumerated().filter { !$0.element.words.isEmpty }.map { index, command in
            Self.location(command, isFirst: index == 0)
        }
        if let outside = ["home", "absolute"].first(where: found.contains) { return outside }
        guard !found.contains(nil) else { return nil }
        return ["package", "project"].first(where: found.contains) ?? "inline"
    }

    private static func location(_ command: ShellScript.Command, isFirst: Bool) -> String? {
        let name = program(command).name
        if ["npx", "bunx", "uvx", "pipx", "pnpx"].contains(name) { return "package" }
        guard let script = script(command) else {
            let isKnown = builtins.contains(name) || shells.contains(name) || ShellHazardTable.programs[name] != nil
            return isKnown || name.isEmpty ? "inline" : nil
        }
        if ["$CLAUDE_PROJECT_DIR", "${CLAUDE_PROJECT_DIR", "${CLAUDE_PLUGIN_ROOT", "$CLAUDE_PLUGIN_ROOT"].contains(
            where: script.contains)
        {
            return "project"
        }
        if script.hasPrefix("~") || script.contains("$HOME") || script.contains("${HOME") { return "home" }
        guard script.hasPrefix("/") else { return "project" }
        // Programs of the system that stand behind the first say nothing of where the hook's code lies.
        return !isFirst && ["/usr/", "/bin/"].contains(where: script.hasPrefix) ? "inline" : "absolute"
    }

    /// Whether a package that is fetched is fixed to a version; nil when none is fetched.
    var isPinned: Bool? {
        for command in commands {
            guard let first = command.words.first, ["npx", "bunx", "uvx", "pnpx"].contains(first) else { continue }
            let pin = LaunchCommand(command: first, arguments: Array(command.words.dropFirst())).pin
            return pin == "exact" || pin == "digest" || pin == "local"
        }
        return nil
    }
}
