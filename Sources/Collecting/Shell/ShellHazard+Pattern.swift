extension ShellHazard {
    /// The worst that a command pattern lets through, seen through wrappers, interpreters and command runners.
    ///
    /// A star stands for any words. A pattern without one is a fixed command line, and is only as harmful as that.
    static func of(_ pattern: String) -> ShellHazard {
        ShellScript(pattern).all.map { of($0.words) }.max() ?? .none
    }

    /// What the command is used for: the worst of it with the words left out that its pattern leaves open.
    ///
    /// `git push *` runs any program (`--receive-pack`), and it publishes.
    static func ordinary(_ pattern: String) -> ShellHazard {
        ShellScript(pattern).all.map { command in
            if reachesOthers(command.words) { return .publish }
            let words = command.words.enumerated().compactMap { place, word in
                let stem = word.hasSuffix("*") ? String(word.dropLast()) : word
                return stem.contains("*") || stem.isEmpty ? (place == 0 ? word : nil) : stem
            }
            return of(words)
        }.max() ?? .none
    }

    /// Whether a pattern leaves the subcommand open of a program whose changes other people and systems act on.
    private static func reachesOthers(_ words: [String]) -> Bool {
        let words = ShellWords.unwrapped(words)
        guard let last = words.last, ["*", ":*", "**"].contains(last), let name = ShellWords.program(words[0]).name
        else { return false }
        // `gh issue *`: what stands before the star is a group of commands.
        if words.count == 3, name == "gh" { return ShellSubcommandTable.programs[name]?[words[1]]?.open == .publish }
        return words.count == 2 && ShellHazardTable.publishers.contains(name)
    }

    /// The worst that one command lets through.
    static func of(_ words: [String]) -> ShellHazard {
        // A star stands for spaces too: `PORT=* node app.js` is any command.
        if words.prefix(while: ShellWords.isAssignment).contains(where: { $0.contains("*") }) { return .arbitraryCode }
        let words = ShellWords.unwrapped(words)
        guard let first = words.first else { return .none }
        let (name, isGlued) = ShellWords.program(first)
        guard let name else { return .arbitraryCode }
        if isGlued { return glued(name) }
        let arguments = Array(words.dropFirst())
        let isOpen = arguments.contains { $0.contains("*") }
        if arguments.count == 1, ["--version", "-v", "-V", "--help", "-h"].contains(arguments[0]) { return .none }
        let hazard =
            special(name, arguments, isOpen: isOpen) ?? bySubcommand(name, arguments, isOpen: isOpen)
            ?? byProgram(name, isOpen: isOpen)
        let isSecret = arguments.contains { SecretPath.isSecret($0) }
        return max(hazard, byOption(name, arguments), isSecret ? .secrets : .none)
    }

    /// A star right behind letters reaches every program that begins with them.
    private static func glued(_ stem: String) -> ShellHazard {
        if ShellHazardTable.wrappers.contains(where: { $0.hasPrefix(stem) }) { return .arbitraryCode }
        let reached = ShellHazardTable.programs.filter { $0.key.hasPrefix(stem) }.map(\.value.open)
        guard let own = ShellHazardTable.programs[stem]?.open else { return reached.max() ?? .write }
        // `tr*` means tr; that truncate begins like it is no reason to call the rule one that destroys.
        return reached.filter { [.arbitraryCode, .privilege, .secrets, .read].contains($0) }.reduce(own, max)
    }

    /// A program of its own that is not in the table can change things: it is not known to be harmless.
    private static func byProgram(_ name: String, isOpen: Bool) -> ShellHazard {
        guard let entry = ShellHazardTable.programs[name] else { return .write }
        return isOpen ? entry.open : entry.fixed
    }

    /// Options of a fixed line that name a program: as harmful as that program, and never less than its own.
    private static func byOption(_ name: String, _ arguments: [String]) -> ShellHazard {
        guard let options = ShellOptionTable.running[name] else { return .none }
        return ShellOptionTable.values(of: options, in: arguments).map { max(.write, of($0)) }.max() ?? .none
    }

    static func bySubcommand(_ name: String, _ arguments: [String], isOpen: Bool) -> ShellHazard? {
        guard let table = ShellSubcommandTable.programs[name] else { return nil }
        let rest = ShellWords.withoutGlobalOptions(arguments)
        // A star in front of the subcommand can bring another subcommand.
        if arguments.dropLast(rest.count).contains(where: { $0.contains("*") }) { return nil }
        guard let first = rest.first else {
            // `yarn` alone installs; the others alone print their help.
            return isOpen ? nil : name == "yarn" ? .install : ShellHazard.none
        }
        if first.contains("*") {
            let stem = first.prefix { $0 != "*" }
            guard !stem.isEmpty else { return nil }
            return table.filter { $0.key.hasPrefix(stem) }.map(\.value.open).max()
        }
        if rest.count > 1, let entry = table["\(first) \(rest[1])"] { return isOpen ? entry.open : entry.fixed }
        // A star right after `pr` reaches every subcommand of `pr`, one after `pr re` those that begin so.
        if rest.count > 1, let star = rest[1].firstIndex(of: "*"), !rest[1].hasPrefix("-") {
            let stem = "\(first) \(rest[1][..<star])"
            let reach = table.filter { $0.key.hasPrefix(stem) }.map(\.value.open)
            if let own = table[first]?.open { return max(own, reach.max() ?? .none) }
            return reach.max()
        }
        return table[first].map { isOpen ? $0.open : $0.fixed }
    }

    private static func special(_ name: String, _ arguments: [String], isOpen: Bool) -> ShellHazard? {
        switch name {
        case "env": return variables(arguments)
        case "bash", "sh", "zsh", "dash", "ksh", "fish", "python", "python3", "python2", "py", "pypy", "node", "ruby",
            "perl", "php", "tsx", "ts-node", "lua", "rscript", "pwsh", "powershell":
            return interpreter(name, arguments, isOpen: isOpen)
        case "npx", "bunx", "pnpx", "uvx", "pipx": return runner(arguments, isOpen: isOpen)
        case "find", "gfind", "fd", "fdfind": return find(arguments, isOpen: isOpen)
        case "sed", "gsed", "awk", "gawk", "mawk", "nawk": return stream(name, arguments, isOpen: isOpen)
        case "npm", "pnpm", "yarn", "bun": return packageScript(name, arguments, isOpen: isOpen)
        case "uv", "poetry", "pipenv", "rye", "hatch", "pdm", "bundle", "mise", "devbox", "direnv", "dotenvx":
            return environment(name, arguments)
        case "git": return git(arguments, isOpen: isOpen)
        case "gh": return gitHub(arguments, isOpen: isOpen)
        case "docker", "podman", "nerdctl": return container(arguments, isOpen: isOpen)
        case "aws", "gcloud", "az": return cloud(name, arguments)
        case "psql", "mysql", "mariadb", "sqlite3", "sqlcmd": return database(arguments, isOpen: isOpen)
        case "xargs", "parallel", "watch", "setsid", "flock", "ionice", "exec":
            return carrier(name, arguments, isOpen: isOpen)
        default: return verb(name)
        }
    }

    /// Commands of PowerShell tell their effect by their verb.
    private static func verb(_ name: String) -> ShellHazard? {
        guard ShellHazardTable.programs[name] == nil, let dash = name.firstIndex(of: "-") else { return nil }
        switch name[..<dash] {
        case "get", "test", "measure", "compare", "select", "format": return .read
        case "remove", "clear", "stop": return .destructive
        default: return nil
        }
    }
}
