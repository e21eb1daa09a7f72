internal import Compliance

extension MarkdownDocument {
    private static let keptHeaviest = 5
    private static let keptFiles = 200
    private static let lookedFor =
        "Looked for: configuration of coding assistants, editors and desktop clients, MCP servers, agent frameworks, "
        + "workflows that run agents, and agent platforms."

    /// Writes the title and what identifies the analysis.
    func front() {
        heading(1, "Gap analysis of AI agents")
        let profile = assessment.catalog.tailoring?.profile
        let judged = profile.map { ", profile \(MarkdownText.code($0.id.rawValue)) \(MarkdownText.text($0.title))" }
        paragraph(
            "As of \(MarkdownText.text(assessment.at)), by Surety \(MarkdownText.text(assessment.toolVersion))"
                + "\(judged ?? ""). The same evidence, catalog and date give this document byte for byte; their digests "
                + "stand in the annex on files and digests. Where configuration files and self-reported statements show "
                + "nothing of an item, it is *not assessed*: unknown, neither good nor bad.")
    }

    /// Writes what was looked for where there was nothing to assess.
    func nothing() {
        let items = assessment.catalog.frameworks.flatMap { framework in
            index.tallies(of: framework, for: []).map {
                "\(MarkdownText.text(framework.shortName)) (\($0.items) \($0.kind.noun(in: framework)))"
            }
        }
        paragraph(
            "**No agent was found.** \(Self.lookedFor) Nothing was assessed: no item of "
                + "\(Counted.list(items)) is shown, met or exposed.")
        let files = ArtifactRecord.all(in: assessment.evidence)
        guard !files.isEmpty else { return }
        paragraph("Files that were seen:")
        unread(files)
    }

    /// Writes what the analysis comes to, in words first.
    func result() {
        heading(2, "Result")
        paragraph(read + " " + agentsInWords)
        list(outcome.lines(assessment).map { "**\($0.count)** \($0.words)" })
        paragraph("These are things of different kinds, and are not added up. Below they stand one by one.")
        let open = outcome.written.filter { index.waiver(of: $0.head)?.holds != true }
        heaviest(open.isEmpty ? outcome.unset : open, isWritten: !open.isEmpty)
    }

    /// Writes what was shown of each framework, with the unknown beside the known.
    func counts() {
        heading(2, "Counts by framework")
        list(assessment.catalog.frameworks.flatMap(sentences))
    }

    /// What was shown of a framework, over all agents.
    func sentences(for framework: Framework) -> [String] {
        let name = MarkdownText.text(framework.shortName)
        return index.tallies(of: framework, for: assessment.agents.map(\.id)).map {
            "**\(name)**: \(MarkdownText.text($0.sentence(for: framework)))"
        }
    }

    private func heaviest(_ groups: [CauseGroup], isWritten: Bool) {
        guard !groups.isEmpty else { return }
        heading(3, isWritten ? "Heaviest causes" : "Heaviest defaults")
        table(
            ["Severity", "What is open", "Where", "Agents", "What to do"],
            groups.prefix(Self.keptHeaviest).map { group in
                [
                    group.head.severity.rawValue,
                    MarkdownText.prose(isWritten ? group.head.openSentence : group.head.title + ": not set")
                        + group.moreWords,
                    group.place(in: assessment.evidence).map(MarkdownText.code) ?? "",
                    names(group.agents, limit: 3), MarkdownText.prose(group.firstRemedy),
                ]
            })
        let rest = groups.count - Self.keptHeaviest
        if rest > 0 { paragraph("And \(Counted.of(rest, "lighter one")) below.") }
    }

    /// How many files were read, and how many were not.
    private var read: String {
        let files = ArtifactRecord.all(in: assessment.evidence)
        let counts = Dictionary(files.map { ($0.status, 1) }, uniquingKeysWith: +)
        let refused = counts["refused"] ?? 0
        let parts = ["unsupported", "excluded"].compactMap { status in counts[status].map { "\($0) \(status)" } }
        return "Read: \(counts["read"] ?? 0) of \(Counted.of(files.count, "file")) found"
            + (parts.isEmpty ? "." : " (\(parts.joined(separator: ", "))).")
            + (refused > 0 ? " **\(Counted.of(refused, "file")) could not be read.**" : "")
    }

    private var agentsInWords: String {
        let products = Dictionary(grouping: assessment.agents, by: \.product)
        let parts = products.keys.sorted().map { "\(products[$0]?.count ?? 0) \(MarkdownText.text($0))" }
        let free = assessment.autonomy.count { $0.autonomy == .autonomous }
        return "Agents assessed: \(assessment.agents.count) (\(parts.joined(separator: ", "))); "
            + "\(free) of them may act on consequential things without a person."
    }

    /// Agents as code, and how many more there are.
    func names(_ agents: [AgentID], limit: Int) -> String {
        if agents.count > limit, agents.count == assessment.agents.count { return "all \(agents.count)" }
        let shown = agents.prefix(limit).map { MarkdownText.code($0.rawValue) }
        let rest = agents.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    /// Writes the files that were not read, with the reasons.
    func unread(_ files: [ArtifactRecord]) {
        table(
            ["File", "Status", "Why"],
            files.prefix(Self.keptFiles).map {
                [MarkdownText.code($0.path), MarkdownText.text($0.status), MarkdownText.prose($0.reason ?? "")]
            })
        if files.count > Self.keptFiles {
            paragraph("And \(files.count - Self.keptFiles) more files, see `assessment.json`.")
        }
    }
}
