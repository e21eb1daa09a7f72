/// A beginning by which a provider marks its secrets, and what must follow it.
struct SecretPrefix: Sendable {
    /// The bytes that may follow.
    enum Alphabet: Sendable {
        case alphanumeric, word, base64, upper, hexadecimal, digits

        func contains(_ byte: UInt8) -> Bool {
            switch self {
            case .alphanumeric: byte.isAlphanumeric
            case .word: byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            case .base64: byte.isAlphanumeric || "+/=_-.".utf8.contains(byte)
            case .upper: byte.isUppercase || byte.isDigit
            case .hexadecimal: byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            case .digits: byte.isDigit
            }
        }
    }

    let text: [UInt8]
    let name: String
    let kind: String
    let alphabet: Alphabet
    /// Fewest bytes after the prefix.
    let length: Int

    private init(_ text: String, _ name: String, _ alphabet: Alphabet, _ length: Int, kind: String = "token") {
        self.text = Array(text.utf8)
        self.name = name
        self.kind = kind
        self.alphabet = alphabet
        self.length = length
    }

    /// The prefixes by their first byte; of two that match, the longer stands first.
    static let byFirstByte: [UInt8: [SecretPrefix]] = Dictionary(grouping: all, by: { $0.text.first ?? 0 })
        .mapValues { $0.sorted { $0.text.count > $1.text.count } }

    private static let all: [SecretPrefix] = modelProviders + forges + clouds + services

    private static let modelProviders: [SecretPrefix] = [
        SecretPrefix("sk-ant-", "anthropic-key", .word, 20, kind: "api-key"),
        SecretPrefix("sk-proj-", "openai-key", .word, 20, kind: "api-key"),
        SecretPrefix("sk-svcacct-", "openai-key", .word, 20, kind: "api-key"),
        SecretPrefix("sk-admin-", "openai-key", .word, 20, kind: "api-key"),
        SecretPrefix("sk-or-", "openrouter-key", .word, 30, kind: "api-key"),
        SecretPrefix("sk-lf-", "langfuse-key", .word, 30, kind: "api-key"),
        SecretPrefix("sk-", "openai-key", .alphanumeric, 32, kind: "api-key"),
        SecretPrefix("gsk_", "groq-key", .alphanumeric, 40, kind: "api-key"),
        SecretPrefix("xai-", "xai-key", .alphanumeric, 60, kind: "api-key"),
        SecretPrefix("pplx-", "perplexity-key", .alphanumeric, 40, kind: "api-key"),
        SecretPrefix("r8_", "replicate-token", .alphanumeric, 30),
        SecretPrefix("hf_", "huggingface-token", .alphanumeric, 30),
        SecretPrefix("tvly-", "tavily-key", .word, 20, kind: "api-key"),
        SecretPrefix("fc-", "firecrawl-key", .hexadecimal, 32, kind: "api-key"),
        SecretPrefix("lsv2_pt_", "langsmith-key", .word, 30, kind: "api-key"),
        SecretPrefix("lsv2_sk_", "langsmith-key", .word, 30, kind: "api-key"),
        SecretPrefix("pcsk_", "pinecone-key", .word, 40, kind: "api-key"),
        SecretPrefix("ctx7sk-", "context7-key", .word, 20, kind: "api-key"),
    ]

    private static let forges: [SecretPrefix] = [
        SecretPrefix("ghp_", "github-token", .alphanumeric, 30),
        SecretPrefix("gho_", "github-token", .alphanumeric, 30),
        SecretPrefix("ghu_", "github-token", .alphanumeric, 30),
        SecretPrefix("ghs_", "github-token", .alphanumeric, 30),
        SecretPrefix("ghr_", "github-token", .alphanumeric, 30),
        SecretPrefix("github_pat_", "github-token", .word, 40),
        SecretPrefix("glpat-", "gitlab-token", .word, 20),
        SecretPrefix("npm_", "npm-token", .alphanumeric, 30),
        SecretPrefix("pypi-", "pypi-token", .word, 50),
        SecretPrefix("dckr_pat_", "docker-token", .word, 20),
        SecretPrefix("ATATT3", "atlassian-token", .base64, 60),
        SecretPrefix("lin_api_", "linear-key", .alphanumeric, 32, kind: "api-key"),
        SecretPrefix("figd_", "figma-token", .word, 30),
        SecretPrefix("PMAK-", "postman-key", .word, 30, kind: "api-key"),
    ]

    private static let clouds: [SecretPrefix] = [
        SecretPrefix("AKIA", "aws-access-key", .upper, 16, kind: "cloud-key"),
        SecretPrefix("ASIA", "aws-access-key", .upper, 16, kind: "cloud-key"),
        SecretPrefix("AIza", "google-api-key", .word, 35, kind: "api-key"),
        SecretPrefix("GOCSPX-", "google-oauth-secret", .word, 24),
        SecretPrefix("ya29.", "google-oauth-token", .word, 30),
        SecretPrefix("dop_v1_", "digitalocean-token", .hexadecimal, 60),
        SecretPrefix("dapi", "databricks-token", .hexadecimal, 32),
        SecretPrefix("hvs.", "vault-token", .word, 24),
        SecretPrefix("sbp_", "supabase-token", .hexadecimal, 36),
        SecretPrefix("sb_secret_", "supabase-key", .word, 20, kind: "api-key"),
        SecretPrefix("AGE-SECRET-KEY-1", "age-key", .upper, 50, kind: "private-key"),
    ]

    private static let services: [SecretPrefix] = [
        SecretPrefix("xoxb-", "slack-token", .word, 16),
        SecretPrefix("xoxp-", "slack-token", .word, 16),
        SecretPrefix("xoxa-", "slack-token", .word, 16),
        SecretPrefix("xoxr-", "slack-token", .word, 16),
        SecretPrefix("xoxs-", "slack-token", .word, 16),
        SecretPrefix("xoxe-", "slack-token", .word, 16),
        SecretPrefix("xapp-", "slack-token", .word, 20),
        SecretPrefix("hooks.slack.com/services/", "slack-webhook", .base64, 24),
        SecretPrefix("sk_live_", "stripe-key", .alphanumeric, 16, kind: "api-key"),
        SecretPrefix("sk_test_", "stripe-key", .alphanumeric, 16, kind: "api-key"),
        SecretPrefix("rk_live_", "stripe-key", .alphanumeric, 16, kind: "api-key"),
        SecretPrefix("rk_test_", "stripe-key", .alphanumeric, 16, kind: "api-key"),
        SecretPrefix("whsec_", "stripe-webhook-secret", .base64, 24),
        SecretPrefix("SG.", "sendgrid-key", .base64, 40, kind: "api-key"),
        SecretPrefix("shpat_", "shopify-token", .hexadecimal, 32),
        SecretPrefix("ntn_", "notion-token", .alphanumeric, 40),
        SecretPrefix("secret_", "notion-token", .alphanumeric, 40),
        SecretPrefix("apify_api_", "apify-token", .alphanumeric, 30),
        SecretPrefix("smp_", "smithery-token", .word, 30),
    ]
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isUppercase: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    var isLowercase: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    var isLetter: Bool { isUppercase || isLowercase }
    var isAlphanumeric: Bool { isLetter || isDigit }
}
