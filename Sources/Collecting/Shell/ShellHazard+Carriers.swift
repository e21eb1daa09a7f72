extension ShellHazard {
    /// `env` alone shows every variable; with a command it is that command.
    static func variables(_ arguments: [String]) -> ShellHazard {
        var rest = arguments[...]
        while let first = rest.first, first.hasPrefix("-") {
            if first == "-S" || first.hasPrefix("--split-string") {
                return of(rest.dropFirst().joined(separator: " "))
            }
            if first.contains("*") { return .arbitraryCode }
            rest = rest.dropFirst(["-u", "--unset", "-C", "--chdir"].contains(first) ? 2 : 1)
        }
        return ShellWords.unwrapped(Array(rest)).isEmpty && !rest.contains { $0.contains("*") }
            ? .secrets : of(Array(rest))
    }

    /// A script that is named is only that script, whatever its arguments.
    static func interpreter(_ name: String, _ arguments: [String], isOpen: Bool) -> ShellHazard {
        let isShell = ["bash", "sh", "zsh", "dash", "ksh", "fish"].contains(name)
        let flags = ["-c", "-lc", "-e", "-ne", "-pe", "-r", "-p", "--eval", "--print", "-Command"]
        if let flag = arguments.firstIndex(where: { word in
            isShell ? ShellWords.isFlag(word, ending: "c") : flags.contains(word) || word.hasPrefix("--eval=")
        }) {
            guard !isOpen else { return .arbitraryCode }
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
    static func runner(_ arguments: [String], isOpen: Bool) -> ShellHazard {
        // `-c` hands a line to a shell.
        if let flag = arguments.firstIndex(where: { ["-c", "--call"].contains($0) }) {
            return isOpen ? .arbitraryCode : max(.write, of(arguments[(flag + 1)...].joined(separator: " ")))
        }
        let rest = Array(arguments.drop { $0.hasPrefix("-") || $0 == "run" })
        guard let package = rest.first, !package.contains("*") else { return isOpen ? .arbitraryCode : .install }
        if ShellHazardTable.programs[package] != nil { return max(of(rest), .write) }
        let name = package.prefix { $0 != "@" }
        return isOpen && interpreters.contains(String(name)) ? .arbitraryCode : .install
    }

    /// Packages whose arguments are programs.
    private static let interpreters: Set<String> = [
        "tsx", "ts-node", "node", "bun", "deno", "python", "ipython", "zx", "jiti", "esno", "babel-node",
        "concurrently",
    ]

    /// `find -exec` runs what follows it on whatever it finds.
    static func find(_ arguments: [String], isOpen: Bool) -> ShellHazard {
        guard !isOpen else { return .arbitraryCode }
        let flags = ["-exec", "-execdir", "-ok", "-okdir", "-x", "-X", "--exec", "--exec-batch"]
        var worst = ShellHazard.read
        if arguments.contains("-delete") { worst = .destructive }
        if arguments.contains(where: { $0.hasPrefix("-fprint") || $0 == "-fls" }) { worst = max(worst, .write) }
        for (place, word) in arguments.enumerated() where flags.contains(word) {
            let command = arguments[(place + 1)...].prefix { $0 != ";" && $0 != "+" }.filter { $0 != "{}" }
            worst = max(worst, of(command + ["*"]))
        }
        return worst
    }

    /// `pnpm vitest *` is vitest, `pnpm -w run lint *` is lint.
    static func packageScript(_ name: String, _ arguments: [String], isOpen: Bool) -> ShellHazard? {
        let rest = ShellWords.withoutGlobalOptions(arguments)
        let isBroad = arguments.dropLast(rest.count).contains { $0.contains("*") }
        guard !isBroad, let first = rest.first, !first.contains("*") else { return nil }
        let isExec = first == "exec" && rest.count > 1
        if isExec, ShellHazardTable.programs[rest[1]] != nil { return of(Array(rest.dropFirst())) }
        guard ShellSubcommandTable.programs[name]?[first] == nil else { return nil }
        if ShellHazardTable.programs[first] != nil { return of(rest) }
        return isOpen ? .arbitraryCode : .write
    }

    /// `uv run pytest *` is pytest, `poetry run *` is anything.
    static func environment(_ name: String, _ arguments: [String]) -> ShellHazard? {
        guard let verb = arguments.first, ["run", "exec", "x"].contains(verb) else { return nil }
        var rest = Array(arguments.dropFirst().drop { $0.hasPrefix("-") && $0 != "-m" })
        if name == "direnv" { rest = Array(rest.dropFirst()) }
        guard let first = rest.first else { return .write }
        return first == "*" ? .arbitraryCode : of(rest)
    }

    /// Programs that run the rest of their line: `xargs` adds words that nobody wrote, `watch` hands all to a shell.
    static func carrier(_ name: String, _ arguments: [String], isOpen: Bool) -> ShellHazard {
        let rest = ShellWords.withoutOptions(arguments, of: name)
        if arguments.dropLast(rest.count).contains(where: { $0.contains("*") }) { return .arbitraryCode }
        guard let first = rest.first else { return isOpen ? .arbitraryCode : .none }
        if first.contains("*") || isOpen && ["watch", "parallel", "flock"].contains(name) { return .arbitraryCode }
        return of(["xargs", "parallel"].contains(name) ? rest + ["*"] : rest)
    }
}
