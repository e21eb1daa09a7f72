internal import Compliance

extension MarkdownDocument {
    private static let keptFiles = 200

    /// Writes the title and what identifies the analysis.
    func front() {
        heading(1, "Gap analysis of AI agents")
        let profile = assessment.catalog.tailoring?.profile
        list(
            [
                "Assessed for: \(MarkdownText.text(assessment.at))",
                "Tool: Surety \(MarkdownText.text(assessment.toolVersion))",
                "Catalog: \(MarkdownText.code("sha256:" + assessment.catalog.digest))",
                "Evidence: \(MarkdownText.code("sha256:" + assessment.evidenceDigest))",
            ]
                + (assessment.system.map { ["System: \(MarkdownText.text($0))"] } ?? [])
                + (profile.map { profile in
                    [
                        "Profile: \(MarkdownText.code(profile.id.rawValue)) \(MarkdownText.text(profile.title)), "
                            + MarkdownText.code("sha256:" + profile.digest)
                    ]
                } ?? []))
        paragraph(
            "The same evidence, catalog and date give this document byte for byte. It says what configuration files and "
                + "self-reported statements show of each framework item. Where they show nothing it says *not assessed*: "
                + "that is unknown, neither good nor bad.")
    }

    /// Writes what was read, what was not, and what could not be seen.
    func scope() {
        heading(2, "Scope and coverage")
        profile()
        let artifacts = ArtifactRecord.all(in: assessment.evidence)
        let counts = Dictionary(artifacts.map { ($0.status, 1) }, uniquingKeysWith: +)
        let parts = ["read", "refused", "unsupported", "excluded"].map { "\(counts[$0] ?? 0) \($0)" }
        paragraph("Files found: \(artifacts.count) (\(parts.joined(separator: ", "))).")
        if let refused = counts["refused"] {
            paragraph(
                "**\(refused) \(refused == 1 ? "file" : "files") could not be read.** What "
                    + "\(refused == 1 ? "it" : "they") would show counts as unknown, and no verdict is better for it.")
        }
        let unread = artifacts.filter { $0.status != "read" }
        table(
            ["File", "Status", "Why"],
            unread.prefix(Self.keptFiles).map {
                [MarkdownText.code($0.path), MarkdownText.text($0.status), MarkdownText.text($0.reason ?? "")]
            })
        if unread.count > Self.keptFiles {
            paragraph("And \(unread.count - Self.keptFiles) more files that were not read, see `assessment.json`.")
        }
        agents()
        unseen()
        faults()
    }

    private func agents() {
        heading(3, "Agents")
        if assessment.agents.isEmpty {
            paragraph("**No agent was found.** Nothing was assessed: every framework item below is open.")
        }
        sayWhatIsLeftOut()
        table(
            ["Agent", "Product", "Kind", "Owner", "Purpose", "Sub-agents"],
            kept.map { agent in
                [
                    MarkdownText.code(agent.id.rawValue), MarkdownText.text(agent.product),
                    MarkdownText.text(agent.kind),
                    MarkdownText.text(agent.owner ?? "not declared"),
                    MarkdownText.text(agent.purpose ?? "not declared"),
                    agent.subAgents.map(MarkdownText.code).joined(separator: ", "),
                ]
            })
    }

    private func unseen() {
        guard !assessment.agents.isEmpty else { return }
        heading(3, "What could not be seen")
        let rows = UnseenTables.of(kept).map { group in
            let isAll = group.agents.count == kept.count && kept.count > 1
            return [
                group.tables.map { MarkdownText.code($0.rawValue) }.joined(separator: ", "),
                isAll ? "all" : group.agents.map { MarkdownText.code($0.rawValue) }.joined(separator: ", "),
                MarkdownText.text(group.reason),
            ]
        }
        paragraph(
            rows.isEmpty
                ? "Every evidence table was seen in full for the agents shown."
                : "A check that needs one of these tables cannot pass for the agent; it stays undetermined unless a row "
                    + "that was seen fails it.")
        table(["Evidence tables", "Agents", "Why not"], rows)
    }

    private func faults() {
        guard !assessment.evidence.faults.isEmpty else { return }
        heading(3, "Faults of collectors")
        paragraph("These are defects of the program: the rows were dropped. Please report them.")
        list(assessment.evidence.faults.prefix(Self.keptFiles).map(MarkdownText.text))
    }
}
