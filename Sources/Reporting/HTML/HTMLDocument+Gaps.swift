internal import Compliance

extension HTMLDocument {
    private static let keptPlaces = 8

    /// Writes what is open, heaviest first, with what to do about it.
    func gapSection() {
        let missing = assessment.questions.count
        paragraph(
            "Open gaps: \(assessment.gaps.count + missing). Of these \(assessment.gaps.count) rest on evidence and are "
                + "described one by one; \(missing) wait for a statement by a person and are gathered in a table at the end."
        )
        sayWhatIsLeftOut()
        guard !gaps.isEmpty else { return }
        filters()
        html.element("div", ["id": "gaplist"]) {
            for gap in gaps { card(gap) }
        }
    }

    private func card(_ gap: Gap) {
        let frameworks = Set(gap.controls.compactMap { anchors.frameworks[$0.framework] }).sorted()
        html.element(
            "details",
            [
                "class": "gap", "open": "open", "id": anchors.gaps[gap.id], "data-severity": gap.severity.rawValue,
                "data-agent": gap.agent.rawValue, "data-cause": gap.cause.rawValue,
                "data-check": gap.check?.rawValue ?? "", "data-frameworks": frameworks.joined(separator: " "),
            ]
        ) {
            html.element("summary") {
                badge(gap.severity)
                html.inline("h3") { prose(gap.openSentence) }
                html.inline("span", ["class": "under"]) {
                    code(gap.id.rawValue)
                    html.write(" · ")
                    code(gap.agent.rawValue)
                    if index.waiver(of: gap)?.holds == true { html.write(" · waived") }
                }
            }
            html.element("dl") { facts(gap) }
            sources(gap)
            html.element("div", ["class": "remedy"]) {
                html.element("h4", text: "Remedy")
                blocks(gap.remediation)
            }
        }
    }

    private func facts(_ gap: Gap) {
        entry("Agent") {
            agent(gap.agent)
            html.write(gap.owner.map { ", owned by \($0)" } ?? ", no owner declared")
        }
        if gap.cause == .failingCheck { entry("Required", said(gap.title)) }
        if !gap.facts.isEmpty { entry("Seen") { list(gap.facts.map(said)) } }
        if let why = index.checkRationale(gap) { entry("Why it matters") { blocks(why) } }
        entry("Cause") {
            html.write(gap.cause.words.lowercased())
            if let check = gap.check {
                html.write(", ")
                code(check.rawValue)
            }
        }
        if !gap.controls.isEmpty { entry("Leaves open") { joined(gap.controls.map { id in { control(id) } }) } }
        if let waiver = index.waiver(of: gap) {
            entry("Waiver", plain("\(waiver.inOneSentence), expires \(waiver.expiresOn)"))
        }
        if !gap.valueDigest.isEmpty, gap.cause == .failingCheck {
            entry("Digest of what was judged, for a waiver") { code("sha256:" + gap.valueDigest) }
        }
        entry("Link") { html.inline("a", ["href": anchors.gaps[gap.id].map { "#\($0)" }], text: gap.id.rawValue) }
    }

    private func entry(_ name: String, _ body: Piece) {
        html.element("div") {
            html.inline("dt", text: name)
            html.inline("dd", [:], body)
        }
    }

    private func sources(_ gap: Gap) {
        var seen: Set<String> = []
        let citations = gap.citations.filter { seen.insert($0.place).inserted }
        for citation in citations.prefix(Self.keptPlaces) {
            let excerpt = citation.line.flatMap { assessment.evidence.excerpts[citation.artifact]?[$0] }
            HTMLSource(html: html, citation: citation, excerpt: excerpt).draw()
        }
        if citations.count > Self.keptPlaces {
            paragraph("And \(citations.count - Self.keptPlaces) more places, see assessment.json.")
        }
    }

    /// Writes a text of several lines: paragraphs, and code as code.
    private func blocks(_ text: String) {
        for block in TextBlocks.blocks(of: text) {
            if block.isCode {
                html.element("pre") {
                    html.inline("code") {
                        for (position, line) in block.lines.enumerated() {
                            if position > 0 { html.literal("\n") }
                            html.write(line)
                        }
                    }
                }
            } else {
                html.element("p") {
                    for (position, line) in block.lines.enumerated() {
                        if position > 0 { html.literal("<br/>") }
                        prose(line)
                    }
                }
            }
        }
    }

    /// Writes what only a person can show, one row for each item.
    func missingStatements() {
        guard !assessment.questions.isEmpty else { return paragraph("Nothing waits for a statement.") }
        html.element("p") {
            html.write(
                "Configuration cannot show these. Each waits for a statement by the person responsible, in ")
            code("statements.yaml")
            html.write(". The gaps are ")
            code("info")
            html.write(": nobody has looked, nothing was found.")
        }
        let all = Dictionary(assessment.questions.map { ($0.control, 1) }, uniquingKeysWith: +)
        let shown = Dictionary(grouping: questions, by: \.control)
        table(
            "What waits for a statement (\(assessment.questions.count))", ["Item", "What is asked", "Agents", "Gaps"],
            all.keys.sorted()
        ) { id in
            let waiting = shown[id] ?? []
            return [
                { control(id) }, plain(index.control(id)?.demand ?? ""), plain(String(all[id] ?? 0)),
                {
                    html.element("details", ["class": "ids"]) {
                        html.inline("summary", text: waiting.count == 1 ? "1 gap" : "\(waiting.count) gaps")
                        for question in waiting {
                            html.element("div", ["id": anchors.gaps[question.id]]) {
                                code(question.id.rawValue)
                                html.write(" ")
                                code(question.agent.rawValue)
                            }
                        }
                    }
                },
            ]
        }
    }
}
