internal import Compliance
internal import Hashing

/// Names what is open on each agent, one gap for each cause.
struct GapFinder {
    /// Facts that a gap lists; the rest is counted.
    static let keptDetails = 20

    let catalog: Catalog
    let index: EvidenceIndex
    let statements: [Statement]
    /// Agents of the same name in other systems have gaps of other identifiers.
    let system: String?

    /// All gaps of one agent that rest on evidence, without waivers, in an order of their own.
    func gaps(for agent: AgentID, checks: [CheckResult]) -> [Gap] {
        let failures = checks.compactMap { failing($0) }
        let unanswered = UndecidedChecks(checks, beside: failures).groups.compactMap { undecided($0) }
        return (failures + unanswered + unread(agent, checks) + contested(agent)).sorted { left, right in
            let a = (left.cause.rawValue, left.check?.rawValue ?? "", left.title, left.id.rawValue)
            let b = (right.cause.rawValue, right.check?.rawValue ?? "", right.title, right.id.rawValue)
            return a < b
        }
    }

    private func failing(_ result: CheckResult) -> Gap? {
        guard result.verdict == .notSatisfied, let check = catalog.check(result.check) else { return nil }
        let failures = result.findings.filter { $0.verdict == .notSatisfied }
        return gap(
            result.agent, .failingCheck, key: check.id.rawValue, check: check.id, severity: check.severity,
            title: check.title, detail: failures.map(\.message),
            remediation: Remedy.text(check.remediation, for: index.main(result.agent)?["product"].text ?? ""),
            controls: check.mappings.map(\.control), citations: failures.flatMap(\.citations),
            digest: SHA256.hex(failures.map(\.valueDigest).sorted().joined(separator: "\n")))
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

    /// What only a person can show of an agent, and nobody has stated.
    func questions(_ controls: [ControlResult]) -> [OpenQuestion] {
        controls.compactMap { result in
            guard result.verdict == .undetermined, result.missing.contains(where: \.isStatement) else { return nil }
            let name = id(result.agent, .missingStatement, key: result.control.rawValue)
            return OpenQuestion(id: name, agent: result.agent, control: result.control)
        }
    }

    private func gap(
        _ agent: AgentID, _ cause: Gap.Cause, key: String, check: CheckID?, severity: Severity, title: String,
        detail: [String], remediation: String, controls: [ControlID], citations: [Citation], digest: String
    ) -> Gap {
        let known = Set(controls).filter { catalog.control($0) != nil }.sorted()
        var seen: Set<String> = []
        let facts = detail.filter { seen.insert($0).inserted }
        return Gap(
            id: id(agent, cause, key: key), agent: agent, cause: cause, check: check,
            severity: severity,
            title: title, detail: Array(facts.prefix(Self.keptDetails)),
            moreDetail: max(0, facts.count - Self.keptDetails), remediation: remediation, controls: known,
            citations: Array(citations.prefix(Self.keptDetails)), valueDigest: digest, waiver: nil,
            owner: index.main(agent)?["owner"].text)
    }

    private func id(_ agent: AgentID, _ cause: Gap.Cause, key: String) -> GapID {
        let name = SHA256.hex(
            ((system.map { [$0] } ?? []) + [agent.rawValue, cause.rawValue, key]).joined(separator: "\u{1F}"))
        return GapID("G-" + name.prefix(10).uppercased())
    }
}

extension Missing {
    fileprivate var isStatement: Bool {
        if case .statement = self { true } else { false }
    }
}
