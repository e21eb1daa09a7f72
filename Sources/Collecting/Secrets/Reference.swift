/// A value that stands for another one, kept elsewhere.
enum Reference: Hashable, Sendable {
    /// A variable of the environment.
    case environment(String)
    /// Something the product asks its user for.
    case prompt(String)
    /// A file's content.
    case file(String)
    /// An entry of a secret store.
    case vault(String)

    /// `credential.storage` of what is referred to.
    var storage: String {
        switch self {
        case .environment: "environment"
        case .prompt: "prompt"
        case .file: "file"
        case .vault: "vault"
        }
    }

    /// The name that is referred to.
    var name: String {
        switch self {
        case .environment(let name), .prompt(let name), .file(let name), .vault(let name): name
        }
    }

    /// The first reference in a text: `${X}`, `$X`, `${env:X}`, `${input:x}`, `{env:X}`, `{{X}}`, `%X%`, `op://…`.
    static func first(in text: String) -> Reference? {
        for scheme in ["op://", "vault://", "secret://", "keyring://", "aws-sm://", "gcp-sm://"]
        where text.contains(scheme) {
            return .vault(text)
        }
        if let dollar = text.firstIndex(of: "$") {
            let rest = text[text.index(after: dollar)...]
            if rest.first == "{" || rest.first == "(" {
                return named(rest.dropFirst().prefix { $0 != "}" && $0 != ")" })
            }
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            if let first = name.first, !first.isNumber { return .environment(String(name)) }
        }
        if let brace = text.firstIndex(of: "{"), text[brace...].contains("}") {
            return named(text[brace...].drop { $0 == "{" || $0 == " " }.prefix { $0 != "}" })
        }
        if let percent = text.firstIndex(of: "%") {
            let rest = text[text.index(after: percent)...]
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            if name.count > 2, rest.dropFirst(name.count).first == "%" { return .environment(String(name)) }
        }
        return nil
    }

    /// The value that a shell-like reference falls back to: the text after `:-`.
    static func fallback(in text: String) -> Substring? {
        guard let start = text.firstRange(of: "${"), let dash = text[start.upperBound...].firstRange(of: ":-") else {
            return nil
        }
        return text[dash.upperBound...].prefix { $0 != "}" }
    }

    private static func named(_ body: Substring) -> Reference {
        let body = body.prefix { $0 != " " }
        guard let colon = body.firstIndex(of: ":") else { return .environment(String(body)) }
        let name = String(body[body.index(after: colon)...])
        switch body[..<colon] {
        case "input": return .prompt(name)
        case "file": return .file(name)
        case "env", "localEnv": return .environment(name)
        default: return .environment(String(body[..<colon]))
        }
    }
}
