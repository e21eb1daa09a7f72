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
        var option = key
        for element in node.elements {
            gather(element, key: option, into: &found)
            let text = element.string ?? ""
            option = text.hasPrefix("-") && !text.contains("=") && !text.contains(" ") ? text : key
        }
        guard var text = node.string else { return }
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
