internal import Compliance

extension HTMLDocument {
    /// Writes what people stated, and why some of it does not count.
    func statements() {
        paragraph(assessment.statementSentences.joined(separator: " "))
        if let keys = assessment.statementKeySentence { paragraph(keys) }
        table(
            "Statements",
            ["Agent", "For", "Claim", "By", "Method", "From", "Until", "Counts", "Written in"], assessment.statements
        ) { statement in
            [
                { agent(statement.agent) },
                { statement.control.map(control) ?? code(statement.check?.rawValue ?? "") },
                plain(statement.claim), plain("\(statement.by), \(statement.role)"), plain(statement.method.rawValue),
                plain(statement.statedOn), plain(statement.expiresOn), { standing(statement) },
                {
                    code(statement.citation.place)
                    guard let document = statement.document else { return }
                    html.literal("<br/>")
                    html.write("document ")
                    code(document)
                },
            ]
        }
    }

    private func standing(_ statement: Statement) {
        guard let reason = statement.standing.reason else { return html.write("yes, \(statement.counting)") }
        html.inline("strong", text: "no, \(statement.standing.word)")
        html.write(": \(reason)")
    }

    /// Writes what was accepted, and which acceptances no longer hold.
    func waivers() {
        let held = assessment.waivers.count { $0.holds }
        paragraph(
            "A waiver stands beside a gap and changes no verdict. It is pinned to the digest of what was accepted and "
                + "lapses when that changes or its date passes. Given: \(assessment.waivers.count). In force: \(held). "
                + "Lapsed: \(assessment.waivers.count - held).")
        table("Waivers", ["For", "Standing", "Approver", "Reason", "Until", "Written in"], assessment.waivers) {
            waiver in
            [
                {
                    if let id = waiver.gap { return gap(id) }
                    joined([waiver.check?.rawValue, waiver.agent?.rawValue].compactMap { $0.map(coded) }, by: " on ")
                },
                {
                    switch waiver.standing {
                    case .holds(let gaps):
                        html.write("holds for ")
                        joined(gaps.map { id in { gap(id) } })
                    case .lapsed(let why):
                        html.inline("strong", text: "lapsed")
                        html.write(": \(why)")
                    }
                },
                plain(waiver.approver), plain(waiver.reason), plain(waiver.expiresOn), coded(waiver.citation.place),
            ]
        }
    }

    /// Writes every file with the digest of the bytes that were read.
    func provenance() {
        list(
            [
                {
                    html.write("Evidence: ")
                    code("sha256:" + assessment.evidenceDigest)
                },
                {
                    html.write("Catalog: ")
                    code("sha256:" + assessment.catalog.digest)
                },
            ]
                + (assessment.catalog.tailoring.map { tailoring in
                    [
                        {
                            html.write("Profile: ")
                            code(tailoring.profile.id.rawValue)
                            html.write(", ")
                            code("sha256:" + tailoring.profile.digest)
                        }
                    ]
                } ?? []))
        html.element("p") {
            html.write(
                "The files that the analysis rests on. To check one, compare its SHA-256 with the one here: ")
            code("sha256sum FILE")
            html.write(".")
        }
        table(
            "Files", ["File", "Kind", "Status", "Bytes", "SHA-256"], index.artifacts
        ) { artifact in
            [
                coded(artifact.path), plain(artifact.kind), plain(artifact.status),
                plain(artifact.bytes.map(String.init) ?? ""), coded(artifact.sha256 ?? ""),
            ]
        }
        table(
            "Mappings", ["Mapping", "Version", "Status", "Style", "Rows", "SHA-256", "Document"],
            assessment.catalog.mappings
        ) { mapping in
            [
                coded(mapping.id.rawValue), plain(mapping.version), plain(mapping.status.rawValue),
                plain(mapping.style.rawValue), plain(String(mapping.rows.count)), coded(mapping.digest),
                { link(mapping.document) },
            ]
        }
        parameters()
    }

    /// Writes where the frameworks come from and under which licences.
    func licences() {
        for framework in assessment.catalog.frameworks {
            html.element("h3", text: framework.shortName)
            list([
                plain("\(framework.title), \(framework.edition), \(framework.publisher), \(framework.published)"),
                {
                    html.write("Source: ")
                    link(framework.source)
                },
                plain("Licence: \(framework.licence)"), plain("Attribution: \(framework.attribution)"),
            ])
        }
    }
}
