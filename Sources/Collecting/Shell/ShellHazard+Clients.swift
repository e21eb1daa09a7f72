extension ShellHazard {
    /// `gh api` is every call of GitHub's interface, deletion included, unless its method is fixed.
    ///
    /// <https://cli.github.com/manual/gh_api>
    static func gitHub(_ arguments: [String], isOpen: Bool) -> ShellHazard? {
        let rest = ShellWords.withoutGlobalOptions(arguments)
        // What follows the name of the repository goes to git.
        if rest.starts(with: ["repo", "clone"]), isOpen { return .arbitraryCode }
        let written = rest.prefix { !$0.contains("*") }
        if written.contains("--help") { return ShellHazard.none }
        guard rest.first == "api" else { return nested("gh", written, isOpen: isOpen) }
        guard !isOpen else { return .destructive }
        let method = ShellOptionTable.values(of: ["-X", "--method"], in: rest).first?.uppercased()
        let sends = rest.contains { word in
            ["-f", "-F", "--field", "--raw-field", "--input"].contains(word) || word.hasPrefix("--field=")
                || word.hasPrefix("--raw-field=") || word.hasPrefix("--input=")
        }
        switch method {
        case "DELETE": return .destructive
        case nil where !sends, "GET", "HEAD": return .read
        default: return .publish
        }
    }

    /// A subcommand that is written out and not in the table: whatever follows, it is none of those that are.
    private static func nested(_ name: String, _ written: ArraySlice<String>, isOpen: Bool) -> ShellHazard? {
        guard isOpen, written.count > 1, let table = ShellSubcommandTable.programs[name],
            table["\(written[0]) \(written[1])"] == nil, !written[1].hasPrefix("-")
        else { return nil }
        return table[written[0]]?.fixed
    }

    /// A container that is given the machine is no boundary.
    ///
    /// <https://docs.docker.com/reference/cli/docker/container/run/>
    static func container(_ arguments: [String], isOpen: Bool) -> ShellHazard? {
        let rest = ShellWords.withoutGlobalOptions(arguments)
        guard !isOpen, let verb = rest.first, ["run", "create", "exec"].contains(verb) else { return nil }
        let mounts = ShellOptionTable.values(of: ["-v", "--volume", "--mount"], in: rest)
        let isWide =
            rest.contains { ["--privileged", "--pid=host", "--network=host", "--cap-add=ALL"].contains($0) }
            || mounts.contains { $0.hasPrefix("/:") || $0.contains("docker.sock") || $0.contains("source=/,") }
        return isWide ? .privilege : nil
    }

    static func cloud(_ name: String, _ arguments: [String]) -> ShellHazard? {
        if arguments.first?.hasPrefix("*") == true { return nil }
        let words = arguments.filter { !$0.hasPrefix("-") && $0 != "*" }
            .map { $0.hasSuffix("*") ? String($0.dropLast()) : $0 }.filter { !$0.contains("*") }
        let secrets = ["secret", "print-access-token", "get-parameter"]
        if words.contains(where: { word in secrets.contains(where: word.contains) }) { return .secrets }
        let verbs = words.dropFirst()
        let ends = ["delete", "terminate", "remove", "destroy", "rm", "rb"]
        if verbs.contains(where: { verb in ends.contains(where: verb.hasPrefix) }) { return .destructive }
        let reads = ["list", "describe", "get", "show", "ls", "head", "wait"]
        if verbs.contains(where: { verb in reads.contains(where: verb.hasPrefix) }) { return .read }
        return verbs.isEmpty || arguments.last?.hasPrefix("*") == true && verbs.count < 2 ? nil : .publish
    }

    /// A database's shell runs commands (`\!`, `COPY … TO PROGRAM`, `.shell`); a fixed statement is what it says.
    ///
    /// <https://www.postgresql.org/docs/current/app-psql.html>
    static func database(_ arguments: [String], isOpen: Bool) -> ShellHazard {
        guard !isOpen else { return .arbitraryCode }
        let text = arguments.joined(separator: " ").lowercased()
        let words = Set(text.split { !$0.isLetter }.map(String.init))
        let ends: Set<String> = ["drop", "delete", "truncate", "update", "alter", "grant", "revoke"]
        if !words.isDisjoint(with: ends) { return .destructive }
        let changes: Set<String> = ["insert", "create", "copy", "import", "restore", "into", "call", "do", "load"]
        let runs = text.contains("\\!") || [".shell", ".system", ".import", ".load"].contains(where: text.contains)
        if runs || !words.isDisjoint(with: changes) { return .write }
        let asks: Set<String> = ["select", "show", "explain", "describe", "schema", "tables"]
        return !words.isDisjoint(with: asks) || text.contains("\\d") || text.contains("\\l") ? .read : .write
    }

    /// `sed` and `awk` have commands of their own that write files and run programs.
    ///
    /// GNU sed takes options after the script too, so that an open tail brings another script; what follows the program of
    /// awk is data (<https://www.gnu.org/software/gawk/manual/html_node/Command-Line.html>).
    static func stream(_ name: String, _ arguments: [String], isOpen: Bool) -> ShellHazard {
        let isSed = name.hasSuffix("sed")
        let isInPlace = arguments.contains { word in
            isSed ? ShellWords.isFlag(word, containing: "i") || word.hasPrefix("--in-place") : word == "inplace"
        }
        guard !isSed else {
            let changes = arguments.contains { !$0.hasPrefix("-") && SedScript.changes($0) }
            return isOpen ? .arbitraryCode : isInPlace || changes ? .write : .read
        }
        let rest = ShellWords.withoutOptions(arguments, of: "awk")
        let isBroad = arguments.dropLast(rest.count).contains { $0.contains("*") || $0.hasPrefix("-f") }
        guard let program = rest.first, !program.contains("*"), !isBroad else {
            return isOpen ? .arbitraryCode : .write
        }
        let runs = ["system(", "system (", "getline", "| \"", "|\"", "|&", "@load"].contains(where: program.contains)
        if runs { return isOpen ? .arbitraryCode : .write }
        let writes = program.contains("> \"") || program.contains(">\"") || program.contains(">>")
        return isInPlace || writes ? .write : .read
    }
}
