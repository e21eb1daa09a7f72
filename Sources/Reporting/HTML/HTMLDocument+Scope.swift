internal import Compliance

extension HTMLDocument {
    private static let keptFiles = 200

    /// Writes what was read, what was not, and what could not be seen.
    func scope() {
        let artifacts = index.artifacts
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
        unreadFiles(artifacts.filter { $0.outcome != "read" })
        agents()
        identities()
        unseen()
        faults()
        profile()
    }

    /// Writes what registers say of the identities behind the agents, where any was handed over.
    private func identities() {
        guard !assessment.evidence[.identity].isEmpty else { return }
        html.element("h3", text: "Identities")
        list(IdentityInventory(assessment.evidence, at: assessment.at).summary.map(plain))
    }

    /// Writes what was looked for where there was nothing to assess.
    func nothing() {
        html.element("section", ["id": "result", "aria-labelledby": "resulttitle"]) {
            html.element("h2", ["id": "resulttitle"], text: "Result")
            html.element("p", ["class": "note"]) {
                html.inline("strong", text: "No agent was found.")
                html.write(" " + Outcome.nothing(index))
            }
            unreadFiles(index.artifacts)
        }
    }

    private func unreadFiles(_ files: [ArtifactRecord]) {
        table("Files that were seen and not read", ["File", "Status", "Why"], files.prefix(Self.keptFiles)) {
            [coded($0.path), plain($0.outcome), said($0.reason ?? "")]
        }
        if files.count > Self.keptFiles {
            paragraph("And \(files.count - Self.keptFiles) more files, see assessment.json.")
        }
    }

    private func agents() {
        html.element("h3", text: "Agents")
        sayWhatIsLeftOut()
        table("Agents", ["Agent", "Product", "Kind", "Autonomy", "Owner", "Purpose", "Sub-agents"], kept) { summary in
            [
                { agent(summary.id) }, plain(summary.product), plain(summary.kind),
                plain(index.profiles[summary.id]?.autonomy.rawValue ?? "unknown"),
                plain(summary.owner ?? "not declared"), plain(summary.purpose ?? "not declared"),
                { joined(summary.subAgents.map(coded)) },
            ]
        }
    }

    private func unseen() {
        html.element("h3", text: "What could not be seen")
        let groups = UnseenTables.of(kept)
        paragraph(
            groups.isEmpty
                ? "Everything was seen in full for the agents shown."
                : "What was not seen cannot make a check pass: it stays open, unless something that was seen fails it.")
        table("What was not seen in full", ["What", "Why not", "Agents"], groups) { group in
            let isAll = group.agents.count == kept.count && kept.count > 1
            return [
                plain(Counted.list(group.tables.map(\.content))), said(group.words),
                isAll ? plain("all") : { names(group.agents, limit: 6) },
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
