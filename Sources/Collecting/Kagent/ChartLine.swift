/// One line of a Helm template: plain YAML, or with an action in it.
struct ChartLine {
    let text: String
    /// Whether an action stands in it, or it lies inside one.
    let isAction: Bool
    /// Whether it has text beside its actions.
    let hasText: Bool
    /// The named template around it.
    let template: String?
    /// Whether an action around it decides if it is rendered.
    let isConditional: Bool

    /// Number of spaces before its text.
    var depth: Int { text.prefix { $0 == " " }.count }
    var isBlank: Bool {
        let text = text.drop { $0 == " " }
        return text.isEmpty || text.hasPrefix("#")
    }

    /// The depth of a list of rules that begins here.
    var beginOfRules: Int? {
        guard !isAction else { return nil }
        let keys = ["apiGroups", "resources", "verbs", "nonResourceURLs", "resourceNames"]
        let rest = text.drop { $0 == " " }
        let isBegin = keys.contains { key in ["- ", "- { ", "- {"].contains { rest.hasPrefix("\($0)\(key):") } }
        return isBegin ? depth : nil
    }

    /// Whether a list of rules that began at a depth goes on here.
    func continuesRules(from depth: Int) -> Bool {
        guard !isAction, text != "---" else { return false }
        return isBlank || self.depth > depth || self.depth == depth && text.drop { $0 == " " }.hasPrefix("- ")
    }

    /// Reads the lines of a file with the actions that stand around each.
    static func read(_ lines: [String]) -> [ChartLine] {
        var around: [(word: String, name: String?)] = []
        var isInside = false
        return lines.map { text in
            let isAction = isInside || text.contains("{{")
            var left = ""
            var rest = text[...]
            while !rest.isEmpty {
                guard let mark = rest.ranges(of: isInside ? "}}" : "{{").first else {
                    if !isInside { left += rest }
                    break
                }
                if !isInside {
                    left += rest[..<mark.lowerBound]
                    follow(rest[mark.upperBound...], &around)
                }
                isInside.toggle()
                rest = rest[mark.upperBound...]
            }
            return ChartLine(
                text: text, isAction: isAction, hasText: left.contains { $0 != " " },
                template: around.last { $0.word == "define" }?.name,
                isConditional: around.contains { $0.word != "define" })
        }
    }

    /// Opens and closes blocks. <https://helm.sh/docs/chart_template_guide/control_structures/>
    private static func follow(_ action: Substring, _ around: inout [(word: String, name: String?)]) {
        let words = action.drop { $0 == "-" || $0 == " " }.split(maxSplits: 2) { $0 == " " || $0 == "}" }
        switch words.first {
        case "define", "block":
            around.append(("define", words.dropFirst().first.map { $0.filter { $0 != "\"" } }))
        case "if", "with", "range": around.append(("if", nil))
        case "end", "end-": around = Array(around.dropLast())
        default: break
        }
    }
}
