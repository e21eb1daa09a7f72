/// What the first words of a command say about what it runs.
enum ShellWords {
    /// The words without variable assignments and without programs that only pass the rest on.
    static func unwrapped(_ words: [String]) -> [String] {
        var rest = words[...]
        while let first = rest.first {
            if isAssignment(first) {
                rest = rest.dropFirst()
            } else if ShellHazardTable.wrappers.contains(first), rest.count > 1 {
                rest = rest.dropFirst().drop { $0.hasPrefix("-") || $0.first?.isNumber == true }
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

    private static func isAssignment(_ word: String) -> Bool {
        guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
        return word[..<equals].allSatisfy { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
    }
}
