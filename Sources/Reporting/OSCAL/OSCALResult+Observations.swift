internal import Compliance

extension OSCALResult {
    /// Writes what a check saw.
    func observation(_ result: CheckResult) {
        let check = document.index.checks[result.check]
        let findings = result.findings.filter { $0.verdict == result.verdict }
        let places = Self.unique(findings.flatMap(\.citations))
        out.element("observation", ["uuid": observed[result.check]]) {
            out.title(check?.title ?? result.check.rawValue)
            out.blocks("description", description(result, findings))
            out.prop("check-id", result.check.rawValue)
            out.prop("verdict", result.verdict.rawValue)
            out.prop("severity", check?.severity.rawValue)
            out.plain("method", (check?.method ?? .test).rawValue.uppercased())
            out.plain("type", "control-objective")
            out.origin("tool", tool)
            out.empty("subject", ["subject-uuid": names.component(agent.id), "type": "component"])
            for place in places.prefix(Self.keptPlaces) { evidence(place) }
            out.plain("collected", document.context.at)
            if places.count > Self.keptPlaces {
                out.blocks("remarks", ["\(places.count - Self.keptPlaces) more places are left out."])
            }
        }
    }

    /// Writes what a person states, also when it does not count.
    func observation(_ statement: Statement, at position: Int) {
        let standing =
            statement.standing.reason.map { "It does not count: \($0)." } ?? "It counts, as \(statement.counting)."
        let person = document.parties.person(statement.by)
        out.element("observation", ["uuid": names.observation(statement, at: position)]) {
            out.title("Statement by \(statement.by)")
            out.blocks("description", ["“\(statement.claim)”", standing])
            out.prop("standing", statement.standing.word)
            out.prop("origin", statement.origin.rawValue)
            out.prop("signature", statement.signatureWord)
            if case .valid(let key) = statement.signature { out.prop("signing-key", key) }
            out.prop("control-id", statement.control?.rawValue)
            out.prop("check-id", statement.check?.rawValue)
            out.prop("role", statement.role)
            out.plain("method", statement.method.rawValue.uppercased())
            out.plain("type", "control-objective")
            person.map { out.origin("party", $0) } ?? out.origin("tool", tool)
            out.empty("subject", ["subject-uuid": names.component(agent.id), "type": "component"])
            evidence(statement.citation)
            if let path = statement.document {
                evidence(
                    Citation(artifact: path, sha256: statement.documentSHA256, line: nil, column: nil, pointer: nil))
            }
            out.plain("collected", OSCALValues.dateTime(statement.statedOn) ?? document.context.at)
            if let expires = OSCALValues.dateTime(statement.expiresOn, time: "23:59:59") {
                out.plain("expires", expires)
            }
        }
    }

    private func description(_ result: CheckResult, _ findings: [Finding]) -> [String] {
        let facts = Self.unique(findings.map(\.message))
        let rest = facts.count - Self.keptPlaces
        let said = (result.reason.map { [$0] } ?? []) + facts.prefix(Self.keptPlaces)
        let more = rest > 0 ? ["… and \(rest) more"] : []
        // The title says what is true of a good agent; alone it would read as a fact.
        return ["Verdict: \(result.verdict.rawValue.replacing("-", with: " "))."] + said + more
    }

    /// Writes one place that something rests on.
    func evidence(_ place: Citation) {
        out.element("relevant-evidence", ["href": document.context.artifacts.reference(place.artifact)]) {
            out.blocks("description", [place.place])
            out.prop("path", place.artifact)
            out.prop("line", place.line.map(String.init))
            out.prop("column", place.column.map(String.init))
            out.prop("pointer", place.pointer)
            if place.isUnset { out.prop("unset", "true") }
            out.prop("sha256", place.sha256)
        }
    }

    private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}
