internal import Compliance

extension MarkdownDocument {
    /// Writes what was read, what was not, and what could not be seen.
    func scope() {
        heading(2, "Scope and coverage")
        let artifacts = index.artifacts
        let counts = Dictionary(artifacts.map { ($0.status, 1) }, uniquingKeysWith: +)
        let parts = ["read", "refused", "unsupported", "excluded"].map { "\(counts[$0] ?? 0) \($0)" }
        paragraph("Files found: \(artifacts.count) (\(parts.joined(separator: ", "))).")
        if let refused = counts["refused"] {
            paragraph(
                "**\(Counted.of(refused, "file")) could not be read.** What "
                    + "\(refused == 1 ? "it" : "they") would show counts as unknown, and no verdict is better for it.")
        }
        unread(artifacts.filter { $0.outcome != "read" })
        agents()
        identities()
        unseen()
        faults()
        profile()
    }

    private func agents() {
        heading(3, "Agents")
        sayWhatIsLeftOut()
        table(
            ["Agent", "Product", "Kind", "Autonomy", "Owner", "Purpose", "Sub-agents"],
            kept.map { agent in
                [
                    MarkdownText.code(agent.id.rawValue), MarkdownText.text(agent.product),
                    MarkdownText.text(agent.kind),
                    index.profiles[agent.id]?.autonomy.rawValue ?? "unknown",
                    MarkdownText.text(agent.owner ?? "not declared"),
                    MarkdownText.text(agent.purpose ?? "not declared"),
                    agent.subAgents.map(MarkdownText.code).joined(separator: ", "),
                ]
            })
    }

    /// What registers say of the identities behind the agents, where any was handed over.
    private func identities() {
        guard !assessment.evidence[.identity].isEmpty else { return }
        heading(3, "Identities")
        list(IdentityInventory(assessment.evidence, at: assessment.at).summary.map(MarkdownText.text))
    }

    private func unseen() {
        heading(3, "What could not be seen")
        let groups = UnseenTables.of(kept)
        guard !groups.isEmpty else { return paragraph("Everything was seen in full for the agents shown.") }
        paragraph(
            "What was not seen cannot make a check pass: it stays open, unless something that was seen fails it.")
        list(
            groups.map { group in
                let what = Counted.list(group.tables.map(\.content))
                let who =
                    group.agents.count == kept.count ? "all agents" : names(group.agents, limit: 6)
                return "\(what.prefix(1).uppercased() + what.dropFirst()): \(MarkdownText.prose(group.words)) (\(who))"
            })
    }

    private func faults() {
        guard !assessment.evidence.faults.isEmpty else { return }
        heading(3, "Faults of collectors")
        paragraph("These are defects of the program: the rows were dropped. Please report them.")
        list(assessment.evidence.faults.prefix(200).map(MarkdownText.text))
    }
}
