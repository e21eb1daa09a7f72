internal import Compliance

extension OSCALResult {
    /// Writes what a check saw.
    func observation(_ result: CheckResult) {
        let check = document.index.checks[result.check]
        let findings = result.findings.filter { $0.verdict == result.verdict }
        let places = Self.unique(findings.flatMap(\.citations))
        xml.element("observation", ["uuid": observed[result.check]]) {
            xml.title(check?.title ?? result.check.rawValue)
            xml.blocks("description", description(result, findings))
            xml.prop("check-id", result.check.rawValue)
            xml.prop("verdict", result.verdict.rawValue)
            xml.prop("severity", check?.severity.rawValue)
            xml.text("method", text: (check?.method ?? .test).rawValue.uppercased())
            xml.text("type", text: "control-objective")
            xml.origin("tool", names.tool(agent.id))
            xml.empty("subject", ["subject-uuid": names.component(agent.id), "type": "component"])
            for place in places.prefix(Self.keptPlaces) { evidence(place) }
            xml.text("collected", text: document.at)
            if places.count > Self.keptPlaces {
                xml.blocks("remarks", ["\(places.count - Self.keptPlaces) more places are left out."])
            }
        }
    }

    /// Writes what a person states, also when it does not count.
    func observation(_ statement: Statement, at position: Int) {
        let standing = statement.standing.reason.map { "It does not count: \($0)." } ?? "It counts, as self-reported."
        let person = document.parties.person(statement.by)
        xml.element("observation", ["uuid": names.observation(statement, at: position)]) {
            xml.title("Statement by \(statement.by)")
            xml.blocks("description", ["“\(statement.claim)”", standing])
            xml.prop("standing", statement.standing.word)
            xml.prop("control-id", statement.control?.rawValue)
            xml.prop("check-id", statement.check?.rawValue)
            xml.prop("role", statement.role)
            xml.text("method", text: statement.method.rawValue.uppercased())
            xml.text("type", text: "control-objective")
            person.map { xml.origin("party", $0) } ?? xml.origin("tool", names.tool(agent.id))
            xml.empty("subject", ["subject-uuid": names.component(agent.id), "type": "component"])
            evidence(statement.citation)
            if let path = statement.document {
                evidence(
                    Citation(artifact: path, sha256: statement.documentSHA256, line: nil, column: nil, pointer: nil))
            }
            xml.text("collected", text: OSCALValues.dateTime(statement.statedOn) ?? document.at)
            if let expires = OSCALValues.dateTime(statement.expiresOn, time: "23:59:59") {
                xml.text("expires", text: expires)
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

    private func evidence(_ place: Citation) {
        xml.element("relevant-evidence", ["href": document.artifacts.reference(place.artifact)]) {
            xml.blocks("description", [place.place])
            xml.prop("path", place.artifact)
            xml.prop("line", place.line.map(String.init))
            xml.prop("column", place.column.map(String.init))
            xml.prop("pointer", place.pointer)
            xml.prop("sha256", place.sha256)
        }
    }

    private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}
