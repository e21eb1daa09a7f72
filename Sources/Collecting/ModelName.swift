/// What the name of a model says of its version.
enum ModelName {
    /// Whether a name is that of one version: it ends in a date, a version number or a digest.
    ///
    /// `gpt-4o-2024-08-06`, `claude-sonnet-4-5-20250929`, `gpt-4-0613`, `amazon.nova-lite-v1:0` are; `gpt-4o`, `latest`
    /// and a bare family are not.
    static func isPinned(_ name: String) -> Bool {
        let name = name.lowercased()
        if name.hasSuffix("latest") { return false }
        if name.contains("@sha256:") { return true }
        if name.contains("claude-"), name.contains(where: \.isNumber) { return true }
        let tail = name.split(separator: "/").last ?? ""
        let parts = tail.split(whereSeparator: { "-@".contains($0) }).map(String.init)
        guard let last = parts.last else { return false }
        if parts.contains(where: { $0.count == 8 && $0.hasPrefix("20") && $0.allSatisfy(\.isNumber) }) { return true }
        if last.allSatisfy(\.isNumber) { return last.count >= 3 || isDate(parts) }
        // Amazon Bedrock: `-v1:0`.
        let version = last.split(separator: ":")
        return version.count == 2 && version[0].hasPrefix("v") && version[0].dropFirst().allSatisfy(\.isNumber)
            && version[1].allSatisfy(\.isNumber)
    }

    private static func isDate(_ parts: [String]) -> Bool {
        let date = parts.suffix(3)
        return date.count == 3 && date.allSatisfy { $0.allSatisfy(\.isNumber) } && date.first?.count == 4
    }

    /// The provider before the first stroke, as LiteLLM writes it: `anthropic/claude-…`.
    static func provider(_ name: String) -> String? {
        let parts = name.split(separator: "/", maxSplits: 1)
        return parts.count == 2 ? String(parts[0]) : nil
    }
}
