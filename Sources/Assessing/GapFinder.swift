internal import Compliance
internal import Hashing

/// Names what is open on each agent, one gap for each cause.
struct GapFinder {
    /// Facts that a gap lists; the rest is counted.
    static let keptDetails = 20

    let catalog: Catalog
    let index: EvidenceIndex
    let statements: [Statement]
    /// What failing checks leave open and what to do about them, which agents of a fleet have in common.
    private var known: [CheckID: [String: (controls: [ControlID], remedy: String)]] = [:]

    init(catalog: Catalog, index: EvidenceIndex, statements: [Statement]) {
        self.catalog = catalog
        self.index = index
        self.statements = statements
    }

    /// All gaps of one agent that rest on evidence, without waivers, in an order of their own.
    mutating func gaps(for agent: AgentID, checks: [CheckResult]) -> [Gap] {
        var failures: [Gap] = []
        for result in checks { failing(result).map { failures.append($0) } }
        let unanswered = UndecidedChecks(checks, beside: failures, in: catalog).groups.compactMap { undecided($0) }
        return (failures + unanswered + unread(agent, checks) + contested(agent)).sorted { left, right in
            let a = (left.cause.rawValue, left.check?.rawValue ?? "", left.title, left.id.rawValue)
            let b = (right.cause.rawValue, right.check?.rawValue ?? "", right.title, right.id.rawValue)
            return a < b
        }
    }

    private mutating func failing(_ result: CheckResult) -> Gap? {
        guard result.verdict == .notSatisfied, let check = catalog.check(result.check) else { return nil }
        let failures = result.findings.filter { $0.verdict == .notSatisfied }
        let product = index.main(result.agent)?["product"].text ?? ""
        let (controls, remedy) = consequence(of: check, product)
        return gap(
            result.agent, .failingCheck, key: check.id.rawValue, check: check.id, severity: check.severity,
            title: check.title, detail: failures.map(\.message),
            remediation: remedy, sorted: controls, citations: failures.flatMap(\.citations),
            digest: SHA256.hex(([check.id.rawValue] + failures.map(\.valueDigest).sorted()).joined(separator: "\n")))
    }

    private mutating func consequence(of check: Check, _ product: String) -> ([ControlID], String) {
        if let found = known[check.id]?[product] { return found }
        let found = (open(check.mappings.map(\.control)), Remedy.text(check.remediation, for: product))
        known[check.id, default: [:]][product] = found
        return found
    }

    /// The items of the frameworks that are assessed, sorted.
    private func open(_ controls: [ControlID]) -> [ControlID] {
        Set(controls).filter { catalog.control($0) != nil }.sorted()
    }

    /// One gap for the checks that want the same rows: one answer closes them all.
    private func undecided(_ group: [CheckResult]) -> Gap? {
        let known = group.compactMap { result in catalog.check(result.check).map { (result, $0) } }
        guard let (first, check) = known.first else { return nil }
        let isOne = known.count == 1
        let unknown = first.findings.filter { $0.verdict == .undetermined }
        let names = known.map { $0.1.id.rawValue }.joined(separator: ", ")
        return gap(
            first.agent, .unreadEvidence, key: check.id.rawValue, check: check.id, severity: .low,
            title: "Not decided: "
                + (isOne ? check.title : "\(known.count) checks of the same \(check.subject.rawValue)"),
            detail: isOne
                ? unknown.map(\.message)
                : known.map { result, check in
                    let message = result.findings.first { $0.verdict == .undetermined }?.message ?? ""
                    return "\(check.id): \(check.title) (\(message))"
                },
            remediation: "State the missing value in the configuration, or have a person state it for \(names).",
            controls: known.flatMap { $0.1.mappings.map(\.control) }, citations: unknown.flatMap(\.citations),
            digest: "")
    }

    private func unread(_ agent: AgentID, _ checks: [CheckResult]) -> [Gap] {
        let refused = index.rows(.artifact, of: agent).filter { $0["status"].text == "refused" }
        guard !refused.isEmpty else { return [] }
        let undecided = checks.filter { $0.verdict == .undetermined }.compactMap { catalog.check($0.check) }
        let controls = undecided.flatMap { $0.mappings.map(\.control) }
        return refused.map { row in
            let path = row["path"].text ?? ""
            return gap(
                agent, .unreadEvidence, key: path, check: nil, severity: .high, title: "\(path) could not be read",
                detail: [row["reason"].text ?? "could not be read"],
                remediation: "Repair the file and assess again: until then nothing it would show counts.",
                controls: controls, citations: index.citation(of: row).map { [$0] } ?? [], digest: "")
        }
    }

    private func contested(_ agent: AgentID) -> [Gap] {
        statements.filter { $0.agent == agent }.compactMap { statement in
            let key = [statement.control?.rawValue, statement.check?.rawValue, statement.by, statement.claim]
                .compactMap(\.self).joined(separator: "|")
            let controls = statement.control.map { [$0] } ?? []
            switch statement.standing {
            case .valid: return nil
            case .invalid(let why):
                return gap(
                    agent, .invalidStatement, key: key, check: statement.check, severity: .medium,
                    title: "A statement by \(statement.by) does not count", detail: ["“\(statement.claim)”: \(why)"],
                    remediation: "Renew the statement with valid dates and the digest of its document, or withdraw it.",
                    controls: controls, citations: [statement.citation], digest: "")
            case .contradicted(let why):
                return gap(
                    agent, .contradictedStatement, key: key, check: statement.check, severity: .high,
                    title: "The evidence contradicts a statement by \(statement.by)",
                    detail: ["“\(statement.claim)”: \(why)"],
                    remediation: "Correct the configuration or withdraw the statement: both cannot be true.",
                    controls: controls, citations: [statement.citation], digest: "")
            }
        }
    }

    private func gap(
        _ agent: AgentID, _ cause: Gap.Cause, key: String, check: CheckID?, severity: Severity, title: String,
        detail: [String], remediation: String, controls: [ControlID], citations: [Citation], digest: String
    ) -> Gap {
        gap(
            agent, cause, key: key, check: check, severity: severity, title: title, detail: detail,
            remediation: remediation, sorted: open(controls), citations: citations, digest: digest)
    }

    private func gap(
        _ agent: AgentID, _ cause: Gap.Cause, key: String, check: CheckID?, severity: Severity, title: String,
        detail: [String], remediation: String, sorted controls: [ControlID], citations: [Citation], digest: String
    ) -> Gap {
        var seen: Set<String> = []
        let facts = detail.filter { seen.insert($0).inserted }
        return Gap(
            id: GapID(of: agent, cause, key: key), agent: agent, cause: cause, check: check,
            severity: severity,
            title: title, detail: Array(facts.prefix(Self.keptDetails)),
            moreDetail: max(0, facts.count - Self.keptDetails), remediation: remediation, controls: controls,
            citations: Array(citations.prefix(Self.keptDetails)), valueDigest: digest, waiver: nil,
            owner: index.main(agent)?["owner"].text)
    }
}
