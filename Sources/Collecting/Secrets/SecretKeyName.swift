/// What the name of a variable, header or field says about its value.
enum SecretKeyName: Hashable, Sendable {
    /// A name like `DB_PASSWORD`: whatever stands there is a secret.
    case password
    /// A name like `CLIENT_SECRET` or `ACCESS_TOKEN`.
    case token
    /// A name like `API_KEY`.
    case key
    /// A name like `SORT_KEY`: a secret only when the value looks like one.
    case maybe
    /// A name of something else.
    case other

    /// Reads a name; its last word decides, so that `TOKEN_FILE`, `MAX_TOKENS` and `apiKeyHelper` are no secrets.
    init(_ name: String) {
        var words = SecretKeyName.words(of: name)
        while let last = words.last, words.count > 1, Self.tails.contains(last) || last.utf8.allSatisfy(\.isDigit) {
            words.removeLast()
        }
        let before = words.dropLast().last ?? ""
        switch words.last ?? "" {
        case "password", "passwd", "pwd", "passphrase", "pass", "dbpassword": self = .password
        case "secret", "secretkey", "clientsecret", "token", "accesstoken", "authtoken", "apitoken", "pat", "bearer",
            "authorization", "credential", "credentials", "jwt", "cookie":
            self = .token
        case "auth", "session", "signature", "sig": self = .maybe
        case "apikey", "accesskey", "privatekey", "accountkey", "sharedaccesskey": self = .key
        case "key": self = Self.keyOwners.contains(before) ? .key : Self.harmlessKeys.contains(before) ? .other : .maybe
        default: self = .other
        }
    }

    /// `credential.kind` for a value that this name carries.
    var kind: String {
        switch self {
        case .password: "password"
        case .key, .maybe: "api-key"
        case .token, .other: "token"
        }
    }

    /// Whether the name alone says that a secret is meant.
    var isSecret: Bool { self == .password || self == .token || self == .key }

    private static let tails: Set<String> = ["value", "base64", "b64", "prod", "dev", "staging", "live"]
    private static let keyOwners: Set<String> = [
        "api", "access", "secret", "private", "auth", "service", "account", "subscription", "signing", "encryption",
        "master", "client", "role", "admin", "license", "x", "shared", "app", "project", "storage", "functions",
    ]
    private static let harmlessKeys: Set<String> = [
        "public", "publishable", "primary", "foreign", "sort", "cache", "partition",
    ]

    /// The words of a name in lower case: `x-apiKey` gives `x`, `api`, `key`.
    static func words(of name: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        let bytes = Array(name.utf8)
        func close() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
        }
        for (index, byte) in bytes.enumerated() {
            guard byte.isAlphanumeric else {
                close()
                continue
            }
            if byte.isUppercase, index > 0, bytes[index - 1].isLowercase || bytes[index - 1].isDigit { close() }
            word.append(byte.isUppercase ? byte + 32 : byte)
        }
        close()
        return words
    }
}
