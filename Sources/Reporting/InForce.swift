internal import Compliance

/// What an agent's files do right: checks that pass on something written in them, and rules that refuse or ask.
struct InForce {
    /// A check that passes, with the places that show it.
    struct Pass {
        let check: Check
        let citations: [Citation]
    }

    /// Rules of the agent that refuse, or have a person asked.
    struct Rules {
        /// `deny`, `ask`, or `lock` for a template's setting that keeps the questions from being switched off.
        let effect: String
        let rules: [(text: String, citation: Citation)]
    }

    /// Checks that rest on a written line, in the catalog's order.
    let passes: [Pass]
    /// How many more pass because of what the product does by itself, or because nothing there could fail.
    let others: Int
    /// Rules in force, refusing ones first.
    private(set) var rules: [Rules]

    init(_ agent: AgentID, _ permissions: [Row], in index: AssessmentIndex) {
        let evidence = index.assessment.evidence
        var passes: [Pass] = []
        var others = 0
        // A line that fails another check is no example of what is right.
        let faulty = Set(
            index.checkResults(of: agent).flatMap { result in
                result.findings.filter { $0.verdict == .notSatisfied }.flatMap(\.citations).map(\.place)
            })
        for result in index.checkResults(of: agent) where result.verdict == .satisfied {
            guard let check = index.checks[result.check], !check.isOfAssessment else { continue }
            let cited = result.findings.filter { $0.verdict == .satisfied }.flatMap(\.citations)
            let written = cited.filter {
                !$0.isOfWhole && !faulty.contains($0.place) && !$0.isOfDefault(evidence.excerpt(of: $0))
            }
            if written.isEmpty {
                others += 1
            } else {
                passes.append(Pass(check: check, citations: written))
            }
        }
        self.passes = passes
        self.others = others
        rules = ["deny", "ask"].compactMap { effect in
            let held = permissions.filter { $0["effect"].text == effect && $0["effective"] == true }
            let written = held.compactMap { row -> (String, Citation)? in
                let place = Citation(
                    artifact: row.artifact ?? "", sha256: nil, line: row.line, column: row.column, pointer: row.pointer)
                guard let rule = row["rule"].text, !place.isOfWhole,
                    !place.isOfDefault(evidence.excerpt(of: place))
                else { return nil }
                return (rule, place)
            }
            return written.isEmpty ? nil : Rules(effect: effect, rules: written.map { (text: $0, citation: $1) })
        }
        let locks = permissions.filter { $0.table == .approval }.compactMap(Self.lock)
        if !locks.isEmpty { rules.append(Rules(effect: "lock", rules: locks)) }
    }

    /// The setting behind a gate that nobody can switch off.
    private static func lock(_ row: Row) -> (text: String, citation: Citation)? {
        guard let key = row.pointer?.split(separator: "/").last else { return nil }
        let place = Citation(
            artifact: row.artifact ?? "", sha256: nil, line: row.line, column: row.column, pointer: row.pointer)
        return place.isOfWhole ? nil : (text: String(key), citation: place)
    }

    /// What rules do; a template's would do it where somebody installs it.
    static func verb(_ rules: Rules, isTemplate: Bool) -> String {
        if rules.effect == "lock" {
            return "would keep the questions from being switched off, were the template in force"
        }
        return switch (rules.effect == "deny", isTemplate) {
        case (true, true): "would refuse, were the template in force"
        case (false, true): "would ask first, were the template in force"
        case (true, false): rules.rules.count == 1 ? "refuses" : "refuse"
        case (false, false): "ask first"
        }
    }

    /// Permission rows by agent, and of templates the gates that they would lock: no check passes on a template alone.
    static func permissions(of agents: [AgentID], in evidence: Evidence) -> [AgentID: [Row]] {
        let wanted = Set(agents)
        let templates = Set(evidence[.agent].filter { $0["kind"] == "policy-template" }.map(\.agent))
        let locked = evidence[.approval].filter {
            templates.contains($0.agent) && $0["covers"] == "any" && $0["bypassable"] == false
        }
        return Dictionary(
            grouping: (evidence[.permission] + locked).filter { wanted.contains($0.agent) }, by: \.agent)
    }
}
