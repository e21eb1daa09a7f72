internal import Compliance
internal import Documents

/// The rights that a Helm chart of kagent gives to its controller, as far as they stand in plain YAML.
///
/// The controller makes the agents and their accounts; what it may do bounds what anybody can make an agent do.
struct ChartRights {
    /// The folder of the chart.
    let folder: FilePath
    let roles: [ChartRoles]

    /// The charts among refused files that hold rules and speak of kagent.
    static func find(in files: [SourceFile]) -> [ChartRights] {
        let templates = files.filter { file in
            file.refusal != nil && file.lines.contains { $0.contains("kagent.dev") || $0.contains("\"kagent.") }
        }
        let groups = Dictionary(grouping: templates.map(ChartRoles.init)) { folder(of: $0.file.path) }
        return groups.sorted { $0.key < $1.key }.map { ChartRights(folder: $0, roles: $1) }
            .filter { $0.roles.contains { !$0.rules.isEmpty } }
    }

    /// The folder above `templates`.
    private static func folder(of path: FilePath) -> FilePath {
        let parts = path.folder.components
        return parts.lastIndex(of: "templates").map { FilePath(Array(parts[..<$0])) } ?? path.folder
    }

    /// The files of the chart in which rules stand.
    var files: [String] { roles.filter { !$0.rules.isEmpty }.map(\.file.place) }

    private var id: AgentID { AgentID("kagent@\(folder.text)#controller") }

    /// What was not read of its files.
    private static let left =
        "is a template, of which the rules of roles are read that stand in plain YAML, and nothing else: render the chart "
        + "(`helm template`) and assess the result"

    /// Records the rules; what the actions of the templates insert stays not seen.
    func record(into recorder: inout Recorder) {
        for (index, role) in roles.enumerated() {
            var scribe = Scribe(id, role.file, for: recorder)
            scribe.declare(product: "kagent controller", plans: false)
            scribe.cover([.permission, .credential], .partial, because: "\(role.file.place) \(Self.left)")
            if !role.rules.isEmpty {
                let place = role.file.refusal?.position
                recorder.readInPart(role.file, because: Diagnostic(.syntax, Self.left, at: place))
            }
            if index == roles.firstIndex(where: isBroad) { recordAccount(role, &scribe) }
            for (place, rule) in role.rules.enumerated() { record(rule, place, of: role, &scribe) }
            recorder.merge(scribe.recorder)
        }
    }

    private func isBroad(_ role: ChartRoles) -> Bool {
        role.kind?.text == "ClusterRole" && role.rules.contains { RoleRule($0.node).breadth == "any" }
    }

    private func recordAccount(_ role: ChartRoles, _ scribe: inout Scribe) {
        guard let kind = role.kind else { return }
        scribe.add(
            .credential, line: Position(line: kind.line, column: 1), "#/\(kind.text)",
            [
                "holder": "the controller", "name": "service account", "kind": "token", "storage": "federated",
                "detector": "service-account", "principal": "the account of the chart", "scope_breadth": "broad",
            ])
    }

    private func record(_ rule: ChartRoles.Rule, _ place: Int, of role: ChartRoles, _ scribe: inout Scribe) {
        let found = RoleRule(rule.node)
        guard !found.verbs.isEmpty else { return }
        let name = rule.name.isEmpty ? role.file.path.name : rule.name
        let words = "\(role.kind?.text ?? "Role") \(name): \(found.text)"
        scribe.add(
            .permission, at: rule.node, "#/rules/\(place)",
            [
                "actor": "main", "effect": "allow", "capability": .text(found.capability),
                "target": .text(found.resources.joined(separator: ",")), "breadth": .text(found.breadth),
                "hazard": .text(found.hazard),
                "rule": .text(rule.isConditional ? "\(words) (rendered under a condition)" : words),
                "level": "project", "effective": true,
            ])
    }
}
