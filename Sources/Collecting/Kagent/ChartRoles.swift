internal import Documents

/// The rules of roles that a Helm template writes in plain YAML.
///
/// A template is a program, and what its actions insert is not known before it is rendered. A list of rules without actions in it
/// says the same whatever the values are. <https://helm.sh/docs/chart_template_guide/named_templates/>
struct ChartRoles {
    /// A rule that stands whole in the file.
    struct Rule {
        let node: Node
        /// The named template or the file that it stands in.
        let name: String
        /// Whether an action decides if it is rendered.
        let isConditional: Bool
    }

    /// A template holds a few roles; more is no template.
    private static let most = 64

    let file: SourceFile
    /// The rules, in the order of the file.
    private(set) var rules: [Rule] = []

    init(_ file: SourceFile) {
        self.file = file
        let lines = ChartLine.read(file.lines)
        var index = 0
        var lists = 0
        while index < lines.count, lists < Self.most {
            guard let depth = lines[index].beginOfRules else {
                index += 1
                continue
            }
            let end = lines[index...].firstIndex { !$0.continuesRules(from: depth) } ?? lines.count
            rules += Self.rules(lines, index..<end, depth)
            lists += 1
            index = end
        }
    }

    /// The line that names the kind of the role, `ClusterRole` before `Role`.
    var kind: (text: String, line: Int)? {
        for kind in ["ClusterRole", "Role"] {
            let found = file.lines.firstIndex { $0.drop { $0 == " " } == "kind: \(kind)" }
            if let found { return (kind, found + 1) }
        }
        return nil
    }

    private static func rules(_ lines: [ChartLine], _ range: Range<Int>, _ depth: Int) -> [Rule] {
        // Lines before keep their number.
        let before = String(repeating: "\n", count: range.lowerBound)
        let text = before + lines[range].map(\.text).joined(separator: "\n") + "\n"
        guard let root = try? Document(Array(text.utf8), as: .yaml).root, root.isArray else { return [] }
        let whole = isCut(lines, range, depth) ? root.elements.dropLast() : root.elements[...]
        let first = lines[range.lowerBound]
        return whole.filter(\.isObject).map { node in
            Rule(node: node, name: first.template ?? "", isConditional: first.isConditional)
        }
    }

    /// Whether an action goes on with the last rule: it inserts text there, or the rule's next key stands behind it.
    private static func isCut(_ lines: [ChartLine], _ range: Range<Int>, _ depth: Int) -> Bool {
        if lines[range].last(where: { !$0.isBlank })?.text.hasSuffix(":") == true { return true }
        for line in lines[range.upperBound...] {
            if line.isBlank { continue }
            if !line.isAction { return line.depth > depth }
            if line.hasText && line.depth > depth { return true }
        }
        return false
    }
}
