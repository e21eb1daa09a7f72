internal import Compliance

/// What the name of a model says of its version.
enum ModelName {
    /// Whether a name is that of one version, for the column `model.pinned`; null where no name is written.
    ///
    /// What the product then chooses is not in the file.
    static func pinned(_ name: String?) -> Value {
        guard let name, !name.isEmpty, !SecretScanner.isReference(name) else { return .null }
        return .boolean(isPinned(name))
    }

    /// Whether a name is that of one version: it ends in a date, a version number or a digest.
    ///
    /// `gpt-4o-2024-08-06`, `claude-sonnet-4-5-20250929`, `gpt-4-0613`, `amazon.nova-lite-v1:0` are; `gpt-4o`, `latest`
    /// and a bare family are not.
    static func isPinned(_ name: String) -> Bool {
        let name = name.lowercased()
        if name.hasSuffix("latest") { return false }
        if name.contains("@sha256:") { return true }
        let tail = name.split(separator: "/").last.map(String.init) ?? ""
        let parts = tail.split(whereSeparator: { "-@".contains($0) }).map(String.init)
        guard let last = parts.last else { return false }
        if parts.contains(where: { $0.count == 8 && $0.hasPrefix("20") && $0.allSatisfy(\.isNumber) }) { return true }
        // Amazon Bedrock: `-v1:0`.
        let version = last.split(separator: ":")
        if version.count == 2, version[0].hasPrefix("v"), version[0].dropFirst().allSatisfy(\.isNumber),
            version[1].allSatisfy(\.isNumber)
        {
            return true
        }
        if let claude = tail.ranges(of: "claude-").first { return isClaudeVersion(tail[claude.upperBound...]) }
        if last.allSatisfy(\.isNumber) { return last.count >= 3 || isDate(parts) }
        return namesWeights(tail)
    }

    /// From Claude 4.6 on a name without a date is one version; of earlier models such a name is an alias.
    ///
    /// <https://platform.claude.com/docs/en/about-claude/models/model-ids-and-versions>
    private static func isClaudeVersion(_ name: Substring) -> Bool {
        let name = name.prefix { $0 != "[" && $0 != ":" && $0 != "@" }
        let numbers = name.split { !$0.isNumber }.compactMap { Int($0) }
        guard let major = numbers.first else { return false }
        return major > 4 || major == 4 && numbers.count > 1 && (6..<100).contains(numbers[1])
    }

    /// A tag that names size and quantization is that of one file of weights: `qwen3:14b-q6_k`.
    private static func namesWeights(_ name: String) -> Bool {
        guard let tag = name.split(separator: ":").dropFirst().last else { return false }
        return tag.split { "-_".contains($0) }.contains { part in
            ["f16", "fp16", "bf16", "f32"].contains(part)
                || part.hasPrefix("q") && part.count == 2 && part.last?.isNumber == true
        }
    }

    /// A date; Google writes that of a preview without the year: `gemini-2.5-pro-preview-03-25`.
    private static func isDate(_ parts: [String]) -> Bool {
        guard parts.count >= 3 else { return false }
        let date = parts.suffix(3).map(\.self)
        guard date[1...].allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }) else { return false }
        if ["preview", "exp"].contains(date[0]) { return true }
        return date[0].count == 4 && date[0].allSatisfy(\.isNumber)
    }

    /// The number of parameters in billions that a name gives, for the column `model.parameters_billion`.
    ///
    /// Of a mixture of experts, `30b-a3b`, it is all of them.
    static func size(_ name: String?) -> Value {
        let words = (name ?? "").lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
        let sizes = words.compactMap { word -> Double? in
            guard word.hasSuffix("b"), word.first?.isNumber == true else { return nil }
            return Double(word.dropLast())
        }
        return sizes.max().map(Value.real) ?? .null
    }

    /// The provider before the first stroke, as LiteLLM writes it: `anthropic/claude-…`.
    static func provider(_ name: String) -> String? {
        let parts = name.split(separator: "/", maxSplits: 1)
        return parts.count == 2 ? String(parts[0]) : nil
    }
}
