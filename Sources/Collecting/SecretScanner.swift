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
    private struct Issuer {
        let name: String
        let prefix: String
        let least: Int
        let kind: String
    }

    private static let issuers: [Issuer] = [
        Issuer(name: "anthropic-key", prefix: "sk-ant-", least: 20, kind: "api-key"),
        Issuer(name: "openai-key", prefix: "sk-proj-", least: 20, kind: "api-key"),
        Issuer(name: "openrouter-key", prefix: "sk-or-", least: 20, kind: "api-key"),
        Issuer(name: "stripe-key", prefix: "sk_live_", least: 16, kind: "api-key"),
        Issuer(name: "stripe-key", prefix: "rk_live_", least: 16, kind: "api-key"),
        Issuer(name: "secret-key", prefix: "sk-", least: 24, kind: "api-key"),
        Issuer(name: "github-token", prefix: "ghp_", least: 30, kind: "token"),
        Issuer(name: "github-token", prefix: "gho_", least: 30, kind: "token"),
        Issuer(name: "github-token", prefix: "ghs_", least: 30, kind: "token"),
        Issuer(name: "github-token", prefix: "ghu_", least: 30, kind: "token"),
        Issuer(name: "github-token", prefix: "github_pat_", least: 30, kind: "token"),
        Issuer(name: "gitlab-token", prefix: "glpat-", least: 16, kind: "token"),
        Issuer(name: "slack-token", prefix: "xoxb-", least: 20, kind: "token"),
        Issuer(name: "slack-token", prefix: "xoxp-", least: 20, kind: "token"),
        Issuer(name: "slack-token", prefix: "xapp-", least: 20, kind: "token"),
        Issuer(name: "aws-access-key", prefix: "AKIA", least: 16, kind: "cloud-key"),
        Issuer(name: "aws-access-key", prefix: "ASIA", least: 16, kind: "cloud-key"),
        Issuer(name: "google-api-key", prefix: "AIza", least: 30, kind: "api-key"),
        Issuer(name: "google-oauth-token", prefix: "ya29.", least: 20, kind: "token"),
        Issuer(name: "huggingface-token", prefix: "hf_", least: 24, kind: "token"),
        Issuer(name: "npm-token", prefix: "npm_", least: 30, kind: "token"),
        Issuer(name: "pypi-token", prefix: "pypi-", least: 40, kind: "token"),
        Issuer(name: "notion-token", prefix: "ntn_", least: 30, kind: "token"),
        Issuer(name: "linear-key", prefix: "lin_api_", least: 20, kind: "api-key"),
        Issuer(name: "sendgrid-key", prefix: "SG.", least: 40, kind: "api-key"),
        Issuer(name: "perplexity-key", prefix: "pplx-", least: 24, kind: "api-key"),
        Issuer(name: "groq-key", prefix: "gsk_", least: 24, kind: "api-key"),
        Issuer(name: "xai-key", prefix: "xai-", least: 24, kind: "api-key"),
        Issuer(name: "private-key", prefix: "-----BEGIN ", least: 10, kind: "private-key"),
        Issuer(name: "jwt", prefix: "eyJ", least: 40, kind: "token"),
    ]

    /// The secret in a value, or nil when there is none.
    static func detect(key: String, value: String) -> SecretDetection? {
        guard value.utf8.count >= 4 else { return nil }
        if let found = byIssuer(value) ?? inURL(value) ?? inPath(value, key) ?? byName(key, value) { return found }
        if let given = SecretAssignment.ranges(in: value).first {
            return isCommon(value[given])
                ? SecretDetection(name: "guessable", kind: "password", range: given)
                : SecretDetection(name: "named-secret", kind: "token", range: given)
        }
        return CommandPassword.range(in: value).map {
            SecretDetection(name: "command-password", kind: "password", range: $0)
        }
    }

    /// Whether a literal value is a secret because of its name.
    ///
    /// A password need not look random.
    static func isNamedSecret(_ key: String, _ value: String) -> Bool {
        guard isPasswordName(key) else { return isSecretName(key) && looksRandom(value) }
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

    private static func isPasswordName(_ key: String) -> Bool {
        let name = key.lowercased()
        return ["password", "passwd", "pwd", "passphrase"].contains(where: name.hasSuffix)
    }

    private static func byIssuer(_ value: String) -> SecretDetection? {
        for issuer in issuers where value.holds(issuer.prefix) {
            var rest = value[...]
            while let start = rest.ranges(of: issuer.prefix).first {
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
        guard value.holds("://"), let scheme = value.ranges(of: "://").first else { return nil }
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
        var secret = value[...]
        var name = "named-secret"
        for scheme in ["Bearer ", "bearer ", "Basic ", "basic ", "token ", "Token "] where secret.hasPrefix(scheme) {
            secret = secret.dropFirst(scheme.count)
            name = "authorization-header"
        }
        if isPasswordName(key), isNamedSecret(key, value) {
            return SecretDetection(
                name: isCommon(value[...]) ? "guessable" : "named-password", kind: "password",
                range: value.startIndex..<value.endIndex)
        }
        guard name != "named-secret" || isSecretName(key), looksRandom(String(secret)) else { return nil }
        let isPassword = key.lowercased().contains("passw") || key.lowercased().contains("pwd")
        return SecretDetection(
            name: name, kind: isPassword ? "password" : name == "authorization-header" ? "token" : "api-key",
            range: secret.startIndex..<secret.endIndex)
    }

    /// Whether a name speaks of a secret: `GITHUB_TOKEN`, `x-api-key`, `Authorization`.
    static func isSecretName(_ key: String) -> Bool {
        let name = key.lowercased().filter { $0.isLetter || $0.isNumber }
        let words = [
            "apikey", "token", "secret", "password", "passwd", "credential", "privatekey", "accesskey", "authorization",
            "authkey", "sessionkey",
        ]
        guard
            words.contains(where: name.holds) || name.hasSuffix("key") || name.hasSuffix("pat") || name.hasSuffix("pwd")
        else { return false }
        return ![
            "tokens", "maxtoken", "tokenlimit", "tokenizer", "publickey", "tokencount", "tokenbudget", "url", "path",
            "file", "endpoint", "helper", "expiry", "ttl",
        ]
        .contains { name.hasSuffix($0) || name.hasPrefix($0) }
    }

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
        value.contains("${") || value.contains("{{") || value.hasPrefix("$") || value.contains("{env:")
            || value.contains("$(")
            || (value.hasPrefix("%") && value.hasSuffix("%")) || (value.hasPrefix("<") && value.hasSuffix(">"))
            || value.hasPrefix("op://") || value.hasPrefix("vault:") || value.hasPrefix("env:")
            || value.contains("{file:")
    }

    /// Whether the value only shows where a secret would stand.
    static func isPlaceholder(_ value: String) -> Bool {
        let text = value.lowercased()
        let words = [
            "your", "example", "placeholder", "changeme", "change_me", "change-me", "xxxx", "****", "dummy", "replace",
            "insert",
            "here", "todo", "redacted", "sample", "fake", "test-key", "1234567890", "...",
        ]
        return words.contains(where: text.contains) || Set(text).count <= 3
    }
}
