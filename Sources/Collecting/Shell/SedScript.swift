/// What a script of sed does beside editing its stream.
enum SedScript {
    /// Whether it writes a file or runs a program: the commands `e`, `w` and `W`, and the flags `e` and `w` of `s`.
    ///
    /// <https://www.gnu.org/software/sed/manual/sed.html>
    static func changes(_ script: String) -> Bool {
        script.split { $0 == ";" || $0 == "\n" || $0 == "{" || $0 == "}" }.contains { changes(command: $0) }
    }

    private static func changes(command: Substring) -> Bool {
        var rest = command.drop { $0 == " " }
        if rest.first == "/" {
            rest = rest.dropFirst().drop { $0 != "/" }.dropFirst()
        }
        rest = rest.drop { $0.isNumber || ",$~+! ".contains($0) }
        guard let first = rest.first else { return false }
        switch first {
        case "e", "w", "W": return rest.dropFirst().first.map { $0 == " " } ?? (first == "e")
        case "s":
            guard let mark = rest.dropFirst().first, !mark.isLetter, !mark.isNumber else { return false }
            let parts = rest.dropFirst(2).split(separator: mark, omittingEmptySubsequences: false)
            guard parts.count > 2, let flags = parts.last else { return false }
            return flags.contains("e") || flags.contains("w")
        default: return false
        }
    }
}
