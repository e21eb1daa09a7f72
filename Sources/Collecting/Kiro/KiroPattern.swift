/// A regular expression over a whole command line, as both products match it.
///
/// <https://github.com/aws/amazon-q-developer-cli/blob/main/docs/built-in-tools.md#execute_bash-tool>: it is anchored at
/// both ends and sees the line as it is, `;` and `&&` included.
struct KiroPattern {
    /// The expression with a star for whatever it leaves open.
    let wildcard: String
    /// Whether some part of it matches any text, and with it another command.
    let isOpen: Bool

    private let alternatives: [String]

    init(_ expression: String) {
        let found = Self.expanded(expression).map(Self.read)
        alternatives = found.map(\.wildcard)
        isOpen = found.contains(where: \.isOpen)
        wildcard = found.count == 1 ? alternatives[0] : Self.read(expression).wildcard
    }

    /// The expressions that a group such as `(test|run lint)` stands for.
    private static func expanded(_ expression: String, level: Int = 0) -> [String] {
        guard level < 4, let open = expression.firstIndex(of: "("), !expression[..<open].hasSuffix("\\"),
            let close = expression[open...].firstIndex(of: ")")
        else { return [expression] }
        var body = expression[expression.index(after: open)..<close]
        if body.hasPrefix("?:") { body = body.dropFirst(2) }
        let rest = expression[expression.index(after: close)...]
        if body.contains("(") || body.contains("\\") || rest.first.map({ "*+?{".contains($0) }) == true {
            return [expression]
        }
        let start = String(expression[..<open])
        return body.split(separator: "|", omittingEmptySubsequences: false).flatMap { part in
            expanded(start + String(part) + String(rest), level: level + 1)
        }
    }

    private static func read(_ expression: String) -> (wildcard: String, isOpen: Bool) {
        var result = ""
        var isOpen = false
        var rest = expression[...]
        while let character = rest.popFirst() {
            switch character {
            case "\\":
                let next = rest.popFirst()
                let isClass = next.map { "wWdDsSbB".contains($0) } ?? false
                if next == "s" { result.append(" ") } else if isClass { result.append("*") }
                if !isClass, let next { result.append(next) }
            case ".":
                if let next = rest.first, "*+".contains(next) { isOpen = true }
                result.append("*")
            case "[":
                // A class that leaves out characters takes separators of commands too, unless it names them.
                let body = rest.prefix { $0 != "]" }
                if body.hasPrefix("^"), !body.contains(";") || !body.contains("&") { isOpen = true }
                rest = rest[body.endIndex...].dropFirst()
                result.append("*")
            case "*", "+", "?", "(", ")", "|", "{", "}":
                if character == "|" { result.append("*") }
                if result.last != "*", "*+?({".contains(character) { result.append("*") }
            case "^", "$": break
            default: result.append(character)
            }
        }
        while result.contains("**") { result = result.replacing("**", with: "*") }
        return (result, isOpen)
    }

    /// Whether the command it names is harmless, and only its open end lets another one follow.
    var isChain: Bool {
        isOpen && alternatives.allSatisfy { ShellHazard.of($0) < .arbitraryCode && $0 != "*" }
    }

    /// The worst that it lets through.
    var hazard: String {
        isOpen ? "arbitrary-code" : (alternatives.map { ShellHazard.of($0) }.max() ?? .none).rawValue
    }
}
