/// What the first words of a command say about what it runs.
enum ShellWords {
    /// The words without variable assignments and without programs that only pass the rest on.
    static func unwrapped(_ words: [String]) -> [String] {
        var rest = words[...]
        while let first = rest.first {
            if isAssignment(first) {
                rest = rest.dropFirst()
            } else if first == "command", ["-v", "-V"].contains(rest.dropFirst().first) {
                // It only says where a program lies.
                return ["which"] + rest.dropFirst(2)
            } else if ShellHazardTable.wrappers.contains(first), rest.count > 1 {
                let inner = withoutOptions(Array(rest.dropFirst()), of: first)
                rest = inner.drop { $0.first?.isNumber == true }
            } else {
                break
            }
        }
        return Array(rest)
    }

    /// The program a first word names, and whether a star is glued to it; no name when any program fits.
    static func program(_ word: String) -> (name: String?, isGlued: Bool) {
        let isPath = word.contains("/") || word.contains("\\")
        guard let star = word.firstIndex(of: "*") else {
            let last = word.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? word
            let name = last.lowercased()
            return ([".exe", ".cmd"].contains(where: name.hasSuffix) ? String(name.dropLast(4)) : name, false)
        }
        let stem = String(word[..<star])
        guard !stem.isEmpty, !isPath, word.index(after: star) == word.endIndex else { return (nil, true) }
        return (stem.lowercased(), true)
    }

    /// The words after options that stand before a subcommand, with their values.
    static func withoutGlobalOptions(_ arguments: [String]) -> [String] {
        let valued: Set<String> = [
            "-C", "-n", "--namespace", "--context", "--filter", "-F", "--prefix", "--cwd", "-R", "--repo", "--dir",
        ]
        var rest = arguments[...]
        while let first = rest.first, first.hasPrefix("-"), first != "-c", first != "-v", first != "--version" {
            rest = rest.dropFirst(valued.contains(first) ? 2 : 1)
        }
        return Array(rest)
    }

    /// Options that take the next word, of programs that run the rest of their line.
    private static let valued: [String: Set<String>] = [
        "timeout": ["-s", "--signal", "-k", "--kill-after"], "nice": ["-n", "--adjustment"],
        "stdbuf": ["-i", "-o", "-e"], "time": ["-f", "--format", "-o", "--output"], "caffeinate": ["-t", "-w"],
        "xargs": ["-n", "-I", "-P", "-L", "-d", "-s", "-a", "-E", "--max-args", "--max-procs", "--delimiter"],
        "parallel": ["-j", "--jobs", "-a", "--arg-file"], "watch": ["-n", "--interval"],
        "ionice": ["-c", "-n", "-p"], "flock": ["-w", "--timeout"], "exec": ["-a"],
        "awk": ["-F", "-v", "--field-separator", "--assign", "-f", "--file"],
    ]

    /// The words after the options of such a program, values of options included.
    static func withoutOptions(_ arguments: [String], of name: String) -> [String] {
        var rest = arguments[...]
        while let first = rest.first, first.hasPrefix("-"), first != "-" {
            rest = rest.dropFirst(valued[name]?.contains(first) == true ? 2 : 1)
        }
        // The first word of flock is the file that it locks.
        return Array(name == "flock" ? rest.dropFirst() : rest)
    }

    /// Whether a word is a group of one-letter options with one of the letters among them.
    static func isFlag(_ word: String, containing letters: String) -> Bool {
        word.hasPrefix("-") && !word.hasPrefix("--") && word.dropFirst().contains { letters.contains($0) }
    }

    /// Whether a word is a group of one-letter options with this one last, which takes the next word.
    static func isFlag(_ word: String, ending letter: Character) -> Bool {
        word.hasPrefix("-") && !word.hasPrefix("--") && word.last == letter && word.count > 1
    }

    static func isAssignment(_ word: String) -> Bool {
        guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
        return word[..<equals].allSatisfy { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
    }
}
