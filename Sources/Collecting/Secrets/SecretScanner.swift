/// Finds secrets in configuration values: by the shape providers give them, and by the name of what carries them.
enum SecretScanner {
    /// The first secret in a value, knowing the key that carries it; nil when there is none.
    static func detect(key: String, value: String) -> SecretDetection? {
        guard value.utf8.count >= 4 else { return nil }
        if let shaped = SecretShapes(value).first { return shaped }
        return named(SecretKeyName(key), value)
    }

    /// All secrets in a text whose shape, or the `name=value` that they stand in, gives them away.
    static func detections(in text: String) -> [SecretDetection] {
        guard text.utf8.count >= 8 else { return [] }
        return SecretShapes(text).all
    }

    /// A value that is a secret because of its name.
    private static func named(_ name: SecretKeyName, _ value: String) -> SecretDetection? {
        guard name != .other, isPlausible(value, for: name) else { return nil }
        return SecretDetection(name: "named-\(name.kind)", kind: name.kind, range: value.startIndex..<value.endIndex)
    }

    /// Whether a literal value under such a name is a secret, not a placeholder, path, address or plain word.
    static func isPlausible(_ value: some StringProtocol, for name: SecretKeyName) -> Bool {
        if Placeholder.matches(value) || Reference.first(in: String(value)) != nil || isPath(value) { return false }
        if value.contains("://") || value.hasPrefix("sha256:") || value.hasPrefix("arn:") { return false }
        let bytes = value.utf8
        switch name {
        case .other: return false
        case .password: return bytes.count >= 4
        case .token, .key, .maybe:
            guard bytes.count >= (name == .maybe ? 16 : 8), !bytes.contains(UInt8(ascii: " ")) else { return false }
            let digits = bytes.contains(where: \.isDigit)
            let letters = bytes.contains(where: \.isLetter)
            guard letters else { return false }
            if name == .maybe { return digits && value.entropy >= 3.2 }
            if digits { return value.entropy >= 2.3 }
            return bytes.count >= 16 && value.entropy >= 3.3 && !isWords(value)
        }
    }

    /// Words joined by separators, or the name of a variable: `GITHUB_TOKEN`, `local-dev-token`.
    private static func isWords(_ value: some StringProtocol) -> Bool {
        let parts = value.split { $0 == "-" || $0 == "_" || $0 == "." || $0 == "/" || $0 == ":" }
        return parts.count > 1
            && parts.allSatisfy { part in
                part.utf8.count <= 14
                    && (part.utf8.allSatisfy(\.isLowercase) || part.utf8.allSatisfy(\.isUppercase)
                        || part.utf8.dropFirst().allSatisfy(\.isLowercase))
            }
    }

    private static func isPath(_ value: some StringProtocol) -> Bool {
        if value.hasPrefix("~/") || value.hasPrefix("./") || value.hasPrefix("../") { return true }
        if value.utf8.dropFirst().starts(with: ":\\".utf8) { return true }
        guard value.hasPrefix("/") else { return false }
        return !value.contains("+") && !value.contains("=")
            && value.split(separator: "/").allSatisfy { $0.utf8.count < 24 }
    }
}
