public import Compliance

/// The questions that only a person can answer, as a `statements.yaml` that waits to be filled in.
///
/// An entry that stays empty states nothing; one that is filled in is read like any statement.
public struct Questionnaire {
    private static let width = 110
    private static let fields = [
        "method", "by", "role", "stated_on", "expires_on", "document", "document_sha256",
    ]

    let catalog: Catalog
    let entries: [(agent: AgentID?, control: ControlID)]

    /// What is open in an assessment; when it found no agent, everything that its frameworks ask people.
    public init(_ assessment: Assessment) {
        catalog = assessment.catalog
        guard assessment.agents.isEmpty else {
            entries = assessment.questions.map { ($0.agent, $0.control) }
            return
        }
        let controls = assessment.catalog.frameworks.flatMap(\.controls)
        entries = controls.filter { $0.kind != .group && $0.question != nil }.map { (nil, $0.id) }
    }

    /// How many questions it asks.
    public var count: Int { entries.count }

    /// The file.
    public var yaml: String {
        var text = """
            # Questions that configuration cannot answer. Answer what you can and leave the rest empty; then put the file beside
            # the agents' configuration as statements.yaml. A statement needs claim, method, by, role, stated_on and expires_on:
            #   method: examine when a document shows it, interview when a person says it; dates: YYYY-MM-DD
            #   document: path from this file; document_sha256: what `sha256sum` prints for it
            statements:

            """
        var framework: FrameworkID?
        var agent: AgentID?
        for entry in entries {
            if entry.control.framework != framework || entry.agent != agent {
                framework = entry.control.framework
                agent = entry.agent
                let title = framework.flatMap { catalog.framework($0)?.title } ?? ""
                text +=
                    "\n  # \(([agent?.rawValue].compactMap(\.self) + [title]).map(SafeText.line).joined(separator: ": "))\n"
            }
            text += item(entry.agent, entry.control)
        }
        return entries.isEmpty ? text + "  []\n" : text
    }

    private func item(_ agent: AgentID?, _ id: ControlID) -> String {
        let control = catalog.control(id)
        let asked = TerminalText.wrap(
            SafeText.line("\(id.item) \(control?.title ?? ""): \(control?.demand ?? "")"), to: Self.width)
        var lines = asked.map { "  # \($0)" }
        lines += ["  - claim:", "    control: \(Self.quoted(id.rawValue))"]
        if let agent { lines.append("    agent: \(Self.quoted(agent.rawValue))") }
        return (lines + Self.fields.map { "    \($0):" }).joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        "'\(SafeText.line(text).replacing("'", with: "''"))'"
    }
}
