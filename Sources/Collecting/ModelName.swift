/// What the name of a model says of its version.
enum ModelName {
    /// Whether the name fixes one version: by a date, or for Claude by a number.
    static func isPinned(_ name: String) -> Bool {
        let name = name.lowercased()
        if name.hasSuffix("latest") { return false }
        let parts = name.split { !$0.isNumber && !$0.isLetter }
        let isDated = parts.contains { $0.count == 8 && $0.hasPrefix("20") && $0.allSatisfy(\.isNumber) }
        return isDated || name.contains("claude-") && name.contains(where: \.isNumber) || CodexAgent.isPinned(name)
    }

    /// The provider before the first slash of `provider/model`; nil when the name has none.
    static func provider(_ name: String) -> String? {
        name.contains("/") ? String(name.prefix { $0 != "/" }) : nil
    }
}
