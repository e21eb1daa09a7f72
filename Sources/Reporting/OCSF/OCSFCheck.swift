internal import Compliance

/// A check of a Compliance Finding, and what it looked at.
struct OCSFCheck {
    private let verdict: CheckVerdict
    private let check: Check?
    /// Where what it decided by stands.
    private let place: Citation?

    /// The checks of an item.
    ///
    /// One that decided by several files is there for each of them, where the edition has a place for that. What a check
    /// did not look at, or could not decide by, is no resource that it evaluated.
    static func all(of item: ExportItem, in index: AssessmentIndex, version: OCSFVersion) -> [OCSFCheck] {
        item.result.checks.flatMap { verdict -> [OCSFCheck] in
            let check = index.checks[verdict.check]
            let places = version.hasResourcesOfChecks ? places(of: verdict, on: item.agent.id, in: index) : []
            return places.isEmpty
                ? [OCSFCheck(verdict: verdict, check: check, place: nil)]
                : places.map { OCSFCheck(verdict: verdict, check: check, place: $0) }
        }
    }

    /// The first place in each file that the verdict rests on.
    private static func places(of verdict: CheckVerdict, on agent: AgentID, in index: AssessmentIndex) -> [Citation] {
        guard verdict.verdict == .satisfied || verdict.verdict == .notSatisfied else { return [] }
        let findings = index.checkResult(verdict.check, of: agent)?.findings ?? []
        var seen: Set<String> = []
        return findings.filter { $0.verdict == verdict.verdict }.compactMap(\.citations.first).filter {
            !$0.artifact.isEmpty && seen.insert($0.artifact).inserted
        }
    }

    /// Writes the members of the object.
    func write(to json: JSONText) {
        let status = verdict.verdict.ocsf
        json.member("uid", verdict.check.rawValue)
        if let check {
            json.member("name", SafeText.line(check.title))
            json.member("severity_id", check.severity.ocsf)
        }
        json.member("status_id", status.id)
        json.member("status", status.name)
        guard let place else { return }
        json.nested("resource") {
            json.member("name", place.artifact)
            json.member("type", "File")
            json.nested("data") { json.members(ofPlace: place) }
        }
    }
}

extension JSONText {
    /// Writes where in a file something stands.
    func members(ofPlace place: Citation) {
        given("line", place.line)
        given("column", place.column)
        given("pointer", place.pointer)
        if place.isUnset { member("unset", true) }
    }
}
