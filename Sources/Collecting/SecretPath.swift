/// Files that hold secrets, by where they lie.
enum SecretPath {
    private static let parts = [
        ".ssh", ".aws", ".gnupg", ".kube", ".azure", ".netrc", "_netrc", ".npmrc", ".pypirc", ".git-credentials",
        "id_rsa",
        "id_ed25519", ".docker/config.json", ".config/gcloud", ".config/gh", "keychain", "credentials", "secrets",
        ".pem",
        ".p12", ".pfx", ".kdbx", ".keystore", "/etc/shadow", "proc/self/environ",
    ]

    /// Whether a path or pattern names a file with secrets, or everything below a home folder or the root.
    static func isSecret(_ path: String) -> Bool {
        let path = path.lowercased()
        if ["~/**", "//**", "~/*", "~", "$home", "$home/**", "//"].contains(path) { return true }
        if path.hasSuffix(".key") { return true }
        let names = path.split(separator: "/")
        if names.contains(where: { $0 == ".env" || $0 == ".envrc" || $0.hasPrefix(".env.") || $0.hasPrefix(".env*") }) {
            // `.env.example` is written to be shared.
            return ![".example", ".sample", ".template", ".dist"].contains(where: path.hasSuffix)
        }
        return parts.contains { path.holds($0) }
    }
}
