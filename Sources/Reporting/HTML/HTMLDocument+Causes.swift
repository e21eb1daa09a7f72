internal import Compliance

extension HTMLDocument {
    private static let keptPlaces = 8
    private static let keptFacts = 8
    private static let keptRemedies = 6
    private static let keptFiles = 24

    /// Writes what files say and should not, a card for each cause.
    func causes() {
        let groups = shown(outcome.written)
        paragraph(
            groups.isEmpty
                ? "Nothing that is written in the files fails a check."
                : "What is written in files, the heaviest first. One entry is one place, however many checks it fails; "
                    + "gaps.csv has a row for each.")
        sayWhatIsLeftOut()
        if !groups.isEmpty || !shown(outcome.unset).isEmpty { filters() }
        html.element("div", ["class": "cards"]) { for group in groups { card(group) } }
    }

    /// Writes what holds because no file says otherwise, a card for each default.
    func defaults() {
        let groups = shown(outcome.unset)
        paragraph(
            groups.isEmpty
                ? "Nothing fails because a file leaves it out."
                : "No file that was read sets these, so what the product does by itself holds, unless settings outside the "
                    + "assessed files say otherwise. Confirm that, or set them.")
        html.element("div", ["class": "cards"]) { for group in groups { card(group) } }
    }

    /// The groups that concern agents with sections of their own.
    func shown(_ groups: [CauseGroup]) -> [CauseGroup] {
        guard kept.count < assessment.agents.count else { return groups }
        return groups.filter { $0.agents.contains { anchors.agents[$0] != nil } }
    }

    private func card(_ group: CauseGroup) {
        let head = group.head
        let frameworks = Set(group.gaps.flatMap(\.controls).compactMap { anchors.frameworks[$0.framework] }).sorted()
        html.element(
            "details",
            [
                "class": "gap", "open": "open", "id": anchors.gaps[head.id], "data-severity": head.severity.rawValue,
                "data-agent": group.agents.compactMap { anchors.agents[$0] }.joined(separator: " "),
                "data-origin": group.origin == .unset ? "unset" : "written",
                "data-check": head.check?.rawValue ?? "", "data-frameworks": frameworks.joined(separator: " "),
            ]
        ) {
            html.element("summary") {
                badge(head.severity)
                html.inline("h3") { prose(group.sentence) }
                html.inline("span", ["class": "under"]) {
                    names(group.agents, limit: 3, areLinks: false)
                    html.write(group.moreWords)
                    if group.isAccepted { html.write(" · waived") }
                }
            }
            html.element("dl") { facts(group) }
            sources(group)
            let remedies = group.remedies
            for advice in remedies.prefix(Self.keptRemedies) {
                html.element("div", ["class": "remedy"]) {
                    html.element("h4") { heading(of: advice, among: remedies, head) }
                    remedy(advice.text)
                }
            }
        }
    }

    /// For which check and which agents a remedy is, where there are several.
    private func heading(of advice: CauseGroup.Advice, among all: [CauseGroup.Advice], _ head: Gap) {
        let isHead = advice.gap.check == head.check
        let isOnly = all.count { $0.gap.check == advice.gap.check } == 1
        html.write(isHead && isOnly ? "Remedy" : "Remedy for ")
        if !isHead { code(advice.gap.check?.rawValue ?? advice.gap.id.rawValue) }
        guard !isOnly else { return }
        if !isHead { html.write(", ") }
        names(advice.agents, limit: 3)
    }

    private func facts(_ group: CauseGroup) {
        let gap = group.head
        if gap.cause == .failingCheck { entry("Wanted", said(gap.title)) }
        if group.isLighterAsTemplate { entry("Severity", plain(CauseGroup.lighterWords)) }
        let all = gap.seenCount
        if gap.cause != .failingCheck || all > 1 || group.sentence != gap.openSentence {
            let rest = all - gap.seen.prefix(Self.keptFacts).count
            entry(group.parts.count > 1 ? "Seen of \(gap.agent)" : "Seen") {
                list(
                    gap.seen.prefix(Self.keptFacts).map(said)
                        + (rest > 0 ? [plain("and \(rest) more, see assessment.json")] : []))
            }
        }
        let others = group.others
        if !others.isEmpty { entry("Fails too") { list(others.map { other in { self.other(other) } }) } }
        if let why = index.checkRationale(gap) { entry("Why it matters", said(why)) }
        if !gap.controls.isEmpty { entry("Counts against") { joined(gap.controls.map { id in { control(id) } }) } }
        if let recorded = RecordedCause(group, in: index) {
            entry("Open", plain(recorded.sentence))
            let remarks = recorded.remarks
            if !remarks.isEmpty { entry("Notes") { list(remarks.map(plain)) } }
        }
        if let waiver = index.waiver(of: gap) {
            entry("Waiver", plain("\(waiver.inOneSentence), expires \(waiver.expiresOn)"))
        }
        entry(group.gaps.count == 1 ? "Gap" : "Gaps") { members(group) }
    }

    private func other(_ other: CauseGroup.Other) {
        if let gap = other.gap {
            badge(gap.severity)
            html.write(" ")
        }
        code(other.name)
        html.write(": ")
        prose(other.sentence)
    }

    /// Every gap of the group with what a waiver needs; those of agents without a section are counted.
    private func members(_ group: CauseGroup) {
        let shown = group.gaps.filter { anchors.gaps[$0.id] != nil }
        let rest = group.gaps.count - shown.count
        html.element("details", ["class": "lines", "open": "open"]) {
            html.element("summary", text: Counted.of(group.gaps.count, "gap") + ", with what a waiver of each accepts")
            list(
                shown.map { gap in { member(gap, isHead: gap.id == group.head.id) } }
                    + (rest > 0 ? [plain("and \(rest) more, see gaps.csv")] : []))
        }
    }

    private func member(_ gap: Gap, isHead: Bool) {
        html.inline("span", ["id": isHead ? nil : anchors.gaps[gap.id]]) {
            html.inline("a", ["href": anchors.gaps[gap.id].map { "#\($0)" }]) { code(gap.id.rawValue) }
        }
        html.write(" ")
        code(gap.check?.rawValue ?? gap.cause.rawValue)
        html.write(" ")
        agent(gap.agent)
        html.write(gap.owner.map { ", owned by \($0)" } ?? ", no owner declared")
        guard !gap.valueDigest.isEmpty, gap.cause == .failingCheck else { return }
        html.write(", ")
        code("sha256:" + gap.valueDigest)
    }

    private func entry(_ name: String, _ body: Piece) {
        html.element("div") {
            html.inline("dt", text: name)
            html.inline("dd", [:], body)
        }
    }

    private func sources(_ group: CauseGroup) {
        let heads = group.gaps.filter { $0.check == group.head.check }
        var seen: Set<String> = []
        let citations = heads.flatMap(\.citations).filter {
            seen.insert($0.isOfWhole ? $0.artifact : $0.place).inserted
        }
        for citation in citations.prefix(Self.keptPlaces) {
            HTMLSource(html: html, citation: citation, evidence: assessment.evidence).draw()
        }
        if citations.count > Self.keptPlaces {
            html.element("p") {
                html.write("In all \(citations.count) places: ")
                let files = Places(citations).files
                joined(
                    files.prefix(Self.keptFiles).map { file in
                        {
                            code(file.path)
                            if !file.lines.isEmpty { html.write(", \(file.lines)") }
                        }
                    }, by: "; ")
                let rest = files.count - Self.keptFiles
                if rest > 0 { html.write(" and \(Counted.of(rest, "more file")), see gaps.csv") }
            }
        }
    }
}
