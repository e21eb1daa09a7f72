/// Finds passwords that a command line hands to a short option, glued to it or behind it: `mysql -uroot -psecret`.
///
/// Short options have no name that would speak of a secret, so the words around them decide:
/// <https://dev.mysql.com/doc/refman/8.4/en/command-line-options.html>, `psql`, `mongosh`, `sqlcmd`, `redis-cli`,
/// `sshpass`, and servers that take a `jdbc:` address.
enum CommandPassword {
    /// Programs, and beginnings of addresses, beside which `-p…` is a password.
    private static let clients = [
        "mysql", "mariadb", "psql", "postgres", "mongo", "jdbc", "sqlcmd", "sqlserver", "mssql", "redis", "clickhouse",
        "oracle", "sqlplus", "cqlsh", "influx", "sshpass", "ldap",
    ]
    /// Those that take the password as a word of its own behind the option.
    private static let separate: [String: Set<String>] = [
        "mongosh": ["-p"], "mongo": ["-p"], "mongodump": ["-p"], "mongorestore": ["-p"], "mongoexport": ["-p"],
        "mongoimport": ["-p"], "sqlcmd": ["-P"], "bcp": ["-P"], "redis-cli": ["-a"], "sshpass": ["-p"], "cqlsh": ["-p"],
        "ldapsearch": ["-w"], "ldapadd": ["-w"], "ldapmodify": ["-w"], "login": ["-p"], "curl": ["-u"],
        "wget": ["-u"], "http": ["-a"],
    ]

    /// The secret part of one word of a command line; nil when there is none.
    static func range(at index: Int, in words: [String]) -> Range<String.Index>? {
        let word = words[index]
        if let glued = glued(word, words) { return glued }
        guard index > 0, takesWord(words[index - 1], words[..<(index - 1)]) else { return oracle(word) }
        // `-u user:password` of curl: only what stands behind the colon is secret.
        let start = words[index - 1] == "-u" ? word.firstIndex(of: ":").map { word.index(after: $0) } : word.startIndex
        guard let start, isPassword(word[start...]) else { return nil }
        return start..<word.endIndex
    }

    /// The secret part of the first word of a text that has one.
    static func range(in text: String) -> Range<String.Index>? {
        guard text.utf8.contains(UInt8(ascii: " ")) || text.holds("jdbc:oracle") else { return nil }
        let parts = text.split(whereSeparator: { $0.isWhitespace || "\"'`;|&()[],".contains($0) })
        // What is longer than any command line is prose or data.
        guard parts.count <= 4096 else { return nil }
        let words = parts.map(String.init)
        guard words.contains(where: { $0.hasPrefix("-") || $0.hasPrefix("jdbc:oracle") }) else { return nil }
        for (index, part) in parts.enumerated() {
            guard let found = range(at: index, in: words) else { continue }
            let skipped = words[index].distance(from: words[index].startIndex, to: found.lowerBound)
            let count = words[index].distance(from: found.lowerBound, to: found.upperBound)
            let start = part.index(part.startIndex, offsetBy: skipped)
            return start..<part.index(start, offsetBy: count)
        }
        return nil
    }

    /// Whether a word looks like a password behind a short option although nothing around it says so.
    ///
    /// It is taken out of what is shown, and is no finding.
    static func mayBe(_ word: String) -> Bool {
        guard word.utf8.count >= 8, let option = word.dropFirst().first, word.hasPrefix("-"), "pPuk".contains(option)
        else { return false }
        let value = word.dropFirst(2)
        return !value.hasPrefix("@") && !value.contains("=") && !value.contains("${") && !value.contains("://")
            && value.contains { $0.isNumber } && value.contains { "!#$%&*+@^~?<>|;".contains($0) }
    }

    private static func glued(_ word: String, _ words: [String]) -> Range<String.Index>? {
        guard word.hasPrefix("-p") || word.hasPrefix("-P"), word.utf8.count >= 5 else { return nil }
        let value = word.dropFirst(2)
        guard isPassword(value), !value.hasPrefix("=") else { return nil }
        let hasUser = words.contains { $0.hasPrefix("-u") && $0.utf8.count > 3 && !$0.hasPrefix("-un") }
        guard hasUser || words.contains(where: { client in clients.contains { client.holds($0) } && client != word })
        else { return nil }
        // `-port`, `-profile`, `-pretty`: long options with one dash are all letters.
        guard hasUser || value.contains(where: { !$0.isLetter && $0 != "-" }) || !words.contains(where: isRunner) else {
            return nil
        }
        return value.startIndex..<value.endIndex
    }

    /// Programs that start other programs and have long options with one dash.
    private static func isRunner(_ word: String) -> Bool {
        ["java", "go", "npx", "uvx", "terraform"].contains(word.split(separator: "/").last.map(String.init) ?? word)
    }

    private static func takesWord(_ option: String, _ before: ArraySlice<String>) -> Bool {
        guard option.utf8.count == 2 else { return false }
        if option == "-p", before.contains(where: { $0.hasPrefix("jdbc:") }) { return true }
        return before.contains { word in
            separate[word.split(separator: "/").last.map(String.init) ?? word]?.contains(option) == true
        }
    }

    private static func isPassword(_ value: Substring) -> Bool {
        let text = String(value)
        guard text.utf8.count >= 3, !SecretScanner.isReference(text), !isPlaceholder(text.lowercased()) else {
            return false
        }
        // Ports as `docker run -p8080:80` and `psql -p5432` write them, and files.
        let last = text.split(separator: ":").last ?? ""
        let port = last.split(separator: "/").first ?? last
        return !(port.allSatisfy(\.isNumber) && text.allSatisfy { $0.isNumber || "./:-tcpud".contains($0) })
            && !(text.contains(":") && port.allSatisfy(\.isNumber) && text.hasPrefix("localhost"))
            && !text.hasPrefix("/") && !text.hasPrefix("./")
    }

    private static func isPlaceholder(_ text: String) -> Bool {
        ["your", "placeholder", "changeme", "xxx", "***", "redacted", "<pass", "..."].contains(where: text.holds)
    }

    /// `jdbc:oracle:thin:user/password@host`.
    private static func oracle(_ word: String) -> Range<String.Index>? {
        guard word.hasPrefix("jdbc:oracle:"), let at = word.lastIndex(of: "@"),
            let slash = word[..<at].firstIndex(of: "/"), word.index(after: slash) < at
        else { return nil }
        let range = word.index(after: slash)..<at
        return isPassword(word[range]) ? range : nil
    }
}
