/// A secret in a value: which rule recognised it, and where.
struct SecretDetection {
    /// Name of the rule, for example `github-token`.
    let name: String
    /// Kind in the words of the `credential` table.
    let kind: String
    /// The part of the value that is secret.
    let range: Range<String.Index>
}

/// Recognises secrets by the prefixes of their issuers, by shape, and by what they are called.
///
/// References to the environment and placeholders are not secrets.
enum SecretScanner {
    /// The secret in a value, or nil when there is none.
    static func detect(key: String, value: String) -> SecretDetection? {
        detect(key: key, value: value, signs: SecretSigns(value))
    }

    /// The secret in a value whose bytes were looked through, or nil when there is none.
    static func detect(key: String, value: String, signs: SecretSigns) -> SecretDetection? {
        guard value.utf8.count >= 4 else { return nil }
        if signs.hasIssuer, let found = byIssuer(value) { return found }
        if signs.hasAddress, let found = inURL(value) ?? inPath(value, key) { return found }
        if let found = byName(key, value) { return found }
        if let given = SecretAssignment.first(in: value) {
            return isCommon(value[given])
                ? SecretDetection(name: "guessable", kind: "password", range: given)
                : SecretDetection(name: "named-secret", kind: "token", range: given)
        }
        guard signs.hasOption || value.holds("jdbc:oracle") else { return nil }
        return CommandPassword.range(in: value).map {
            SecretDetection(name: "command-password", kind: "password", range: $0)
        }
    }

    /// Whether a literal value is a secret because of its name.
    ///
    /// A password need not look random.
    static func isNamedSecret(_ key: String, _ value: String) -> Bool {
        guard SecretName.isPassword(key) else { return SecretName.isSecret(key) && looksRandom(value) }
        let text = value.lowercased()
        // `pwd` alone is a command of the shell, and what stands beside it mostly a rule.
        if key.lowercased() == "pwd", !looksRandom(value) { return false }
        // `MYSQL_ROOT_PASSWORD=root` is no placeholder: it is what the server takes.
        if key == key.uppercased(), common.contains(text), value.utf8.count >= 4 { return true }
        return value.utf8.count >= 4 && !isReference(value) && !isPlaceholder(value) && !value.hasPrefix("/")
            && !decisions.contains(text)
    }

    /// Words that settings hold, and no secret is.
    private static let decisions: Set<String> = [
        "true", "false", "null", "none", "prompt", "required", "optional", "password", "allow", "deny", "ask", "always",
        "never", "enabled", "disabled", "default", "auto", "manual",
    ]

    /// Whether a password is one of those that everybody tries first: it keeps nothing closed, and tells nothing.
    private static func isCommon(_ value: Substring) -> Bool { common.contains(value.lowercased()) }

    private static let common: Set<String> = [
        "admin", "administrator", "demo", "elastic", "grafana", "guest", "letmein", "minio", "minioadmin", "mongo",
        "mysql", "n8n", "neo4j", "pass", "passw0rd", "password", "postgres", "qwerty", "rabbitmq", "redis", "root",
        "secret", "test", "user", "welcome", "1234", "12345", "123456", "12345678", "123456789",
    ]

    private static func byIssuer(_ value: String) -> SecretDetection? {
        for issuer in SecretIssuer.all where value.holds(issuer.prefix) {
            var rest = value[...]
            while let start = rest.place(of: issuer.prefix) {
                let isWordStart =
                    start.lowerBound == value.startIndex || !isToken(value[value.index(before: start.lowerBound)])
                let end =
                    issuer.kind == "private-key"
                    ? value.endIndex
                    : value[start.upperBound...].firstIndex { !isToken($0) && $0 != "." } ?? value.endIndex
                let body = value[start.upperBound..<end]
                if isWordStart && body.count >= issuer.least && !isPlaceholder(String(body)) {
                    let range = start.lowerBound..<end
                    if issuer.name != "jwt" || value[range].split(separator: ".").count == 3 {
                        return SecretDetection(name: issuer.name, kind: issuer.kind, range: range)
                    }
                }
                rest = value[start.upperBound...]
            }
        }
        return nil
    }

    private static func isToken(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "_" || character == "-")
    }

    /// A password between scheme and host, or a token in the query.
    private static func inURL(_ value: String) -> SecretDetection? {
        guard let scheme = value.place(of: "://") else { return nil }
        let rest = value[scheme.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && !$0.isWhitespace }
        if let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") {
            let range = value.index(after: colon)..<at
            let password = String(value[range])
            if !password.isEmpty && !isReference(password) && !isPlaceholder(password) {
                return SecretDetection(name: "url-password", kind: "connection-string", range: range)
            }
        }
        guard let query = rest.firstIndex(of: "?") else { return nil }
        for pair in rest[rest.index(after: query)...].split(separator: "&") {
            guard let equals = pair.firstIndex(of: "=") else { continue }
            let secret = pair[pair.index(after: equals)...]
            if isNamedSecret(String(pair[..<equals]), String(secret)) {
                return SecretDetection(name: "url-token", kind: "token", range: secret.startIndex..<secret.endIndex)
            }
        }
        return nil
    }

    /// A token in the path of an address.
    private static func inPath(_ value: String, _ key: String) -> SecretDetection? {
        AddressToken.all(in: value, key: key).first(where: \.isCertain).map {
            SecretDetection(name: "url-path-token", kind: "token", range: $0.range)
        }
    }

    private static func byName(_ key: String, _ value: String) -> SecretDetection? {
        // The schemes begin with these letters, and most values have neither a name nor a scheme.
        guard !key.isEmpty || value.utf8.first.map("bBtT".utf8.contains) ?? false else { return nil }
        var secret = value[...]
        var name = "named-secret"
        for scheme in ["Bearer ", "bearer ", "Basic ", "basic ", "token ", "Token "] where secret.hasPrefix(scheme) {
            secret = secret.dropFirst(scheme.count)
            name = "authorization-header"
        }
        if SecretName.isPassword(key), isNamedSecret(key, value) {
            return SecretDetection(
                name: isCommon(value[...]) ? "guessable" : "named-password", kind: "password",
                range: value.startIndex..<value.endIndex)
        }
        guard name != "named-secret" || SecretName.isSecret(key), looksRandom(String(secret)) else { return nil }
        let isPassword = key.lowercased().contains("passw") || key.lowercased().contains("pwd")
        return SecretDetection(
            name: name, kind: isPassword ? "password" : name == "authorization-header" ? "token" : "api-key",
            range: secret.startIndex..<secret.endIndex)
    }

    /// Whether a name speaks of a secret: `GITHUB_TOKEN`, `x-api-key`, `Authorization`.
    static func isSecretName(_ key: String) -> Bool { SecretName.isSecret(key) }

    private static func looksRandom(_ value: String) -> Bool {
        guard value.utf8.count >= 8, value.utf8.count <= 4096, !isReference(value), !isPlaceholder(value) else {
            return false
        }
        guard !value.contains(where: \.isWhitespace), !value.hasPrefix("/"), !value.hasPrefix("./"),
            !value.hasPrefix("~"),
            !value.hasPrefix("http")
        else { return false }
        let hasDigit = value.contains { $0.isNumber }
        let hasLetter = value.contains { $0.isLetter }
        return Set(value).count >= 6 && hasDigit && hasLetter
    }

    /// Whether the value stands for one that is kept elsewhere.
    static func isReference(_ value: String) -> Bool {
        value.holds("${") || value.holds("{{") || value.hasPrefix("$") || value.holds("{env:") || value.holds("$(")
            || (value.hasPrefix("%") && value.hasSuffix("%")) || (value.hasPrefix("<") && value.hasSuffix(">"))
            || value.hasPrefix("op://") || value.hasPrefix("vault:") || value.hasPrefix("env:")
            || value.holds("{file:")
    }

    /// Whether the value only shows where a secret would stand.
    static func isPlaceholder(_ value: String) -> Bool {
        let text = value.lowercased()
        let words = [
            "your", "example", "placeholder", "changeme", "change_me", "change-me", "xxxx", "****", "dummy", "replace",
            "insert",
            "here", "todo", "redacted", "sample", "fake", "test-key", "1234567890", "...",
        ]
        return words.contains(where: text.holds) || Set(text).count <= 3
    }
}
