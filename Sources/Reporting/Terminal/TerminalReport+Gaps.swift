internal import Compliance

extension TerminalReport {
    private static let keptFacts = 3
    private static let keptControls = 12
    private static let keptAgents = 3

    /// What files say and should not, the heaviest cause first.
    func causes(_ outcome: Outcome, _ index: AssessmentIndex) -> [String] {
        let shown = kept(outcome.written, Self.keptGaps)
        var lines = shown.isEmpty ? [] : [style.bold("To change"), ""]
        for group in shown { lines += self.group(group, index) + [""] }
        let hidden = outcome.written.count - shown.count
        if hidden > 0 {
            lines += [
                "and \(Counted.of(hidden, "more cause")): --verbose shows all, surety gaps and gaps.csv list them", "",
            ]
        }
        return lines
    }

    /// What holds because no file says otherwise, a line for each default.
    func defaults(_ outcome: Outcome) -> [String] {
        guard !outcome.unset.isEmpty else { return [] }
        let shown = kept(outcome.unset, Self.keptLines)
        var lines = [style.bold("Defaults to confirm or set: no file that was read says otherwise")]
        for group in shown {
            let severity = style.severity(group.head.severity)
            let text = "\(group.sentence) (\(who(group)))\(group.moreWords)"
            let indent = group.head.severity.rawValue.count + 4
            let body = TerminalText.wrap(style.plain(text), to: width - indent)
            lines += body.enumerated().map { position, line in
                position == 0 ? "  \(severity)  \(line)" : String(repeating: " ", count: indent) + line
            }
        }
        let hidden = outcome.unset.count - shown.count
        if hidden > 0 { lines.append("  and \(hidden) more, see gap-analysis.md") }
        return lines + [""]
    }

    private func who(_ group: CauseGroup) -> String {
        let names = group.agents.prefix(Self.keptAgents).map(\.rawValue)
        let rest = group.agents.count - names.count
        return names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    private func group(_ group: CauseGroup, _ index: AssessmentIndex) -> [String] {
        let gap = group.head
        let waiver = index.waiver(of: gap)
        let state = waiver?.holds == true ? "waived" : gap.cause.state
        let name = gap.check?.rawValue ?? gap.id.rawValue
        var lines = ["\(style.bold(state))  \(style.plain(name))  \(style.severity(gap.severity))"]
        let facts = (gap.cause == .failingCheck && !gap.seen.isEmpty ? [] : [gap.title]) + gap.seen
        let shown = kept(facts, Self.keptFacts)
        lines += shown.flatMap { paragraph($0, indent: 2) }
        let rest = facts.count + gap.moreDetail - shown.count
        if rest > 0 { lines.append("  and \(rest) more like it") }
        lines += boxes(gap, index)
        if group.isLighterAsTemplate { lines += labelled("severity", CauseGroup.lighterWords) }
        lines += labelled(group.agents.count == 1 ? "agent" : "agents", who(group))
        if let recorded = RecordedCause(group, in: index) {
            lines += labelled("open", recorded.sentence)
            if let last = recorded.remarks.last { lines += labelled("note", last) }
        }
        let heavy = group.asHeavy
        let others = group.others.dropFirst(heavy.count).map(\.name)
        if !others.isEmpty { lines += labelled("fails too", others.joined(separator: " · ")) }
        if !gap.controls.isEmpty {
            let shown = kept(gap.controls, Self.keptControls).map(\.rawValue)
            let rest = gap.controls.count - shown.count
            lines += labelled("controls", (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: " · "))
        }
        lines += remedy(gap)
        for (other, sentence) in heavy {
            lines += labelled("as heavy", "\(other.check?.rawValue ?? other.id.rawValue): \(sentence)")
            if other.remediation != gap.remediation { lines += remedy(other) }
        }
        if let waiver { lines += labelled("waiver", "\(waiver.inOneSentence), until \(waiver.expiresOn)") }
        return lines
    }

    private func boxes(_ gap: Gap, _ index: AssessmentIndex) -> [String] {
        var seen: Set<String> = []
        let places = gap.citations.filter { seen.insert($0.place).inserted }
        let shown = kept(places, Self.keptFacts)
        var lines: [String] = []
        for place in shown {
            let excerpt = index.assessment.evidence.excerpt(of: place)
            let box = excerpt.flatMap { SourceBox(citation: place, excerpt: $0, width: width).lines(style) }
            let unset = place.isOfDefault(excerpt) ? " (\(place.setting ?? "it") is not set there)" : ""
            lines += box ?? ["  at \(style.accent(style.plain(place.place)))\(style.plain(unset))"]
        }
        if places.count > shown.count { lines.append("  and \(places.count - shown.count) more places") }
        return lines
    }

    /// What to do, and where to read more: on the same line when there is room for both and it is none of code.
    private func remedy(_ gap: Gap) -> [String] {
        let command = style.plain("surety explain \(gap.check?.rawValue ?? gap.id.rawValue)")
        let room = width - 12
        let bodies = Remedy(gap.remediation).plainLines.filter { !$0.isEmpty }.flatMap { line in
            // What can be pasted is not broken.
            line.first == " " ? [style.plain(line)] : TerminalText.wrap(style.plain(line), to: room)
        }
        var lines = bodies.enumerated().map { labelled($0.offset == 0 ? "remedy" : "", line: $0.element) }
        let left = room - TerminalText.width(bodies.last ?? "") - TerminalText.width(command)
        if let line = lines.last, left >= 2, bodies.last?.first != " " {
            lines[lines.count - 1] = line + String(repeating: " ", count: min(left, 10)) + style.dim(command)
        } else {
            lines.append(String(repeating: " ", count: 12) + style.dim(command))
        }
        return lines
    }

    /// A text broken to the terminal's width.
    func paragraph(_ text: String, indent: Int) -> [String] {
        TerminalText.wrap(style.plain(text), to: width - indent).map { String(repeating: " ", count: indent) + $0 }
    }

    /// A text behind a label, broken to the terminal's width.
    func labelled(_ label: String, _ text: String) -> [String] {
        let lines = TerminalText.wrap(style.plain(text), to: width - 12)
        return lines.enumerated().map { position, line in labelled(position == 0 ? label : "", line: line) }
    }

    private func labelled(_ label: String, line: String) -> String {
        "  \(style.dim(label + String(repeating: " ", count: max(10 - label.count, 1))))\(line)"
    }
}

extension Gap.Cause {
    /// The state of what is open, as it stands before its name.
    fileprivate var state: String {
        switch self {
        case .failingCheck: "not satisfied"
        case .unreadEvidence: "not read"
        case .unstatedValue: "not decided"
        case .contradictedStatement: "contradicted"
        case .invalidStatement: "does not count"
        case .missingStatement: "not stated"
        }
    }
}
