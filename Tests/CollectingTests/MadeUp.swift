/// Secrets that no one holds, put together at run time so that no scanner takes this repository's files for leaks.
enum MadeUp {
    private static let body = "q7Rt2Lw9Xk4Zb8Nv3Hd6Fs1Jm5Pc0Gy"

    static func letters(_ count: Int) -> String { String(String(repeating: body, count: 4).prefix(count)) }

    static let github = "gh" + "p_" + letters(36)
    static let anthropic = "sk-" + "ant-api03-" + letters(40)
    static let openAI = "sk-" + "proj-" + letters(40)
    static let aws = "AK" + "IA" + "Q7RT2LW9XK4ZB8NV"
    static let google = "AI" + "za" + letters(35)
    static let slack = "xo" + "xb-" + "293847561029-" + letters(24)
    static let stripe = "sk_" + "live_" + letters(24)
    static let npm = "np" + "m_" + letters(36)
    static let huggingFace = "h" + "f_" + letters(34)
    static let jwt = "ey" + "J" + letters(20) + ".ey" + "J" + letters(30) + "." + letters(24)
    static let pem =
        "-----BEGIN " + "PRIVATE KEY-----\n" + letters(64) + "\n" + letters(60) + "\n-----END " + "PRIVATE KEY-----"
    static let password = "hunt" + "er2"
    static let passphrase = "correct-horse" + "-battery"
    static let plain = letters(28)
}
