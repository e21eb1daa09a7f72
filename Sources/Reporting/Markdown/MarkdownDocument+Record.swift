internal import Compliance

extension MarkdownDocument {
    /// Writes what people stated, and why some of it does not count.
    func statements() {
        heading(2, "Statements")
        paragraph(assessment.statementSentences.joined(separator: " "))
        if let keys = assessment.statementKeySentence { paragraph(MarkdownText.text(keys)) }
        table(
            ["Agent", "For", "Claim", "By", "Method", "From", "Until", "Counts", "Written in"],
            assessment.statements.map { statement in
                [
                    MarkdownText.code(statement.agent.rawValue),
                    MarkdownText.code(statement.control?.rawValue ?? statement.check?.rawValue ?? ""),
                    MarkdownText.text(statement.claim), MarkdownText.text("\(statement.by), \(statement.role)"),
                    statement.method.rawValue, MarkdownText.text(statement.statedOn),
                    MarkdownText.text(statement.expiresOn), standing(statement),
                    MarkdownText.code(statement.citation.place) + document(statement),
                ]
            })
    }

    /// Writes what was accepted, and which acceptances no longer hold.
    func waivers() {
        heading(2, "Waivers")
        let held = assessment.waivers.count { $0.holds }
        paragraph(
            "A waiver stands beside a gap and changes no verdict. It is pinned to the digest of what was accepted and "
                + "lapses when that changes or its date passes. Given: \(assessment.waivers.count). In force: \(held). "
                + "Lapsed: \(assessment.waivers.count - held).")
        table(
            ["For", "Standing", "Approver", "Reason", "Until", "Written in"],
            assessment.waivers.map { waiver in
                let target =
                    waiver.gap.map { MarkdownText.code($0.rawValue) }
                    ?? [waiver.check?.rawValue, waiver.agent?.rawValue].compactMap { $0.map(MarkdownText.code) }
                    .joined(separator: " on ")
                return [
                    target, standing(waiver), MarkdownText.text(waiver.approver), MarkdownText.text(waiver.reason),
                    MarkdownText.text(waiver.expiresOn), MarkdownText.code(waiver.citation.place),
                ]
            })
    }

    /// Writes every file with the digest of the bytes that were read.
    func provenance() {
        heading(2, "Annex: Files and digests")
        let profile = assessment.catalog.tailoring?.profile
        list(
            [
                "Evidence: \(MarkdownText.code("sha256:" + assessment.evidenceDigest))",
                "Catalog: \(MarkdownText.code("sha256:" + assessment.catalog.digest))",
            ]
                + (profile.map {
                    ["Profile: \(MarkdownText.code($0.id.rawValue)), \(MarkdownText.code("sha256:" + $0.digest))"]
                } ?? []))
        paragraph(
            "The files that the analysis rests on. To check one, compare its SHA-256 with the one here: `sha256sum FILE`."
        )
        table(
            ["File", "Kind", "Status", "Bytes", "SHA-256"],
            index.artifacts.lazy.map { artifact in
                [
                    MarkdownText.code(artifact.path), MarkdownText.text(artifact.kind),
                    MarkdownText.text(artifact.status),
                    artifact.bytes.map(String.init) ?? "", MarkdownText.code(artifact.sha256 ?? ""),
                ]
            })
        mappings()
        parameters()
    }

    private func mappings() {
        guard !assessment.catalog.mappings.isEmpty else { return }
        heading(3, "Mappings")
        table(
            ["Mapping", "Version", "Status", "Style", "Rows", "SHA-256", "Document"],
            assessment.catalog.mappings.map { mapping in
                [
                    MarkdownText.code(mapping.id.rawValue), MarkdownText.text(mapping.version), mapping.status.rawValue,
                    mapping.style.rawValue, String(mapping.rows.count), MarkdownText.code(mapping.digest),
                    OSCALValues.href(ofLink: mapping.document).map { "<\($0)>" } ?? MarkdownText.text(mapping.document),
                ]
            })
    }

    private func standing(_ statement: Statement) -> String {
        statement.standing.reason.map { "**no, \(statement.standing.word)**: \(MarkdownText.text($0))" }
            ?? "yes, \(MarkdownText.text(statement.counting))"
    }

    private func standing(_ waiver: Waiver) -> String {
        switch waiver.standing {
        case .holds(let gaps): "holds for \(gaps.map { MarkdownText.code($0.rawValue) }.joined(separator: ", "))"
        case .lapsed(let why): "**lapsed**: \(MarkdownText.text(why))"
        }
    }

    private func document(_ statement: Statement) -> String {
        statement.document.map { "<br>document \(MarkdownText.code($0))" } ?? ""
    }
}
