/// An issuer of tokens that can be recognised by how they begin.
struct SecretIssuer {
    /// Name of the rule, for example `github-token`.
    let name: String
    /// How the tokens begin.
    let prefix: String
    /// Characters that follow at least.
    let least: Int
    /// Kind in the words of the `credential` table.
    let kind: String

    /// All issuers, the more exact prefix first.
    static let all: [SecretIssuer] = [
        SecretIssuer(name: "anthropic-key", prefix: "sk-ant-", least: 20, kind: "api-key"),
        SecretIssuer(name: "openai-key", prefix: "sk-proj-", least: 20, kind: "api-key"),
        SecretIssuer(name: "openrouter-key", prefix: "sk-or-", least: 20, kind: "api-key"),
        SecretIssuer(name: "stripe-key", prefix: "sk_live_", least: 16, kind: "api-key"),
        SecretIssuer(name: "stripe-key", prefix: "rk_live_", least: 16, kind: "api-key"),
        SecretIssuer(name: "secret-key", prefix: "sk-", least: 24, kind: "api-key"),
        SecretIssuer(name: "github-token", prefix: "ghp_", least: 30, kind: "token"),
        SecretIssuer(name: "github-token", prefix: "gho_", least: 30, kind: "token"),
        SecretIssuer(name: "github-token", prefix: "ghs_", least: 30, kind: "token"),
        SecretIssuer(name: "github-token", prefix: "ghu_", least: 30, kind: "token"),
        SecretIssuer(name: "github-token", prefix: "github_pat_", least: 30, kind: "token"),
        SecretIssuer(name: "gitlab-token", prefix: "glpat-", least: 16, kind: "token"),
        SecretIssuer(name: "slack-token", prefix: "xoxb-", least: 20, kind: "token"),
        SecretIssuer(name: "slack-token", prefix: "xoxp-", least: 20, kind: "token"),
        SecretIssuer(name: "slack-token", prefix: "xapp-", least: 20, kind: "token"),
        SecretIssuer(name: "aws-access-key", prefix: "AKIA", least: 16, kind: "cloud-key"),
        SecretIssuer(name: "aws-access-key", prefix: "ASIA", least: 16, kind: "cloud-key"),
        SecretIssuer(name: "google-api-key", prefix: "AIza", least: 30, kind: "api-key"),
        SecretIssuer(name: "google-oauth-token", prefix: "ya29.", least: 20, kind: "token"),
        SecretIssuer(name: "huggingface-token", prefix: "hf_", least: 24, kind: "token"),
        SecretIssuer(name: "npm-token", prefix: "npm_", least: 30, kind: "token"),
        SecretIssuer(name: "pypi-token", prefix: "pypi-", least: 40, kind: "token"),
        SecretIssuer(name: "notion-token", prefix: "ntn_", least: 30, kind: "token"),
        SecretIssuer(name: "linear-key", prefix: "lin_api_", least: 20, kind: "api-key"),
        SecretIssuer(name: "sendgrid-key", prefix: "SG.", least: 40, kind: "api-key"),
        SecretIssuer(name: "perplexity-key", prefix: "pplx-", least: 24, kind: "api-key"),
        SecretIssuer(name: "groq-key", prefix: "gsk_", least: 24, kind: "api-key"),
        SecretIssuer(name: "xai-key", prefix: "xai-", least: 24, kind: "api-key"),
        SecretIssuer(name: "private-key", prefix: "-----BEGIN ", least: 10, kind: "private-key"),
        SecretIssuer(name: "jwt", prefix: "eyJ", least: 40, kind: "token"),
    ]

    /// The prefixes by their first byte.
    private static let byFirstByte: [[[UInt8]]] = {
        var table = [[[UInt8]]](repeating: [], count: 256)
        for issuer in all {
            let prefix = Array(issuer.prefix.utf8)
            table[Int(prefix[0])].append(prefix)
        }
        return table
    }()

    /// Whether bytes begin like a token of any issuer.
    static func begins(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = bytes.first else { return false }
        return byFirstByte[Int(first)].contains { bytes.starts(with: $0) }
    }
}
