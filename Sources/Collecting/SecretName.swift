/// Names that speak of a secret: `GITHUB_TOKEN`, `x-api-key`, `Authorization`.
enum SecretName {
    private static let words = [
        "apikey", "token", "secret", "password", "passwd", "credential", "privatekey", "accesskey", "authorization",
        "authkey", "sessionkey",
    ].map { Array($0.utf8) }
    private static let endings = ["key", "pat", "pwd"].map { Array($0.utf8) }
    /// Beginnings and endings of names that hold a secret's word and speak of something else.
    private static let others = [
        "tokens", "maxtoken", "tokenlimit", "tokenizer", "publickey", "tokencount", "tokenbudget", "url", "path",
        "file", "endpoint", "helper", "expiry", "ttl",
    ].map { Array($0.utf8) }

    /// Whether a name speaks of a secret.
    static func isSecret(_ key: some StringProtocol) -> Bool {
        let name = letters(of: key)
        guard words.contains(where: { holds(name, $0) }) || endings.contains(where: { ends(name, $0) }) else {
            return false
        }
        return !others.contains { ends(name, $0) || name.starts(with: $0) }
    }

    /// Whether a name is that of a password, which need not look random.
    static func isPassword(_ key: String) -> Bool {
        // All of these end with one of two letters, and most names do not.
        guard let last = key.utf8.last, "dDeE".utf8.contains(last) else { return false }
        let name = key.lowercased()
        return ["password", "passwd", "pwd", "passphrase"].contains(where: name.hasSuffix)
    }

    /// The letters and digits of a name in lower case.
    private static func letters(of key: some StringProtocol) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(key.utf8.count)
        for byte in key.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
            case 0x80...: return Array(key.lowercased().filter { $0.isLetter || $0.isNumber }.utf8)
            default: break
            }
        }
        return letters
    }

    private static func holds(_ name: [UInt8], _ word: [UInt8]) -> Bool {
        guard name.count >= word.count else { return false }
        for start in 0...(name.count - word.count) where name[start] == word[0] {
            if name[start...].starts(with: word) { return true }
        }
        return false
    }

    private static func ends(_ name: [UInt8], _ word: [UInt8]) -> Bool {
        name.count >= word.count && name[(name.count - word.count)...].elementsEqual(word)
    }
}
