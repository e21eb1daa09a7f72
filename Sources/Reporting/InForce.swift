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
        /// `deny`, `ask`, `hook` for code that runs before a call and can refuse it, or `lock` for a template's setting
        /// that keeps the questions from being switched off.
        let effect: String
        let rules: [(text: String, citation: Citation)]

        /// How many there are.
        var count: String { Counted.of(rules.count, effect == "hook" ? "hook" : "rule") }
        /// What they say, each once.
        var texts: [String] {
            var seen: Set<String> = []
            return rules.map(\.text).filter { seen.insert($0).inserted }
        }
    }

    /// Checks that rest on a written line, in the catalog's order.
    let passes: [Pass]
    /// How many more pass because of what the product does by itself, or because nothing there could fail.
    let others: Int
    /// How many pass without a written line, in words.
    var otherWords: String? {
        guard others > 0 else { return nil }
        let more = passes.isEmpty && rules.isEmpty ? "" : "more "
        return others == 1
            ? "1 \(more)check passes without a line of its own"
            : "\(others) \(more)checks pass without lines of their own"
    }
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
                let place = Self.place(of: row)
                guard let rule = row["rule"].text, !place.isOfWhole,
                    !place.isOfDefault(evidence.excerpt(of: place))
                else { return nil }
                return (rule, place)
            }
            return written.isEmpty ? nil : Rules(effect: effect, rules: written.map { (text: $0, citation: $1) })
        }
        let hooks = permissions.filter(Self.canRefuse).compactMap { row in
            row.line.map { _ in (text: row["matcher"].text ?? "every tool", citation: Self.place(of: row)) }
        }
        if !hooks.isEmpty { rules.append(Rules(effect: "hook", rules: hooks)) }
        let locks = permissions.filter { $0.table == .approval }.compactMap(Self.lock)
        if !locks.isEmpty { rules.append(Rules(effect: "lock", rules: locks)) }
    }

    /// The setting behind a gate that nobody can switch off.
    private static func lock(_ row: Row) -> (text: String, citation: Citation)? {
        guard let key = row.pointer?.split(separator: "/").last else { return nil }
        let place = place(of: row)
        return place.isOfWhole ? nil : (text: String(key), citation: place)
    }

    /// Whether a hook runs before calls of tools and ends with the code that refuses one: `exit 2`.
    ///
    /// What it looks for is not judged, only that it can say no.
    /// <https://code.claude.com/docs/en/hooks#exit-code-output>
    private static func canRefuse(_ row: Row) -> Bool {
        guard row.table == .hook, row["event"] == "PreToolUse", row["effective"] == true, row["effect"] == "none",
            let command = row["command"].text
        else { return false }
        return command.ranges(of: "exit 2").contains { range in
            range.upperBound == command.endIndex || !command[range.upperBound].isNumber
        }
    }

    private static func place(of row: Row) -> Citation {
        Citation(
            artifact: row.artifact ?? "", sha256: nil, line: row.line, column: row.column, pointer: row.pointer,
            isUnset: row.isUnset)
    }

    /// What rules do; a template's would do it where somebody installs it.
    static func verb(_ rules: Rules, isTemplate: Bool) -> String {
        if rules.effect == "lock" {
            return "would keep the questions from being switched off, were the template in force"
        }
        if rules.effect == "hook" {
            let verb = rules.rules.count == 1 ? "runs" : "run"
            return isTemplate
                ? "would run before calls and could refuse them, were the template in force"
                : "\(verb) before calls and can refuse them"
        }
        return switch (rules.effect == "deny", isTemplate) {
        case (true, true): "would refuse, were the template in force"
        case (false, true): "would ask first, were the template in force"
        case (true, false): rules.rules.count == 1 ? "refuses" : "refuse"
        case (false, false): "ask first"
        }
    }

    /// Permission rows by agent with hooks that can refuse, and of templates the gates that they would lock: no check
    /// passes on a template alone.
    static func permissions(of agents: [AgentID], in evidence: Evidence) -> [AgentID: [Row]] {
        let wanted = Set(agents)
        let templates = Set(evidence[.agent].filter { $0["kind"] == "policy-template" }.map(\.agent))
        let locked = evidence[.approval].filter {
            templates.contains($0.agent) && $0["covers"] == "any" && $0["bypassable"] == false
        }
        let rows = evidence[.permission] + evidence[.hook].filter(canRefuse) + locked
        return Dictionary(grouping: rows.filter { wanted.contains($0.agent) }, by: \.agent)
    }
}
