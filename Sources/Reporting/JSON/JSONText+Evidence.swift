internal import Compliance

extension JSONText {
    /// Writes what was looked at, and how much of it could be seen.
    func write(_ evidence: Evidence, artifacts: [ArtifactRecord]) {
        key("evidence")
        object(block: true) {
            list("artifacts", artifacts) { artifact in
                member("path", artifact.path)
                member("sha256", artifact.sha256)
                member("bytes", artifact.bytes)
                member("kind", artifact.kind)
                member("status", artifact.status)
                member("reason", artifact.reason)
            }
            let coverage = evidence[.coverage].map { row in
                [row.agent.rawValue, row["table_name"].text ?? "", row["completeness"].text ?? "", row["reason"].text]
            }
            let sorted = coverage.sorted { $0.map { $0 ?? "" }.lexicographicallyPrecedes($1.map { $0 ?? "" }) }
            list("coverage", sorted) { row in
                for (key, value) in zip(["agent", "table", "completeness", "reason"], row) { member(key, value) }
            }
            key("rows")
            object {
                for table in Table.allCases.sorted() { member(table.rawValue, evidence[table].count) }
            }
            key("faults")
            array(evidence.faults)
        }
    }

    /// Writes the places that something rests on.
    func citations(_ citations: [Citation], as name: String = "citations") {
        key(name)
        array(citations) { citation in object { members(of: citation) } }
    }

    /// Writes where something is written.
    func citation(_ citation: Citation) {
        key("citation")
        object { members(of: citation) }
    }

    private func members(of citation: Citation) {
        member("artifact", citation.artifact)
        member("sha256", citation.sha256)
        member("line", citation.line)
        member("column", citation.column)
        member("pointer", citation.pointer)
        if citation.isUnset { member("unset", true) }
    }
}
