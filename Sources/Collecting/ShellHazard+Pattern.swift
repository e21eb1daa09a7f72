extension ShellHazard {
    /// The worst that a command pattern lets through, seen through wrappers, interpreters and command runners.
    ///
    /// A star stands for any words. A pattern without one is a fixed command line, and is only as harmful as that.
    static func of(_ pattern: String) -> ShellHazard {
        ShellScript(pattern).all.map { of($0.words) }.max() ?? .none
    }

    /// The worst that one command lets through.
    static func of(_ words: [String]) -> ShellHazard {
        let words = ShellWords.unwrapped(words)
        guard let first = words.first else { return .none }
        let (name, isGlued) = ShellWords.program(first)
        guard let name else { return .arbitraryCode }
        let arguments = Array(words.dropFirst())
        let isOpen = isGlued || arguments.contains { $0.contains("*") }
        if arguments.count == 1, ["--version", "-v", "-V", "--help", "-h"].contains(arguments[0]) { return .none }
        let hazard =
            special(name, arguments, isOpen: isOpen) ?? bySubcommand(name, arguments, isOpen: isOpen)
            ?? byProgram(name, isOpen: isOpen)
        let isSecret = arguments.contains { SecretPath.isSecret($0) }
        return isSecret && hazard < .secrets ? .secrets : hazard
    }

    /// A program of its own that is not in the table can change things: it is not known to be harmless.
    private static func byProgram(_ name: String, isOpen: Bool) -> ShellHazard {
        guard let entry = ShellHazardTable.programs[name] else { return .write }
        return isOpen ? entry.open : entry.fixed
    }

    private static func bySubcommand(_ name: String, _ arguments: [String], isOpen: Bool) -> ShellHazard? {
        guard let table = ShellSubcommandTable.programs[name] else { return nil }
        let rest = ShellWords.withoutGlobalOptions(arguments)
        guard let first = rest.first, !first.contains("*") else {
            // `yarn` alone installs; the others alone print their help.
            return isOpen ? nil : name == "yarn" ? .install : ShellHazard.none
        }
        if rest.count > 1, let entry = table["\(first) \(rest[1])"] { return isOpen ? entry.open : entry.fixed }
        // A star right after `pr` reaches every subcommand of `pr`; what git takes there are mostly options.
        let isBroad = rest.count > 1 && rest[1].hasPrefix("*") && name != "git"
        if isBroad {
            let reach = table.filter { $0.key.hasPrefix(first + " ") }.map(\.value.open)
            if let own = table[first]?.open { return max(own, reach.max() ?? .none) }
            return reach.max()
        }
        return table[first].map { isOpen ? $0.open : $0.fixed }
    }

    private static func special(_ name: String, _ arguments: [String], isOpen: Bool) -> ShellHazard? {
        switch name {
        case "env":
            if arguments.allSatisfy({ $0.hasPrefix("-") }) { return .secrets }
            return arguments == ["*"] ? .arbitraryCode : of(arguments)
        case "bash", "sh", "zsh", "dash", "ksh", "fish", "python", "python3", "python2", "py", "pypy", "node", "ruby",
            "perl", "php", "tsx", "ts-node", "lua", "rscript", "pwsh", "powershell":
            return interpreter(name, arguments, isOpen: isOpen)
        case "npx", "bunx", "pnpx", "uvx", "pipx": return runner(arguments, isOpen: isOpen)
        case "find", "gfind": return isOpen ? .arbitraryCode : find(arguments)
        case "sed", "gsed", "awk", "gawk", "mawk":
            guard !isOpen else { return .arbitraryCode }
            return arguments.contains { $0.hasPrefix("-i") || $0.hasPrefix("--in-place") } ? .write : .read
        case "npm", "pnpm", "yarn", "bun": return packageScript(name, arguments, isOpen: isOpen)
        case "uv", "poetry", "pipenv", "rye", "hatch", "pdm", "bundle", "mise", "devbox", "direnv", "dotenvx":
            return environment(name, arguments)
        case "aws", "gcloud", "az": return cloud(name, arguments)
        case "xargs", "parallel", "watch", "setsid", "flock", "ionice", "exec":
            return isOpen ? .arbitraryCode : of(Array(arguments.drop { $0.hasPrefix("-") }))
        default: return verb(name)
        }
    }

    /// A script that is named is only that script, whatever its arguments.
    private static func interpreter(_ name: String, _ arguments: [String], isOpen: Bool) -> ShellHazard {
        let flags = ["-c", "-lc", "-e", "--eval", "-r", "-p", "-Command"]
        if let flag = arguments.firstIndex(where: flags.contains) {
            guard !isOpen else { return .arbitraryCode }
            let isShell = ["bash", "sh", "zsh", "dash", "ksh", "fish"].contains(name)
            return isShell && flag + 1 < arguments.count ? of(arguments[flag + 1]) : .write
        }
        if let flag = arguments.firstIndex(of: "-m"), flag + 1 < arguments.count {
            let module = arguments[flag + 1]
            if module == "http.server" { return .network }
            if module == "venv" || module == "json.tool" { return .write }
            let isKnown = ShellHazardTable.programs[module] != nil
            return isKnown ? of(Array(arguments[(flag + 1)...])) : isOpen ? .arbitraryCode : .write
        }
        guard let script = arguments.first(where: { !$0.hasPrefix("-") }) else {
            return isOpen ? .arbitraryCode : .write
        }
        return script.contains("*") ? .arbitraryCode : .write
    }

    /// A runner fetches what it runs; a package that it names is only that package, whatever its arguments.
    private static func runner(_ arguments: [String], isOpen: Bool) -> ShellHazard {
        let rest = Array(arguments.drop { $0.hasPrefix("-") || $0 == "run" })
        guard let package = rest.first, !package.contains("*") else { return isOpen ? .arbitraryCode : .install }
        if let known = ShellHazardTable.programs[package] { return max(isOpen ? known.open : known.fixed, .write) }
        let name = package.prefix { $0 != "@" }
        return isOpen && interpreters.contains(String(name)) ? .arbitraryCode : .install
    }

    /// Packages whose arguments are programs.
    private static let interpreters: Set<String> = [
        "tsx", "ts-node", "node", "bun", "deno", "python", "ipython", "zx", "jiti", "esno", "babel-node",
        "concurrently",
    ]

    private static func find(_ arguments: [String]) -> ShellHazard {
        if let flag = arguments.firstIndex(where: { ["-exec", "-execdir", "-ok", "-okdir"].contains($0) }) {
            return of(Array(arguments[(flag + 1)...].filter { $0 != "{}" && $0 != ";" && $0 != "+" }))
        }
        return arguments.contains("-delete") ? .destructive : .read
    }

    /// `pnpm vitest *` is vitest, `pnpm -w run lint *` is lint.
    private static func packageScript(_ name: String, _ arguments: [String], isOpen: Bool) -> ShellHazard? {
        let rest = ShellWords.withoutGlobalOptions(arguments)
        guard let first = rest.first, !first.contains("*") else { return nil }
        let isExec = first == "exec" && rest.count > 1
        if isExec, ShellHazardTable.programs[rest[1]] != nil { return of(Array(rest.dropFirst())) }
        guard ShellSubcommandTable.programs[name]?[first] == nil else { return nil }
        if ShellHazardTable.programs[first] != nil { return of(rest) }
        return isOpen ? .arbitraryCode : .write
    }

    /// `uv run pytest *` is pytest, `poetry run *` is anything.
    private static func environment(_ name: String, _ arguments: [String]) -> ShellHazard? {
        guard let verb = arguments.first, ["run", "exec", "x"].contains(verb) else { return nil }
        var rest = Array(arguments.dropFirst().drop { $0.hasPrefix("-") && $0 != "-m" })
        if name == "direnv" { rest = Array(rest.dropFirst()) }
        guard let first = rest.first else { return .write }
        return first == "*" ? .arbitraryCode : of(rest)
    }

    private static func cloud(_ name: String, _ arguments: [String]) -> ShellHazard? {
        let words = arguments.filter { !$0.hasPrefix("-") && !$0.contains("*") }
        let secrets = ["secret", "print-access-token", "get-parameter"]
        if words.contains(where: { word in secrets.contains(where: word.contains) }) { return .secrets }
        let verbs = words.dropFirst()
        let ends = ["delete", "terminate", "remove", "destroy", "rm", "rb"]
        if verbs.contains(where: { verb in ends.contains(where: verb.hasPrefix) }) { return .destructive }
        let reads = ["list", "describe", "get", "show", "ls", "head", "wait"]
        if verbs.contains(where: { verb in reads.contains(where: verb.hasPrefix) }) { return .read }
        return verbs.isEmpty || arguments.last?.hasPrefix("*") == true && verbs.count < 2 ? nil : .publish
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
