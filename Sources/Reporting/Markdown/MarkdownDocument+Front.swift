internal import Compliance

extension MarkdownDocument {
    private static let keptHeaviest = 5
    private static let keptFiles = 200

    /// Writes the title and what identifies the analysis.
    func front() {
        heading(1, "Gap analysis of AI agents")
        let profile = assessment.catalog.tailoring?.profile
        let judged = profile.map { ", profile \(MarkdownText.code($0.id.rawValue)) \(MarkdownText.text($0.title))" }
        let system = assessment.system.map { "System: \(MarkdownText.text($0)). " } ?? ""
        paragraph(
            "\(system)As of \(MarkdownText.text(assessment.at)), by Surety \(MarkdownText.text(assessment.toolVersion))"
                + "\(judged ?? ""). The same evidence, catalog and date give this document byte for byte; their digests "
                + "stand in the annex on files and digests. Where configuration files and statements by people show "
                + "nothing of an item, it is *not assessed*: unknown, neither good nor bad.")
    }

    /// Writes what was looked for where there was nothing to assess.
    func nothing() {
        paragraph("**No agent was found.** \(MarkdownText.text(Outcome.nothing(index)))")
        let files = index.artifacts
        guard !files.isEmpty else { return }
        paragraph("Files that were seen:")
        unread(files)
    }

    /// Writes what the analysis comes to, in words first.
    func result() {
        heading(2, "Result")
        paragraph(MarkdownText.prose(index.coverage.sentences))
        list(outcome.lines(assessment).map { "**\($0.count)** \($0.words)" })
        paragraph("These are things of different kinds, and are not added up. Below they stand one by one.")
        if let history = outcome.history(index) { paragraph(history) }
        heaviest()
        if outcome.asked > 0 {
            paragraph("Beside these: **\(outcome.asked)** \(outcome.questions). An annex lists them.")
        }
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

    private func heaviest() {
        let groups = outcome.heaviest
        guard !groups.isEmpty else { return }
        heading(3, "The heaviest")
        // A list and no table: five columns do not fit a page.
        list(
            groups.prefix(Self.keptHeaviest).map { group in
                let place = group.head.citations.first.map { ", \(shortPlace($0, group.origin))" } ?? ""
                let todo = MarkdownText.spans(group.todo(for: product(of: group.head.agent)))
                let step = group.isLighterAsTemplate ? " (template: a step less than in force)" : ""
                return
                    "**\(group.head.severity.rawValue.capitalizedFirst)**\(step): \(MarkdownText.prose(group.sentence))"
                    + "\(group.moreWords) (\(names(group.agents, limit: 3))\(place)). To do: \(todo)"
            })
        let rest = groups.count - Self.keptHeaviest
        if rest > 0 { paragraph("\(rest) more below.") }
    }

    /// Where something is written, or which file does not set it.
    private func shortPlace(_ citation: Citation, _ origin: CauseGroup.Origin) -> String {
        if origin == .unset { return "not set in \(MarkdownText.code(citation.artifact))" }
        return MarkdownText.code(citation.isOfWhole ? citation.artifact : citation.place)
    }

    private func product(of agent: AgentID) -> String {
        assessment.agents.first { $0.id == agent }?.product ?? ""
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
                [MarkdownText.code($0.path), MarkdownText.text($0.outcome), MarkdownText.prose($0.reason ?? "")]
            })
        if files.count > Self.keptFiles {
            paragraph("And \(files.count - Self.keptFiles) more files, see `assessment.json`.")
        }
    }
}
