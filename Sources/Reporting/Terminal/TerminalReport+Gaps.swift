internal import Compliance

extension TerminalReport {
    private static let keptFacts = 3
    private static let keptControls = 12

    /// What rests on evidence, by agent, the agent with the heaviest first.
    func gaps(_ index: AssessmentIndex) -> [String] {
        let agents = index.heaviestFirst(index.assessment.agents.map(\.id))
        var lines: [String] = []
        var room = verbose ? Int.max : Self.keptGaps
        var hidden = 0
        var hiddenAgents = 0
        for agent in agents {
            let gaps = index.gaps(of: agent)
                .sorted { ($0.waiver == nil ? 0 : 1, $1.severity) < ($1.waiver == nil ? 0 : 1, $0.severity) }
            let shown = gaps.prefix(room)
            room -= shown.count
            hidden += gaps.count - shown.count
            if shown.isEmpty {
                hiddenAgents += gaps.isEmpty ? 0 : 1
                continue
            }
            lines += [style.bold(style.plain(agent.rawValue)), ""]
            for gap in shown { lines += self.gap(gap, index) + [""] }
        }
        if hidden > 0 {
            let others = hiddenAgents > 0 ? " (\(hiddenAgents) agents are not shown at all)" : ""
            lines += ["and \(hidden) more gaps\(others): --verbose shows all, gaps.csv lists them", ""]
        }
        return lines
    }

    private func gap(_ gap: Gap, _ index: AssessmentIndex) -> [String] {
        let waiver = index.waiver(of: gap)
        let state = waiver?.holds == true ? "waived" : gap.cause.state
        let name = gap.check?.rawValue ?? gap.id.rawValue
        var lines = ["\(style.bold(state))  \(style.plain(name))  \(style.severity(gap.severity))"]
        let facts = gap.cause == .failingCheck ? gap.facts : [gap.title] + gap.facts
        let shown = kept(facts.isEmpty ? [gap.title] : facts, Self.keptFacts)
        lines += shown.flatMap { paragraph($0, indent: 2) }
        if facts.count > shown.count { lines.append("  and \(facts.count - shown.count) more like it") }
        lines += boxes(gap, index)
        if !gap.controls.isEmpty {
            let shown = kept(gap.controls, Self.keptControls).map(\.rawValue)
            let rest = gap.controls.count - shown.count
            lines += labelled("controls", (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: " · "))
        }
        lines += remedy(gap)
        if let waiver { lines += labelled("waiver", "\(waiver.inOneSentence), until \(waiver.expiresOn)") }
        return lines
    }

    private func boxes(_ gap: Gap, _ index: AssessmentIndex) -> [String] {
        var seen: Set<String> = []
        let places = gap.citations.filter { seen.insert($0.place).inserted }
        let shown = kept(places, Self.keptFacts)
        var lines: [String] = []
        for place in shown {
            let excerpt = place.line.flatMap { index.assessment.evidence.excerpts[place.artifact]?[$0] }
            let box = excerpt.flatMap { SourceBox(citation: place, excerpt: $0, width: width).lines(style) }
            let unset = place.isOfDefault(excerpt) ? " (\(place.pointer ?? "") is not set there)" : ""
            lines += box ?? ["  at \(style.accent(style.plain(place.place)))\(style.plain(unset))"]
        }
        if places.count > shown.count { lines.append("  and \(places.count - shown.count) more places") }
        return lines
    }

    /// What to do, and where to read more: on the same line when there is room for both.
    private func remedy(_ gap: Gap) -> [String] {
        let command = style.plain("surety explain \(gap.check?.rawValue ?? gap.id.rawValue)")
        var lines = labelled("remedy", gap.remediation)
        let last = TerminalText.wrap(style.plain(gap.remediation), to: width - 12).last ?? ""
        let room = width - 12 - TerminalText.width(last) - TerminalText.width(command)
        if let line = lines.last, room >= 2 {
            lines[lines.count - 1] = line + String(repeating: " ", count: min(room, 10)) + style.dim(command)
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
        return lines.enumerated().map { position, line in
            let head =
                position == 0
                ? label + String(repeating: " ", count: max(10 - label.count, 1)) : String(repeating: " ", count: 10)
            return "  \(style.dim(head))\(line)"
        }
    }
}

extension Gap.Cause {
    /// The state of what is open, as it stands before its name.
    fileprivate var state: String {
        switch self {
        case .failingCheck: "not satisfied"
        case .unreadEvidence: "not decided"
        case .contradictedStatement: "contradicted"
        case .invalidStatement: "does not count"
        case .missingStatement: "not stated"
        }
    }
}
