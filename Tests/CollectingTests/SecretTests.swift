import Compliance
import Testing

@testable import Collecting

@Suite struct SecretTests {
    @Test(arguments: [
        ("GITHUB_TOKEN", MadeUp.github, "token"), ("X", MadeUp.github, "token"), ("X", MadeUp.anthropic, "api-key"),
        ("X", MadeUp.openAI, "api-key"), ("X", MadeUp.aws, "cloud-key"), ("X", MadeUp.google, "api-key"),
        ("X", MadeUp.slack, "token"), ("X", MadeUp.stripe, "api-key"), ("X", MadeUp.npm, "token"),
        ("X", MadeUp.huggingFace, "token"), ("X", MadeUp.jwt, "token"), ("X", MadeUp.pem, "private-key"),
        ("Authorization", "Bearer " + MadeUp.plain, "token"), ("SERVICE_API_KEY", MadeUp.plain, "api-key"),
        ("DATABASE_URL", "postgres://app:" + MadeUp.password + "@db.shop.test/app", "connection-string"),
        ("DB_PASSWORD", MadeUp.password, "password"), ("DB_PASSWORD", MadeUp.passphrase, "password"),
        ("url", "https://mcp.shop.test/sse?api_key=" + MadeUp.plain, "token"),
    ])
    func isFound(key: String, value: String, kind: String) throws {
        let found = try #require(SecretScanner.detect(key: key, value: value))
        #expect(found.kind == kind)
        #expect(!Redaction.redact(value, key: key).contains(value[found.range]))
    }

    @Test(arguments: [
        ("API_KEY", "${API_KEY}"), ("API_KEY", "$API_KEY"), ("API_KEY", "${env:API_KEY}"), ("API_KEY", "${input:key}"),
        ("API_KEY", "{env:API_KEY}"), ("API_KEY", "%API_KEY%"), ("API_KEY", "<YOUR_KEY>"),
        ("API_KEY", "YOUR_API_KEY_HERE"),
        ("API_KEY", "xxxxxxxxxxxxxxxx"), ("API_KEY", "changeme"), ("API_KEY", ""), ("API_KEY", "placeholder-key-1"),
        ("Authorization", "Bearer ${TOKEN}"), ("TOKEN_FILE", "/run/secrets/token1"), ("KEY_PATH", "./keys/agent1.pem"),
        ("MAX_TOKENS", "64000"), ("url", "https://mcp.shop.test/sse?page=2"), ("name", "task-management-server-2"),
        ("sha", "sha256:9f2c1e7d4b6a8053c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738"),
        ("id", "3f2a91c0-4d5e-4f60-8a7b-9c0d1e2f3a4b"), ("DATABASE_URL", "postgres://app:${DB_PASSWORD}@db/app"),
        ("DB_PASSWORD", "${DB_PASSWORD}"), ("PASSWORD", "true"),
        ("pwd", "allow"), ("pwd", "ask"), ("PASSWORD", "default"), ("password", "Deny"), ("pwd", "hunter"),
    ])
    func isNotFound(key: String, value: String) {
        let found = SecretScanner.detect(key: key, value: value)
        #expect(found == nil, "\(key)=\(value) taken for \(found?.name ?? "")")
    }

    @Test(arguments: [
        ("MYSQL_ROOT_PASSWORD", "root", "guessable"), ("ADMIN_PASSWORD", "Admin", "guessable"),
        ("X", "DB_PASSWORD=password", "guessable"), ("DB_PASSWORD", MadeUp.passphrase, "named-password"),
    ])
    func passwordsThatEverybodyTriesAreNamedSo(key: String, value: String, name: String) {
        #expect(SecretScanner.detect(key: key, value: value)?.name == name)
    }

    @Test(arguments: [("password", "root"), ("pwd", "test"), ("PASSWORD", "password-file"), ("NAME", "admin")])
    func wordsBesideAreNone(key: String, value: String) {
        #expect(SecretScanner.detect(key: key, value: value)?.name != "guessable")
    }

    /// A short secret is hidden where it was found; elsewhere the same letters are another word.
    @Test func aShortSecretHidesNoWordElsewhere() throws {
        let evidence = try Workspace([
            "opencode.json": """
            {
              "permission": { "bash": { "pwd": "allow", "stone1 *": "allow", "*": "ask" } },
              "mcp": {
                "db": { "type": "local", "command": ["serve"], "environment": { "DB_PASSWORD": "stone1" } }
              }
            }
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.credential].map { $0["name"].text } == ["DB_PASSWORD"])
        #expect(evidence[.permission].contains { $0["target"] == "stone1 *" && $0["line"] == 2 })
        #expect(evidence.excerpts["opencode.json"]?[2]?.contains("\"pwd\": \"allow\", \"stone1 *\"") == true)
        #expect(evidence.excerpts["opencode.json"]?[4]?.contains("stone1") == false)
        #expect(!evidence[.setting].contains { $0["line"] == 4 && $0["value"].text?.contains("stone1") == true })
    }
}
