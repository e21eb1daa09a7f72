internal import Compliance

extension MarkdownDocument {
    private static let keptFacts = 5
    private static let keptQuotes = 3
    private static let keptAgents = 6
    private static let keptFiles = 12
    static let keptRemedies = 6

    /// Writes what files say and should not, an entry for each cause.
    func causes() {
        let groups = shown(outcome.written)
        heading(2, "Causes to change (\(groups.count))")
        paragraph(
            groups.isEmpty
                ? "Nothing that is written in the files fails a check."
                : "What is written in files, the heaviest first. One entry is one place, however many checks it fails; "
                    + "`gaps.csv` has a row for each.")
        sayWhatIsLeftOut()
        for group in groups { entry(group) }
    }

    /// Writes what holds because no file says otherwise, an entry for each default.
    func defaults() {
        let groups = shown(outcome.unset)
        guard !groups.isEmpty else { return }
        heading(2, "Product defaults to confirm (\(groups.count))")
        paragraph(
            "No file that was read sets these, so what the product does by itself holds, unless settings outside the "
                + "assessed files say otherwise. Confirm that, or set them.")
        for group in groups { entry(group) }
    }

    /// The groups that concern agents with sections of their own.
    func shown(_ groups: [CauseGroup]) -> [CauseGroup] {
        guard kept.count < assessment.agents.count else { return groups }
        let names = Set(kept.map(\.id))
        return groups.filter { $0.agents.contains(where: names.contains) }
    }

    private func entry(_ group: CauseGroup) {
        let head = group.head
        let state = index.waiver(of: head)?.holds == true ? ", waived" : ""
        let title = group.sentence
        heading(3, "\(head.severity.rawValue.capitalizedFirst)\(state): \(MarkdownText.prose(title))")
        var items = [who(group)]
        if head.cause == .failingCheck { items.append("Wanted: \(MarkdownText.prose(head.title))") }
        if group.isLighterAsTemplate { items.append(CauseGroup.lighterWords) }
        items += facts(group) + places(group) + others(group)
        if let counts = against(head) { items.append(counts) }
        items += history(group)
        if let waiver = index.waiver(of: head) {
            items.append(
                "Waiver: \(MarkdownText.text(waiver.inOneSentence)), expires \(MarkdownText.text(waiver.expiresOn))")
        }
        list(items)
        let remedies = group.remedies
        for advice in remedies.prefix(Self.keptRemedies) {
            let isHead = advice.gap.check == head.check
            let what = isHead ? [] : [MarkdownText.code(advice.gap.check?.rawValue ?? advice.gap.id.rawValue)]
            let who = remedies.count { $0.gap.check == advice.gap.check } > 1 ? [names(advice.agents, limit: 3)] : []
            let words = (what + who).isEmpty ? "" : " for \((what + who).joined(separator: ", "))"
            paragraph("**Remedy\(words).** \(MarkdownText.remedy(advice.text))")
        }
    }

    /// Since when, until when and whose it is, and what people wrote on it.
    private func history(_ group: CauseGroup) -> [String] {
        guard let recorded = RecordedCause(group, in: index) else { return [] }
        let remarks = recorded.remarks
        let shown = remarks.suffix(Self.keptFacts).map { "  - \(MarkdownText.text($0))" }
        let rest = remarks.count - shown.count
        return ["Open: \(MarkdownText.text(recorded.sentence))"] + (remarks.isEmpty ? [] : ["Notes:"])
            + (rest > 0 ? ["  - \(Counted.of(rest, "earlier note")), see `gaps.csv`"] : []) + shown
    }

    private func who(_ group: CauseGroup) -> String {
        let id = MarkdownText.code(group.head.id.rawValue)
        guard group.agents.count == 1 else {
            return
                "\(group.agents.count) agents: \(names(group.agents, limit: Self.keptAgents)). Gap \(id) and those alike"
        }
        let owner = group.head.owner.map { "owned by \(MarkdownText.text($0))" } ?? "no owner declared"
        return "Agent: \(MarkdownText.code(group.head.agent.rawValue)), \(owner). Gap \(id)"
    }

    /// What was seen, when it is more than the title says.
    private func facts(_ group: CauseGroup) -> [String] {
        let head = group.head
        let all = head.seenCount
        if head.cause == .failingCheck, all < 2, group.sentence == head.openSentence { return [] }
        guard all > 0 else { return [] }
        let shown = head.seen.prefix(Self.keptFacts).map(MarkdownText.prose)
        // What is said of the first of several agents may name its product.
        let seen = group.parts.count > 1 ? "Seen of \(MarkdownText.code(head.agent.rawValue))" : "Seen"
        if all == 1 { return shown.map { "\(seen): \($0)" } }
        let rest = all - shown.count
        return ["\(seen), \(all) in all:"] + shown.map { "  - \($0)" }
            + (rest > 0 ? ["  - and \(rest) more, see `assessment.json`"] : [])
    }

    private func places(_ group: CauseGroup) -> [String] {
        let parts = group.parts.prefix(Self.keptAgents)
        guard group.parts.count > 1 else { return parts.flatMap { places($0.gaps, group.origin) } }
        let rest = group.parts.count - parts.count
        return ["Where:"]
            + parts.map { part in
                "  - \(MarkdownText.code(part.agent.rawValue)): \(places(part.gaps, group.origin).joined(separator: "; "))"
            } + (rest > 0 ? ["  - and \(Counted.of(rest, "more agent")), see `gaps.csv`"] : [])
    }

    /// The places of a cause: the first with what they say, the others as stretches of lines.
    private func places(_ gaps: [Gap], _ origin: CauseGroup.Origin) -> [String] {
        let heads = gaps.filter { $0.check == gaps.first?.check }
        var seen: Set<String> = []
        let all = heads.flatMap(\.citations).filter { seen.insert($0.isOfWhole ? $0.artifact : $0.place).inserted }
        let shown = all.prefix(Self.keptQuotes).map {
            // Of a file as a whole something is said: nothing in it is left out.
            origin == .written && $0.isOfWhole ? MarkdownText.code($0.artifact) : place($0)
        }
        guard all.count > shown.count else { return shown }
        let files = files(all)
        let rest = files.count - Self.keptFiles
        return shown + [
            "In all \(all.count) places: \(files.prefix(Self.keptFiles).joined(separator: "; "))"
                + (rest > 0 ? " and \(Counted.of(rest, "more file")), see `gaps.csv`" : "")
        ]
    }

    /// Files with their lines: `` `a.json`, lines 4–9 ``.
    func files(_ citations: [Citation]) -> [String] {
        Places(citations).files.map { "\(MarkdownText.code($0.path))\($0.lines.isEmpty ? "" : ", \($0.lines)")" }
    }

    /// A place with what it says, or what it does not set.
    func place(_ citation: Citation) -> String {
        let file = MarkdownText.code(citation.artifact)
        let excerpt = assessment.evidence.excerpt(of: citation)
        if citation.isOfDefault(excerpt) {
            guard let setting = citation.setting else { return "Nothing in \(file) sets it" }
            let name = MarkdownText.code(setting)
            return citation.line == nil
                ? "No file that was read sets \(name) (read: \(file))" : "\(file) does not set \(name)"
        }
        let quote = assessment.evidence.quote(of: citation).map { SafeText.clip(SafeText.line($0), to: 120) }
        let place = MarkdownText.code(citation.place)
        return quote.map { "\(place) says \(MarkdownText.code($0))" } ?? "\(place)"
    }

    /// The other checks that fail with it.
    private func others(_ group: CauseGroup) -> [String] {
        let others = group.others
        guard !others.isEmpty else { return [] }
        return ["Fails \(Counted.of(others.count, "more check")):"]
            + others.map { other in
                let weight = other.gap.map { "\($0.severity.rawValue), " } ?? ""
                return "  - \(weight)\(MarkdownText.code(other.name)): \(MarkdownText.prose(other.sentence))"
            }
    }

    /// The item that it bears on most, by name, and how many more.
    private func against(_ gap: Gap) -> String? {
        let mappings = gap.check.flatMap { index.checks[$0] }?.mappings ?? []
        let firm = mappings.filter { $0.relationship.failsTheWhole }.map(\.control)
        guard let best = firm.first(where: gap.controls.contains) ?? gap.controls.first,
            let control = index.control(best)
        else { return nil }
        let framework = assessment.catalog.framework(best.framework)?.shortName ?? best.framework.rawValue
        let rest = gap.controls.count - 1
        return "Counts against: \(MarkdownText.text(framework)) \(MarkdownText.code(best.item)) "
            + MarkdownText.text(control.title)
            + (rest > 0 ? ", and \(Counted.of(rest, "more item")) (annex on checks)" : "")
    }
}

extension String {
    /// The text with its first letter in upper case.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
