internal import Documents

/// As whom a credential acts, where the file tells it.
enum Principal {
    private static let secrets = [
        "_SECRET_ACCESS_KEY", "_PRIVATE_KEY", "_ACCESS_TOKEN", "_API_TOKEN", "_API_KEY", "_PASSWORD", "_PASSWD",
        "_PASS",
        "_TOKEN", "_SECRET", "_KEY",
    ]
    private static let identities = [
        "_USERNAME", "_USER", "_EMAIL", "_LOGIN", "_ACCOUNT", "_SERVICE_ACCOUNT", "_CLIENT_ID", "_APP_ID", "_ROLE_ARN",
        "_PROFILE",
    ]

    /// The account that stands beside a secret: `DB_USER` beside `DB_PASSWORD`, `GITHUB_APP_ID` beside its key.
    static func beside(_ name: String, in map: Node) -> String? {
        let upper = name.uppercased()
        guard let ending = secrets.first(where: upper.hasSuffix) else { return nil }
        let prefix = upper.dropLast(ending.count)
        for stem in [prefix, prefix.hasSuffix("_APP") ? prefix.dropLast(4) : prefix] {
            for identity in identities {
                let found = map.members.first { $0.key.uppercased() == stem + identity }
                guard let text = found?.value.string ?? found?.value.integer.map(String.init), isPlain(text) else {
                    continue
                }
                return identity == "_APP_ID" ? "app \(text)" : text
            }
        }
        return nil
    }

    /// The user of an address: `postgres://reporter:…@db.example/x`.
    static func inAddress(_ value: String) -> String? {
        guard let scheme = value.firstRange(of: "://") else { return nil }
        let authority = value[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let at = authority.lastIndex(of: "@") else { return nil }
        let user = String(authority[..<at].prefix { $0 != ":" })
        return isPlain(user) ? user : nil
    }

    /// Whether a text names an account, and is no secret and no reference to one.
    static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count < 200 && !SecretScanner.isReference(text)
            && SecretScanner.detect(key: "", value: text) == nil && !text.contains { $0.isNewline }
    }

    /// Variables that are no secret and choose the identity: a profile, a role, a file with a key.
    static func choice(_ name: String, _ value: String) -> (kind: String, storage: String, principal: String?)? {
        guard isPlain(value) else { return nil }
        switch name {
        case "AWS_PROFILE", "AWS_DEFAULT_PROFILE": return ("cloud-key", "file", value)
        case "AWS_ROLE_ARN": return ("cloud-key", "federated", value)
        case "GOOGLE_IMPERSONATE_SERVICE_ACCOUNT", "CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT":
            return ("cloud-key", "federated", value)
        case "CLOUDSDK_CORE_ACCOUNT": return ("cloud-key", "file", value)
        case "GOOGLE_APPLICATION_CREDENTIALS", "AWS_SHARED_CREDENTIALS_FILE", "KUBECONFIG":
            return ("cloud-key", "file", nil)
        default: return nil
        }
    }
}
