internal import Documents

/// Takes secrets out of text before it becomes evidence.
enum Redaction {
    /// A value without its secret.
    static func redact(_ value: String, key: String = "") -> String {
        var text = value
        var rounds = 0
        while rounds < 16, let found = SecretScanner.detect(key: rounds == 0 ? key : "", value: text) {
            text.replaceSubrange(found.range, with: "[redacted \(found.name)]")
            rounds += 1
        }
        for part in AddressToken.all(in: text).sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            text.replaceSubrange(part.range, with: "[redacted id]")
        }
        return withoutDoubtful(text)
    }

    /// The words of a command line without their secrets.
    static func redact(command words: [String]) -> String {
        words.indices.map { index in
            var word = words[index]
            if let range = CommandPassword.range(at: index, in: words) {
                word.replaceSubrange(range, with: "[redacted password]")
            }
            let previous = index > 0 && words[index - 1].hasPrefix("-") ? words[index - 1] : ""
            return redact(word, key: previous)
        }.joined(separator: " ")
    }

    /// Words that may be passwords although nothing says so: rather too little is shown than a secret.
    private static func withoutDoubtful(_ text: String) -> String {
        guard text.contains("-p") || text.contains("-P") || text.contains("-u") || text.contains("-k") else {
            return text
        }
        var text = text
        let words = text.split(whereSeparator: { $0.isWhitespace || "\"',".contains($0) }).map(String.init)
        for word in words where CommandPassword.mayBe(word) {
            text = text.replacing(word, with: "\(word.prefix(2))[redacted]")
        }
        return text
    }

    /// Text of a line without any secret that it shows, or that its file holds there.
    static func redact(_ line: String, in file: SourceFile, at number: Int?) -> String {
        var text = line
        let secrets = file.secrets.hidden(at: number)
        for secret in secrets where text.holds(secret) {
            text = text.replacing(secret, with: "[redacted]")
        }
        // Written with escapes, a secret begins and ends where nobody can tell.
        if text.utf8.contains(UInt8(ascii: "\\")) {
            let plain = unescaped(text)
            if secrets.contains(where: plain.contains) { return "[redacted line]" }
        }
        return redact(text)
    }

    /// The secrets in the values of a tree.
    static func secrets(in root: Node) -> FileSecrets {
        var found = FileSecrets()
        gather(root, key: "", into: &found)
        return found
    }

    private static func gather(_ node: Node, key: String, into found: inout FileSecrets) {
        for member in node.members {
            gather(member.value, key: member.key, into: &found)
            // `{name: API_KEY, value: …}` and `api_key: {value: …}`: what the value is, its neighbours say.
            guard member.key == "value", member.value.string != nil else { continue }
            gather(member.value, key: node["name"]?.string ?? key, into: &found)
        }
        gather(command: node, into: &found)
        var option = key
        for element in node.elements {
            gather(element, key: option, into: &found)
            let text = element.string ?? ""
            option = text.hasPrefix("-") && !text.contains("=") && !text.contains(" ") ? text : key
        }
        guard var text = node.string else { return }
        if text.hasPrefix(salted) { found.add(text) }
        var rounds = 0
        while rounds < 16, let secret = SecretScanner.detect(key: rounds == 0 ? key : "", value: text) {
            let value = String(text[secret.range])
            found.add(value, line: node.position.line)
            // A key over several lines stands in the file line by line.
            for line in value.split(separator: "\n") where line.utf8.count >= 16 {
                found.add(String(line), line: node.position.line)
            }
            text.replaceSubrange(secret.range, with: "[redacted]")
            rounds += 1
        }
        for part in AddressToken.all(in: text) { found.add(String(text[part.range]), line: node.position.line) }
    }

    /// How ciphertext of `openssl enc` begins, in Base64: `Salted__`.
    ///
    /// Whoever knows the passphrase has the secret, and n8n's example passphrase is public.
    private static let salted = "U2FsdGVkX1"

    /// Passwords behind short options of a list of words, or of a program and its arguments.
    ///
    /// A short one stands in too many other words, so the option goes with it.
    private static func gather(command node: Node, into found: inout FileSecrets) {
        let program = (node["command"] ?? node["cmd"])?.string.map { [$0] } ?? []
        let words = program + (node.isArray ? node : node["args"] ?? node).elements.compactMap(\.string)
        for (index, word) in words.enumerated() {
            guard let range = CommandPassword.range(at: index, in: words) else {
                if CommandPassword.mayBe(word) { found.add(word) }
                continue
            }
            let value = String(word[range])
            found.add(value.utf8.count >= FileSecrets.longEnough ? value : word)
        }
    }

    private static func unescaped(_ line: String) -> String {
        var result = ""
        var rest = Array(line.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let escape = rest.popFirst() else {
                result.unicodeScalars.append(scalar)
                continue
            }
            switch escape {
            case "n": result += "\n"
            case "t": result += "\t"
            case "u":
                let digits = rest.prefix(4).reduce(into: "") { $0.unicodeScalars.append($1) }
                rest = rest.dropFirst(4)
                if let decoded = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
                    result.unicodeScalars.append(decoded)
                }
            default: result.unicodeScalars.append(escape)
            }
        }
        return result
    }
}
