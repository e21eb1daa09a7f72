internal import Compliance

extension HTMLDocument {
    private static let keptAgentLines = 6
    private static let keptCheckPlaces = 3

    /// Writes every item of every framework in published order, under the framework's own headings.
    func items() {
        let results = ItemResults.all(in: index)
        for framework in assessment.catalog.frameworks {
            html.element("details", ["class": "framework", "open": "open", "id": anchors.frameworks[framework.id]]) {
                html.element("summary") { html.inline("h3", text: framework.title) }
                var pending: [Control] = []
                var title = framework.shortName
                for control in framework.controls where control.kind != .group || index.parents.contains(control.id) {
                    guard control.kind == .group else {
                        pending.append(control)
                        continue
                    }
                    rows(title, pending, results)
                    pending = []
                    title = "\(control.title) (\(control.id.item))"
                    html.element("h4", ["id": anchors.controls[control.id]], text: title)
                }
                rows(title, pending, results)
            }
        }
    }

    private func rows(_ title: String, _ controls: [Control], _ results: [ControlID: ItemResults]) {
        table(
            title, ["Item", "Verdict", "Evidence", "What is missing"], controls, anchor: { anchors.controls[$0.id] }
        ) { control in
            let results = results[control.id]
            return [
                {
                    code(control.id.item)
                    html.write(" ")
                    if control.kind == .risk, index.parents.contains(control.id) {
                        html.inline("b", text: control.title)
                    } else {
                        html.write(control.title)
                    }
                },
                { verdicts(control, results) }, { results.map { evidence(control, $0) } },
                { list((results?.missing ?? ["no verdict was given"]).map(plain)) },
            ]
        }
    }

    private func verdicts(_ control: Control, _ results: ItemResults?) {
        guard let results else { return badge(.open, control.kind) }
        for reading in ItemResults.order {
            let count = results.count(reading)
            guard count > 0 else { continue }
            html.element("div", ["class": "verdict"]) {
                if assessment.agents.count > 1 { html.write("\(count) ") }
                badge(reading, control.kind)
            }
        }
    }

    private func evidence(_ control: Control, _ results: ItemResults) {
        let speaking = results.speaking
        for entry in speaking.prefix(Self.keptAgentLines) {
            html.element("details", ["class": "lines", "open": "open"]) {
                html.element("summary") {
                    if assessment.agents.count > 1 {
                        entry.agents.count > 2
                            ? html.write("\(entry.agents.count) agents")
                            : joined(entry.agents.map { coded($0.rawValue) })
                        html.write(
                            ": \(entry.reading == .open ? "no verdict" : entry.reading.words(for: control.kind)), ")
                    }
                    html.write(counts(entry.result))
                }
                list(lines(entry))
            }
        }
        let rest = speaking.dropFirst(Self.keptAgentLines).reduce(0) { $0 + $1.agents.count }
        if rest > 0 { html.write("and \(Counted.of(rest, "more agent")), see assessment.json") }
    }

    /// How much speaks, for and against: `2 fail, 3 pass, 1 stated`.
    private func counts(_ result: ControlResult) -> String {
        let parts: [(Int, String)] = [
            (result.checks(.notSatisfied).count, "fail"), (result.checks(.satisfied).count, "pass"),
            (result.checks(.undetermined).count, "not decided"), (result.statements.count, "stated"),
            (result.inferred == nil ? 0 : 1, "inferred"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    /// What speaks for and against an item: checks by verdict, failing ones with their places, and statements.
    private func lines(_ entry: ItemResults.Entry) -> [Piece] {
        let result = entry.result
        let words: [(Verdict, String, String)] = [
            (.notSatisfied, "fails", "a related check fails"), (.satisfied, "passes", "a related check passes"),
            (.undetermined, "not decided", "a related check, not decided"),
        ]
        let checks = words.flatMap { verdict, word, related in
            result.checks(verdict).map { check -> Piece in
                {
                    // A related check neither shows nor fails the item: a reader must not wonder why it does not count.
                    let isRelated = index.relationship(of: check, to: result.control) == .intersectsWith
                    html.write("\(isRelated ? related : word): ")
                    code(check.rawValue)
                    guard verdict == .notSatisfied, entry.agents.count == 1 else { return }
                    let findings = index.checkResult(check, of: result.agent)?.findings.filter { $0.verdict == verdict }
                    let citations = (findings ?? []).flatMap { $0.citations.prefix(1) }.filter { !$0.isOfWhole }
                    let places = places(citations, limit: Self.keptCheckPlaces)
                    guard !places.isEmpty else { return }
                    html.write(" (")
                    joined(places)
                    html.write(")")
                }
            }
        }
        return checks + stated(result) + inferred(result)
    }

    private func stated(_ result: ControlResult) -> [Piece] {
        assessment.statements(of: result).map { statement in
            {
                html.write("stated by \(statement.by), \(statement.origin.words) (")
                code(statement.citation.place)
                html.write(")")
            }
        }
    }

    /// What follows from the verdicts of other items, marked as inferred, with the way it came.
    private func inferred(_ result: ControlResult) -> [Piece] {
        guard let inferred = result.inferred, let kind = index.control(result.control)?.kind else { return [] }
        return [
            {
                html.inline("em", text: "inferred")
                html.write(": \((inferred.verdict == .satisfied ? Reading.shown : .failed).words(for: kind)), by ")
                joined(
                    inferred.path.map { step in
                        {
                            control(step.from)
                            html.write(" \(step.relationship.rawValue) ")
                            control(step.to)
                        }
                    })
            }
        ]
    }
}
