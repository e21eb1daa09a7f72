extension ShellHazard {
    /// What git does: its options can run programs, and so can the configuration that `-c` brings.
    ///
    /// <https://git-scm.com/docs/git-config>, <https://git-scm.com/docs/git-push#Documentation/git-push.txt---exec>
    static func git(_ arguments: [String], isOpen: Bool) -> ShellHazard? {
        var rest = arguments[...]
        var worst = ShellHazard.none
        while let first = rest.first, first.hasPrefix("-"), first != "--version", first != "-v" {
            let isPair = ["-c", "-C", "--git-dir", "--work-tree", "--namespace", "--config-env"].contains(first)
            let value = isPair ? rest.dropFirst().first ?? "" : first
            // A star before the subcommand can bring `-c` with it.
            if first.contains("*") || value.contains("*") { return .arbitraryCode }
            if first == "-c", let command = program(setBy: value) {
                worst = max(worst, isOpen ? .arbitraryCode : max(.write, of(command)))
            }
            if first.hasPrefix("--exec-path=") { worst = max(worst, .write) }
            rest = rest.dropFirst(isPair ? 2 : 1)
        }
        guard let name = rest.first else { return isOpen ? nil : max(worst, .none) }
        let words = Array(rest.dropFirst())
        let own = subcommand(name, words, isOpen: isOpen) ?? bySubcommand("git", Array(rest), isOpen: isOpen)
        return own.map { max($0, worst) } ?? (isOpen ? .arbitraryCode : max(.write, worst))
    }

    /// The program that a setting makes git run; nil when the setting names none.
    private static func program(setBy pair: String) -> String? {
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        let key = parts[0].lowercased()
        let names = [
            "pager", "editor", "sshcommand", "askpass", "fsmonitor", "hookspath", "gitproxy", "external", "textconv",
            "helper", "program", "cmd", "command", "driver", "clean", "smudge", "process", "receivepack", "uploadpack",
            "allow", "templatedir", "tool",
        ]
        let isAlias = key.hasPrefix("alias.") || key.hasPrefix("pager.")
        guard isAlias || names.contains(where: key.hasSuffix) else { return nil }
        return String((parts.count > 1 ? parts[1] : "").drop { $0 == "!" })
    }

    private static func subcommand(_ name: String, _ words: [String], isOpen: Bool) -> ShellHazard? {
        let running = ShellOptionTable.values(of: ["-x", "--exec", "--receive-pack", "--upload-pack"], in: words)
            .map { max(.write, of($0)) }.max()
        switch name {
        case "rebase":
            if ["--abort", "--continue", "--skip", "--quit"].contains(where: words.contains) { return .write }
            return isOpen ? .arbitraryCode : max(.destructive, running ?? .none)
        case "push":
            guard !isOpen else { return .arbitraryCode }
            let forced = words.contains { word in
                ["--delete", "--mirror", "--prune"].contains(word) || word.hasPrefix("--force")
                    || word.first == "+" || word.first == ":" || ShellWords.isFlag(word, containing: "fd")
            }
            return max(forced ? .destructive : .publish, running ?? .none)
        case "fetch", "pull", "clone", "ls-remote", "archive":
            guard !isOpen else { return .arbitraryCode }
            return max(name == "archive" ? .write : .network, running ?? .none)
        case "grep":
            let opens = words.contains { $0.hasPrefix("-O") || $0.hasPrefix("--open-files-in-pager") }
            return isOpen ? .arbitraryCode : opens ? .write : .read
        case "checkout":
            // A new branch takes the work along.
            let begins = words.contains { ["-b", "-B", "--orphan"].contains($0) }
            let discards = !begins && isOpen || words.contains { ["--", ".", "-f", "--force"].contains($0) }
            return discards ? .destructive : .write
        default:
            guard !isOpen else { return nil }
            return words.contains { $0.hasPrefix("--output=") || $0 == "--output" } ? .write : nil
        }
    }
}
