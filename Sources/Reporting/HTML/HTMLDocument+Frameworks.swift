internal import Compliance

extension HTMLDocument {
    private static let keptAgentLines = 6
    private static let keptMissing = 4
    private static let keptCheckPlaces = 3

    /// Writes every item of every framework in published order, under the framework's own headings.
    func items() {
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
                    rows(title, pending)
                    pending = []
                    title = "\(control.title) (\(control.id.item))"
                    html.element("h4", ["id": anchors.controls[control.id]], text: title)
                }
                rows(title, pending)
            }
        }
    }

    private func rows(_ title: String, _ controls: [Control]) {
        table(
            title, ["Item", "Verdict", "Evidence", "What is missing"], controls, anchor: { anchors.controls[$0.id] }
        ) { control in
            let results = (self.results[control.id] ?? []).map { assessment.controls[$0] }
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
                { verdicts(control, results) }, { evidence(control, results) }, { missing(results) },
            ]
        }
    }

    private static let order: [Reading] = [.failed, .partly, .shown, .notApplicable, .open]

    private func verdicts(_ control: Control, _ results: [ControlResult]) {
        let readings = results.map { Reading($0) }
        guard assessment.agents.count > 1 else { return badge(Reading(results.first), control.kind) }
        let absent = max(assessment.agents.count - results.count, 0)
        for reading in Self.order {
            let count = readings.count { $0 == reading } + (reading == .open ? absent : 0)
            guard count > 0 else { continue }
            html.element("div", ["class": "verdict"]) {
                html.write("\(count) ")
                badge(reading, control.kind)
            }
        }
    }

    private func evidence(_ control: Control, _ results: [ControlResult]) {
        let speaking = results.filter { !$0.checks.isEmpty || !$0.statements.isEmpty || $0.inferred != nil }
        let ranked = Self.order.flatMap { reading in speaking.filter { Reading($0) == reading } }
        for result in ranked.prefix(Self.keptAgentLines) {
            html.element("details", ["class": "lines", "open": "open"]) {
                html.element("summary") {
                    if assessment.agents.count > 1 {
                        code(result.agent.rawValue)
                        html.write(" \(Reading(result).words(for: control.kind)): ")
                    }
                    html.write(counts(result))
                }
                list(lines(result))
            }
        }
        let rest = ranked.count - Self.keptAgentLines
        if rest > 0 { html.write("and \(rest) more, see assessment.json") }
    }

    /// How much speaks, for and against: `2 fail, 3 pass, 1 stated`.
    private func counts(_ result: ControlResult) -> String {
        let parts: [(Int, String)] = [
            (result.checks(.notSatisfied).count, "fail"), (result.checks(.satisfied).count, "pass"),
            (result.checks(.undetermined).count, "undetermined"), (result.statements.count, "stated"),
            (result.inferred == nil ? 0 : 1, "inferred"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    /// What speaks for and against an item: checks by verdict with their places, and statements.
    private func lines(_ result: ControlResult) -> [Piece] {
        let words: [(Verdict, String)] = [
            (.notSatisfied, "fails"), (.satisfied, "passes"), (.undetermined, "undetermined"),
        ]
        let checks = words.flatMap { verdict, word in
            result.checks(verdict).map { check -> Piece in
                {
                    // A related check neither shows nor fails the item: a reader must not wonder why it does not count.
                    let isRelated = index.relationship(of: check, to: result.control) == .intersectsWith
                    html.write("\(isRelated ? "related, " : "")\(word): ")
                    code(check.rawValue)
                    let findings = index.checkResult(check, of: result.agent)?.findings.filter { $0.verdict == verdict }
                    let places = places(
                        (findings ?? []).flatMap { $0.citations.prefix(1) }, limit: Self.keptCheckPlaces)
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
        result.statements.filter { assessment.statements.indices.contains($0) }.map { position in
            {
                let statement = assessment.statements[position]
                html.write("stated by \(statement.by) (")
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

    private func missing(_ results: [ControlResult]) {
        guard assessment.agents.count != 1 || !results.isEmpty else { return html.write("no verdict was given") }
        var seen: Set<String> = []
        let all = results.flatMap(\.missing).map(\.description).filter { seen.insert($0).inserted }
        let limit = assessment.agents.count == 1 ? all.count : Self.keptMissing
        let rest = all.count - limit
        list(all.prefix(limit).map(plain) + (rest > 0 ? [plain("and \(rest) more, see assessment.json")] : []))
    }
}
