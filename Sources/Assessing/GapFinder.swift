internal import Compliance
internal import Hashing
internal import Parallel

/// Names what is open on each agent, one gap for each cause.
struct GapFinder {
    /// Facts that a gap lists; the rest is counted.
    static let keptDetails = 20

    let catalog: Catalog
    let index: EvidenceIndex
    let statements: [Statement]
    /// What failing checks leave open and what to do about them, which agents of a fleet have in common.
    let remedies: Remedies

    typealias Remedies = Memo<Need, (controls: [ControlID], text: String)>

    /// What has to be mended, and in which product.
    struct Need: Hashable {
        let check: CheckID
        let product: String
    }

    /// All gaps of one agent that rest on evidence, without waivers, in an order of their own.
    func gaps(for agent: AgentID, checks: [CheckResult]) -> [Gap] {
        let said = SaidElsewhere(checks, catalog: catalog)
        var failures: [Gap] = []
        let unread = unread(agent, checks)
        let named = Set(unread.flatMap(\.citations))
        for result in checks where !isNamed(result, named) { failing(result, said).map { failures.append($0) } }
        let unanswered = UndecidedChecks(checks, beside: failures, in: catalog).groups.compactMap { undecided($0) }
        return (failures + unanswered + unread + contested(agent)).sorted { left, right in
            let a = (left.cause.rawValue, left.check?.rawValue ?? "", left.title, left.id.rawValue)
            let b = (right.cause.rawValue, right.check?.rawValue ?? "", right.title, right.id.rawValue)
            return a < b
        }
    }

    private func failing(_ result: CheckResult, _ said: SaidElsewhere) -> Gap? {
        guard let own = said.kept[result.check], !own.isEmpty, let check = catalog.check(result.check)
        else { return nil }
        let failures = Self.heaviestFirst(own)
        let agent = index.main(result.agent)
        let repeated = (said.repeated[check.id] ?? []).compactMap { catalog.check($0.check) }
        let weight = failures.compactMap(\.severity).max() ?? check.severity
        // What was accepted as a note is not accepted once it weighs more.
        let named = [check.id.rawValue] + (check.weights.isEmpty ? [] : [weight.rawValue])
        var (controls, remedy) = consequence(of: check, agent?["product"].text ?? "")
        if !repeated.isEmpty { controls = Set(controls).union(open(repeated)).sorted() }
        return gap(
            result.agent, .failingCheck, key: check.id.rawValue, check: check.id,
            severity: agent?["kind"] == "policy-template" ? asTemplate(failures, of: check, result.agent) : weight,
            title: check.title, detail: failures.map(\.message),
            also: repeated.map { "the same fails \($0.id): \($0.title)" },
            remediation: remedy, sorted: controls, citations: failures.flatMap(\.citations),
            digest: SHA256.hex((named + said.digests(of: check.id).sorted()).joined(separator: "\n")))
    }

    /// A template is in force nowhere as it stands, and weighs a step less; a secret in it is one all the same.
    private func asTemplate(_ failures: [Finding], of check: Check, _ agent: AgentID) -> Severity {
        let secrets = check.subject == .credential ? index.evidence.secrets(of: agent) : []
        let weights = failures.map { finding in
            let weight = finding.severity ?? check.severity
            return finding.citations.contains { secrets.contains($0.place) } ? weight : weight.lighter
        }
        return weights.max() ?? check.severity.lighter
    }

    /// Whether all that a check of the assessment fails has a gap of its own: a file that could not be read.
    private func isNamed(_ result: CheckResult, _ unread: Set<Citation>) -> Bool {
        guard !unread.isEmpty, catalog.check(result.check)?.isOfAssessment == true else { return false }
        return result.findings.allSatisfy { $0.verdict != .notSatisfied || unread.isSuperset(of: $0.citations) }
    }

    /// Facts are cut after some: those that weigh most stay.
    private static func heaviestFirst(_ findings: [Finding]) -> [Finding] {
        Severity.allCases.sorted(by: >).flatMap { weight in findings.filter { ($0.severity ?? .info) == weight } }
    }

    private func open(_ checks: [Check]) -> [ControlID] { open(checks.flatMap { $0.mappings.map(\.control) }) }

    private func consequence(of check: Check, _ product: String) -> (controls: [ControlID], text: String) {
        remedies.value(of: Need(check: check.id, product: product)) {
            (open(check.mappings.map(\.control)), remedy(of: check, for: product))
        }
    }

    private func remedy(of check: Check, for product: String) -> String {
        Remedy(check.remediation, knowing: check.products).concerning(product).source
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
            first.agent, .unstatedValue, key: check.id.rawValue, check: check.id, severity: .info,
            title: "Not decided: "
                + (isOne ? check.title : "\(known.count) checks of the same \(check.subject.rawValue)"),
            detail: isOne
                ? unknown.map(\.message)
                : known.map { result, check in
                    let message = result.findings.first { $0.verdict == .undetermined }?.message ?? ""
                    return "\(check.id): \(check.title) (\(message))"
                },
            remediation: "Ask who knows, and have it stated in statements.yaml for \(names).",
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
            // That it is not signed is a gap of its check.
            case .valid, .unsigned: return nil
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
        detail: [String], also: [String] = [], remediation: String, sorted controls: [ControlID],
        citations: [Citation], digest: String
    ) -> Gap {
        var seen: Set<String> = []
        let facts = detail.filter { seen.insert($0).inserted }
        var cited: Set<Citation> = []
        return Gap(
            id: GapID(of: agent, cause, key: key), agent: agent, cause: cause, check: check,
            severity: severity,
            title: title, detail: facts.prefix(Self.keptDetails) + also,
            moreDetail: max(0, facts.count - Self.keptDetails), remediation: remediation, controls: controls,
            citations: citations.filter { cited.insert($0).inserted }, valueDigest: digest, waiver: nil,
            owner: index.main(agent)?["owner"].text)
    }
}
