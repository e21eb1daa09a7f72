/// Finds the tokens that stand in the paths of addresses: `https://mcp.zapier.com/api/mcp/s/<token>/mcp`.
///
/// Whoever has such an address may call the server. What only may be a token is not reported, and not shown either.
enum AddressToken {
    /// A part of a path that is, or may be, a token.
    struct Found {
        let range: Range<String.Index>
        /// Whether it is taken for a token, not only hidden.
        let isCertain: Bool
    }

    /// Hosts that hand out addresses as credentials, with the part of the path that the token follows.
    ///
    /// <https://help.zapier.com/hc/en-us/articles/36265392843917>, <https://docs.composio.dev>,
    /// <https://api.slack.com/messaging/webhooks>
    private static let bearers: [(host: String, marker: String)] = [
        ("router.mcp.so", "sse"), ("router.mcp.so", "mcp"), ("mcp.zapier.com", "s"), ("mcp.composio.dev", "*"),
        ("mcp.pipedream.net", "*"), ("hooks.slack.com", "*"), ("mcp.make.com", "u"),
    ]
    /// Hosts whose long hexadecimal parts are commits, digests and the like.
    private static let code = [
        "github.com", "githubusercontent.com", "gitlab.com", "bitbucket.org", "jsdelivr.net", "huggingface.co",
        "githack.com", "statically.io",
    ]
    /// Parts of a path that name what follows: a commit, a digest.
    private static let markers: Set<String> = ["commit", "commits", "blob", "blobs", "tree", "raw", "sha256", "rev"]
    /// Keys of addresses that are public by their nature.
    private static let publicKeys: Set<String> = [
        "$schema", "schema", "$ref", "$id", "homepage", "homepage_url", "repository", "documentation", "license",
    ]

    /// Every part of a path that may be a token, in order.
    static func all(in text: String, key: String = "") -> [Found] {
        guard text.holds("://") || text.holds(":\\/\\/") else { return [] }
        let isAlone = !text.hasWhitespace && !publicKeys.contains(key.lowercased())
        var found: [Found] = []
        // Written in JSON, a slash may be escaped.
        for scheme in ["://", ":\\/\\/"] {
            var rest = text[...]
            while let start = rest.place(of: scheme) {
                let address = text[start.upperBound...].prefix { !ends($0) }
                let isWhole = isAlone && address.endIndex == text.endIndex && isScheme(text[..<start.lowerBound])
                found += tokens(of: address, isWhole: isWhole)
                rest = text[start.upperBound...]
            }
        }
        return found
    }

    /// Whether nothing but a scheme, or an option and a scheme, stands before an address.
    private static func isScheme(_ text: Substring) -> Bool {
        let scheme = text.split(separator: "=", maxSplits: 1).last ?? text
        return scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "+") }
    }

    private static func ends(_ character: Character) -> Bool {
        character.isWhitespace || "\"'`<>()[]|,;".contains(character)
    }

    private static func tokens(of address: Substring, isWhole: Bool) -> [Found] {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        guard let authority = parts.first else { return [] }
        let place = authority.split(separator: "@").last ?? authority
        let host = place.prefix { $0 != ":" }.lowercased()
        let marker = bearers.filter { $0.host == host }.map(\.marker)
        var previous: Substring = ""
        var found: [Found] = []
        for part in parts.dropFirst() {
            let word = String(part)
            let before = previous
            previous = part
            let follows = !marker.isEmpty && (marker.contains(before.lowercased()) || marker.contains("*"))
            if follows, isHandedOut(word) {
                found.append(Found(range: part.startIndex..<part.endIndex, isCertain: true))
            } else if isIdentifier(word) {
                found.append(Found(range: part.startIndex..<part.endIndex, isCertain: false))
            } else if let likelihood = likelihood(of: word), !isCommit(word, of: host, after: before) {
                found.append(
                    Found(range: part.startIndex..<part.endIndex, isCertain: isWhole && likelihood == .high))
            }
        }
        return found
    }

    /// A part that a service gave out behind its marker; words have no digits.
    private static func isHandedOut(_ word: String) -> Bool {
        guard word.utf8.count >= 8, !SecretScanner.isReference(word), !isStandIn(word) else { return false }
        return word.contains(where: \.isNumber) || likelihood(of: word) != nil
    }

    private static func isStandIn(_ word: String) -> Bool {
        word.utf8.contains(where: "{<$*:[".utf8.contains) || SecretScanner.isPlaceholder(word)
    }

    private static func isCommit(_ word: String, of host: String, after previous: Substring) -> Bool {
        word.allSatisfy(\.isHexDigit)
            && (markers.contains(previous.lowercased()) || code.contains { host == $0 || host.hasSuffix("." + $0) })
    }

    /// A UUID, which may name a project as well as open one.
    static func isIdentifier(_ word: String) -> Bool {
        guard word.utf8.count >= 36 else { return false }
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
            && !SecretScanner.isPlaceholder(word)
    }

    /// How likely it is that nobody wrote a word.
    enum Likelihood { case some, high }

    /// Likely are 32 hexadecimal digits, and twenty characters that change their kind often; nil for what people write.
    static func likelihood(of word: String) -> Likelihood? {
        var text = word[...]
        while text.hasSuffix("=") { text = text.dropLast() }
        while text.hasSuffix("%3D") || text.hasSuffix("%3d") { text = text.dropLast(3) }
        let count = text.utf8.count
        guard count >= 20, count <= 4096, !isStandIn(String(text)) else { return nil }
        guard text.utf8.allSatisfy({ kind($0) != .other }), text.contains(where: \.isLetter) else { return nil }
        if count >= 32, text.allSatisfy(\.isHexDigit), text.contains(where: \.isNumber) { return .high }
        return mixture(of: text)
    }

    private enum Kind { case lower, upper, digit, mark, other }

    private static func kind(_ byte: UInt8) -> Kind {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"): .mark
        default: .other
        }
    }

    /// Words, versions and dates hold together between their hyphens; a token does not.
    ///
    /// A digit inside a word, and a capital behind a small letter or another capital, are rare in what people write.
    private static func mixture(of text: Substring) -> Likelihood? {
        var (length, mixed, digits, capitals) = (0, 0, 0, 0)
        for part in text.split(whereSeparator: { "-_~".contains($0) }) {
            let kinds = part.utf8.map { kind($0) }
            let pairs = Array(zip(kinds, kinds.dropFirst()))
            let steps = pairs.count { ($0.0 == .digit) != ($0.1 == .digit) }
            let heads = pairs.count { $0.1 == .upper && $0.0 != .digit }
            length += kinds.count
            digits += steps
            capitals += heads
            let isShort = kinds.count <= 4
            if steps + heads >= 2 || isShort && steps + heads >= 1 { mixed += kinds.count }
        }
        guard mixed * 2 >= length else { return nil }
        let isHigh = digits >= 3 && (digits + capitals) * 5 >= length || capitals >= 6 && capitals * 3 >= length
        return isHigh ? .high : digits >= 2 || capitals * 4 >= length ? .some : nil
    }
}
