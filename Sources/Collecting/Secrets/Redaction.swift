internal import Documents

/// Takes secrets out of texts before they leave the collector.
enum Redaction {
    /// A text with every secret replaced by `[redacted <detector>]`.
    static func redact(_ text: String) -> String {
        let found = SecretScanner.detections(in: text)
        guard !found.isEmpty else { return text }
        var result = ""
        var place = text.startIndex
        for secret in found {
            result += text[place..<secret.range.lowerBound] + "[redacted \(secret.name)]"
            place = secret.range.upperBound
        }
        return result + text[place...]
    }

    /// A text with the secrets gone that it shows, and those that stand anywhere in its file.
    static func redact(_ line: String, in file: SourceFile) -> String {
        var result = line
        for secret in file.secrets where result.contains(secret.value) {
            result = result.replacing(secret.value, with: "[redacted \(secret.detector)]")
        }
        if result.utf8.contains(UInt8(ascii: "\\")), !file.secrets.isEmpty {
            let plain = unescaped(result)
            // The secret is written with escapes; where it begins and ends in the line cannot be told.
            if file.secrets.contains(where: { plain.contains($0.value) }) { return "[redacted line]" }
        }
        return redact(result)
    }

    /// A value with the secret gone that it is or holds, knowing the key that carries it.
    static func redact(_ value: String, key: String, in file: SourceFile) -> String {
        let redacted = redact(value, in: file)
        guard redacted == value, let secret = SecretScanner.detect(key: key, value: value) else { return redacted }
        return value[..<secret.range.lowerBound] + "[redacted \(secret.name)]" + value[secret.range.upperBound...]
    }

    /// The secrets of a document, longest first; of one over several lines, its lines too.
    static func secrets(of document: Document) -> [FileSecret] {
        var found: Set<FileSecret> = []
        gather(document.root, key: "", into: &found)
        return found.sorted { ($1.value.utf8.count, $0.value) < ($0.value.utf8.count, $1.value) }
    }

    private static func gather(_ node: Node, key: String, into found: inout Set<FileSecret>) {
        for member in node.members { gather(member.value, key: member.key, into: &found) }
        var option = ""
        for element in node.elements {
            gather(element, key: option.isEmpty ? key : option, into: &found)
            option = element.string.flatMap { $0.hasPrefix("--") && !$0.contains("=") ? $0 : nil } ?? ""
        }
        guard let text = node.string else { return }
        var secrets = SecretScanner.detections(in: text)
        if secrets.isEmpty, let named = SecretScanner.detect(key: key, value: text) { secrets = [named] }
        for secret in secrets {
            let value = String(text[secret.range])
            found.insert(FileSecret(value: value, detector: secret.name))
            for line in value.split(separator: "\n") where value.contains("\n") && line.utf8.count >= 16 {
                found.insert(FileSecret(value: String(line), detector: secret.name))
            }
        }
    }

    private static func unescaped(_ line: String) -> String {
        var result = String.UnicodeScalarView()
        var scalars = Array(line.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "\\", let escaped = scalars.popFirst() else {
                result.append(scalar)
                continue
            }
            switch escaped {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "u":
                let digits = String(String.UnicodeScalarView(scalars.prefix(4)))
                scalars = scalars.dropFirst(4)
                if let value = UInt32(digits, radix: 16), let decoded = Unicode.Scalar(value) { result.append(decoded) }
            default: result.append(escaped)
            }
        }
        return String(result)
    }
}

/// A secret that stands in a file, and the rule that recognised it.
struct FileSecret: Hashable, Sendable {
    /// The secret.
    let value: String
    /// The rule.
    let detector: String
}
