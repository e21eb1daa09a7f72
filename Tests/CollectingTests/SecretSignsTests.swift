import Testing

@testable import Collecting

@Suite struct SecretSignsTests {
    struct Signs: Equatable {
        var address = false
        var option = false
        var issuer = false
    }

    @Test(
        arguments: [
            ("", Signs()), ("npm run test", Signs()), ("well-known", Signs()), ("a:b", Signs()),
            ("https://a.example", Signs(address: true)), (#"https:\/\/a.example"#, Signs(address: true)),
            ("-p", Signs(option: true)), ("x=-p", Signs(option: true)), ("mysql -uroot", Signs(option: true)),
            ("é-p", Signs(option: true)), ("ghp_x", Signs(issuer: true)), ("\"sk-ant-", Signs(issuer: true)),
            ("xghp_", Signs()), ("-----BEGIN KEY", Signs(option: true, issuer: true)),
            ("eyJ://-", Signs(address: true, option: true, issuer: true)),
        ])
    func theBytesTellWhatCanStandInAText(text: String, expected: Signs) {
        let signs = SecretSigns(text)
        #expect(Signs(address: signs.hasAddress, option: signs.hasOption, issuer: signs.hasIssuer) == expected)
    }

    /// A prefix that is written down and not looked for would let every token of its issuer through.
    @Test func everyIssuerIsRecognisedByItsSigns() {
        for issuer in SecretIssuer.all {
            for text in [issuer.prefix, "x " + issuer.prefix + "abc", "\"\(issuer.prefix)"] {
                #expect(SecretSigns(text).hasIssuer, "\(text)")
            }
        }
    }

    @Test(
        arguments: [
            ("GITHUB_TOKEN", true), ("x-api-key", true), ("Authorization", true), ("pass_word", true), ("DB_PWD", true),
            ("max_tokens", false), ("token-count", false), ("tokenizer", false), ("public_key", false), ("path", false),
            ("name", false), ("", false), ("Clé-token", true), ("to\u{2013}ken", true), ("API\u{212A}EY", true),
        ])
    func namesSpeakOfSecrets(name: String, isSecret: Bool) {
        #expect(SecretName.isSecret(name) == isSecret)
    }

    @Test(
        arguments: [
            ("password: hunter2", "hunter2"), ("run --token 'abc123def4' now", "abc123def4"),
            ("\"api_key\": \"a1b2c3d4e5\",", "a1b2c3d4e5"), ("the token abc123def4", nil),
            ("token = a1b2c3d4e5;x", "a1b2c3d4e5"),
            ("é password=geheim\u{301}x y", "geheim\u{301}x"), ("password=", nil), ("=:=", nil),
        ] as [(String, String?)])
    func aNameGivesItsValueAway(text: String, secret: String?) {
        #expect(SecretAssignment.first(in: text).map { String(text[$0]) } == secret)
    }
}
