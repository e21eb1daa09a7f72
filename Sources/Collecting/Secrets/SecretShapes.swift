/// The secrets of a text that can be told by shape: provider prefixes, PEM keys, JWTs, headers, addresses, assignments.
struct SecretShapes {
    private let text: String
    private let bytes: [UInt8]

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    /// The first one.
    var first: SecretDetection? { scan(limit: 1).first }

    /// All of them, in order, none inside another.
    var all: [SecretDetection] { scan(limit: .max) }

    private struct Match {
        let name: String
        let kind: String
        let range: Range<Int>
    }

    private func scan(limit: Int) -> [SecretDetection] {
        var found: [SecretDetection] = []
        var index = 0
        while index < bytes.count, found.count < limit {
            guard let match = match(at: index) else {
                index += 1
                continue
            }
            found.append(SecretDetection(name: match.name, kind: match.kind, range: indices(match.range)))
            index = match.range.upperBound
        }
        return found
    }

    private func match(at index: Int) -> Match? {
        let byte = bytes[index]
        if byte == UInt8(ascii: "-"), let key = pem(index) { return key }
        if byte == UInt8(ascii: ":"), let match = userInfo(index) ?? assignment(index) { return match }
        if byte == UInt8(ascii: "="), let match = assignment(index) { return match }
        if byte == UInt8(ascii: " "), let match = header(index) ?? option(index) { return match }
        if byte.isDigit, isBoundary(index), let match = telegram(index) { return match }
        guard isBoundary(index) else { return nil }
        if byte == UInt8(ascii: "e"), let match = jwt(index) { return match }
        for prefix in SecretPrefix.byFirstByte[byte] ?? [] {
            if let match = provider(prefix, index) { return match }
        }
        return nil
    }

    // A token begins where no letter or digit stands before it; `task-…` holds no `sk-…`.
    private func isBoundary(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = bytes[index - 1]
        if before == UInt8(ascii: "n"), index > 1, bytes[index - 2] == UInt8(ascii: "\\") { return true }
        return !before.isAlphanumeric && before != UInt8(ascii: "_")
    }

    private func provider(_ prefix: SecretPrefix, _ index: Int) -> Match? {
        guard bytes[index...].starts(with: prefix.text) else { return nil }
        let start = index + prefix.text.count
        let end = self.end(from: start, where: prefix.alphabet.contains)
        guard end - start >= prefix.length, isRandom(string(start..<end)) else { return nil }
        if prefix.alphabet == .upper, end - start != 16, prefix.length == 16 { return nil }
        return Match(name: prefix.name, kind: prefix.kind, range: index..<end)
    }

    private func isRandom(_ body: String) -> Bool {
        guard !Placeholder.isMarked(body) else { return false }
        let entropy = body.entropy
        return body.utf8.contains(where: \.isDigit) ? entropy >= 2.5 : entropy >= 3.8
    }

    private func pem(_ index: Int) -> Match? {
        let begin = "-----BEGIN "
        guard bytes[index...].starts(with: begin.utf8) else { return nil }
        let line = string(index..<min(index + 64, bytes.count))
        guard line.contains("PRIVATE KEY-----") || line.contains("PRIVATE KEY BLOCK-----") else { return nil }
        let rest = string(index..<bytes.count)
        let size: Int
        if let close = rest.firstRange(of: "-----END ") {
            let tail = rest[close.upperBound...]
            let after = tail.firstRange(of: "-----")?.upperBound ?? rest.endIndex
            size = rest[..<after].utf8.count
        } else {
            size = rest.utf8.count
        }
        let body = rest.prefix(size).dropFirst(line.firstRange(of: "KEY")?.upperBound == nil ? 0 : begin.count + 16)
        guard body.utf8.count(where: \.isAlphanumeric) > 40, !Placeholder.isMarked(body.prefix(200)) else { return nil }
        return Match(name: "private-key", kind: "private-key", range: index..<(index + size))
    }

    private func jwt(_ index: Int) -> Match? {
        guard bytes[index...].starts(with: "eyJ".utf8) else { return nil }
        let end = self.end(from: index) { SecretPrefix.Alphabet.word.contains($0) || $0 == UInt8(ascii: ".") }
        let parts = bytes[index..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3 || parts.count == 5, parts[0].count >= 12, parts[1].count >= 8 else { return nil }
        guard !Placeholder.isMarked(string(index..<end)) else { return nil }
        return Match(name: "jwt", kind: "token", range: index..<end)
    }

    // Telegram: <bot number>:<35 characters>.
    private func telegram(_ index: Int) -> Match? {
        let colon = end(from: index, where: \.isDigit)
        guard (8...11).contains(colon - index), colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else {
            return nil
        }
        let end = self.end(from: colon + 1, where: SecretPrefix.Alphabet.word.contains)
        guard end - colon == 36, isRandom(string(colon + 1..<end)) else { return nil }
        return Match(name: "telegram-token", kind: "token", range: index..<end)
    }

    // `Bearer …`, `Basic …`, `token …`: the scheme ends at this space.
    private func header(_ space: Int) -> Match? {
        var start = space
        while start > 0, bytes[start - 1].isLetter { start -= 1 }
        let scheme = string(start..<space).lowercased()
        guard scheme == "bearer" || scheme == "basic" || scheme == "token" else { return nil }
        let end = self.end(from: space + 1) { SecretPrefix.Alphabet.base64.contains($0) || $0 == UInt8(ascii: "~") }
        let value = string(space + 1..<end)
        let plausible = SecretScanner.isPlausible(value, for: .token) && value.utf8.count >= 12
        guard plausible, value.utf8.contains(where: \.isDigit) || scheme == "basic" else { return nil }
        return Match(
            name: scheme == "basic" ? "basic-header" : "bearer-header", kind: scheme == "basic" ? "password" : "token",
            range: space + 1..<end)
    }

    // scheme://user:password@host; this is the colon of `://`.
    private func userInfo(_ colon: Int) -> Match? {
        guard bytes[colon...].starts(with: "://".utf8) else { return nil }
        let start = colon + 3
        let end = self.end(from: start) { !"/?# \"'<>\n`".utf8.contains($0) }
        guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) else { return nil }
        guard let separator = bytes[start..<at].firstIndex(of: UInt8(ascii: ":")) else {
            let token = string(start..<at)
            guard token.utf8.count >= 20, SecretScanner.isPlausible(token, for: .token) else { return nil }
            return Match(name: "url-token", kind: "token", range: start..<at)
        }
        let password = string(separator + 1..<at)
        guard password.utf8.count >= 3, !Placeholder.matches(password), Reference.first(in: password) == nil else {
            return nil
        }
        return Match(name: "connection-string", kind: "connection-string", range: separator + 1..<at)
    }

    // name=value, "name": "value": this is the sign between them.
    private func assignment(_ sign: Int) -> Match? {
        var end = sign
        let quoted = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
        while end > 0, quoted(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        var start = end
        while start > 0, SecretPrefix.Alphabet.word.contains(bytes[start - 1]) { start -= 1 }
        let name = SecretKeyName(string(start..<end))
        guard end > start, name != .other, name != .maybe || bytes[sign] == UInt8(ascii: "=") else { return nil }
        var first = sign + 1
        while first < bytes.count, bytes[first] == UInt8(ascii: " ") { first += 1 }
        guard first < bytes.count else { return nil }
        let value: Range<Int>
        if quoted(bytes[first]) || bytes[first] == UInt8(ascii: "\\") {
            let quote = bytes[first] == UInt8(ascii: "\\") ? first + 1 : first
            guard quote < bytes.count else { return nil }
            value = quote + 1..<closing(bytes[quote], from: quote + 1)
        } else {
            value = first..<self.end(from: first) { !" \"'&;,)}]\n\\`".utf8.contains($0) }
        }
        guard !value.isEmpty, SecretScanner.isPlausible(string(value), for: name) else { return nil }
        return Match(name: "named-\(name.kind)", kind: name.kind, range: value)
    }

    // --token value: this is the space between them.
    private func option(_ space: Int) -> Match? {
        var start = space
        while start > 0, SecretPrefix.Alphabet.word.contains(bytes[start - 1]) { start -= 1 }
        guard bytes[start..<space].starts(with: "--".utf8) else { return nil }
        let name = SecretKeyName(string(start..<space))
        let end = self.end(from: space + 1) { !" \"'\n,".utf8.contains($0) }
        guard name.isSecret, SecretScanner.isPlausible(string(space + 1..<end), for: name) else { return nil }
        return Match(name: "named-\(name.kind)", kind: name.kind, range: space + 1..<end)
    }

    private func closing(_ quote: UInt8, from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != quote {
            index += bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count && bytes[index + 1] != quote ? 2 : 1
        }
        let end = min(index, bytes.count)
        return end > start && end < bytes.count && bytes[end - 1] == UInt8(ascii: "\\") ? end - 1 : end
    }

    private func end(from start: Int, where accepts: (UInt8) -> Bool) -> Int {
        var end = start
        while end < bytes.count, accepts(bytes[end]) { end += 1 }
        return end
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func indices(_ range: Range<Int>) -> Range<String.Index> {
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        return start..<text.utf8.index(start, offsetBy: range.count)
    }
}
