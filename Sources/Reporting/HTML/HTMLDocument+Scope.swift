internal import Compliance

extension HTMLDocument {
    private static let keptFiles = 200

    /// Writes what was read, what was not, and what could not be seen.
    func scope() {
        let artifacts = ArtifactRecord.all(in: assessment.evidence)
        let counts = Dictionary(artifacts.map { ($0.status, 1) }, uniquingKeysWith: +)
        html.element("ul", ["class": "tiles"]) {
            tile(artifacts.count, artifacts.count == 1 ? "file found" : "files found", nil)
            for status in ["read", "refused", "unsupported", "excluded"] {
                let count = counts[status] ?? 0
                tile(count, status, count > 0 && status != "read" && status != "excluded" ? "warn" : nil)
            }
            tile(assessment.agents.count, assessment.agents.count == 1 ? "agent" : "agents", nil)
        }
        if let refused = counts["refused"] {
            html.element("p", ["class": "note"]) {
                html.inline("strong", text: "\(refused) \(refused == 1 ? "file" : "files") could not be read.")
                html.write(
                    " What \(refused == 1 ? "it" : "they") would show counts as unknown, and no verdict is better for it."
                )
            }
        }
        let unread = artifacts.filter { $0.status != "read" }
        table("Files that were not read", ["File", "Status", "Why"], unread.prefix(Self.keptFiles)) {
            [coded($0.path), plain($0.status), plain($0.reason ?? "")]
        }
        if unread.count > Self.keptFiles {
            paragraph("And \(unread.count - Self.keptFiles) more files that were not read, see assessment.json.")
        }
        agents()
        unseen()
        faults()
    }

    private func tile(_ count: Int, _ words: String, _ look: String?) {
        html.element("li", ["class": look]) {
            html.inline("b", text: String(count))
            html.write(" \(words)")
        }
    }

    private func agents() {
        html.element("h3", text: "Agents")
        if assessment.agents.isEmpty {
            html.element("p", ["class": "note"]) {
                html.inline("strong", text: "No agent was found.")
                html.write(" Nothing was assessed: every framework item below is open.")
            }
        }
        sayWhatIsLeftOut()
        table("Agents", ["Agent", "Product", "Kind", "Owner", "Purpose", "Sub-agents"], kept) { summary in
            [
                { agent(summary.id) }, plain(summary.product), plain(summary.kind),
                plain(summary.owner ?? "not declared"), plain(summary.purpose ?? "not declared"),
                { joined(summary.subAgents.map(coded)) },
            ]
        }
    }

    private func unseen() {
        guard !assessment.agents.isEmpty else { return }
        html.element("h3", text: "What could not be seen")
        let groups = UnseenTables.of(kept)
        paragraph(
            groups.isEmpty
                ? "Every evidence table was seen in full for the agents shown."
                : "A check that needs one of these tables cannot pass for the agent; it stays undetermined unless a row "
                    + "that was seen fails it.")
        table("Evidence tables that were not seen in full", ["Evidence tables", "Agents", "Why not"], groups) { group in
            let isAll = group.agents.count == kept.count && kept.count > 1
            return [
                { joined(group.tables.map { coded($0.rawValue) }) },
                isAll ? plain("all") : { joined(group.agents.map { id in { agent(id) } }) }, plain(group.reason),
            ]
        }
    }

    private func faults() {
        guard !assessment.evidence.faults.isEmpty else { return }
        html.element("h3", text: "Faults of collectors")
        paragraph("These are defects of the program: the rows were dropped. Please report them.")
        list(assessment.evidence.faults.prefix(Self.keptFiles).map(plain))
    }
}
