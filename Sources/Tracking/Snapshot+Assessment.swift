public import Compliance
internal import Hashing

extension Snapshot {
    /// What is remembered of an assessment.
    public init(_ assessment: Assessment) {
        var facts: [Fact.Key: Fact] = [:]
        Self.subjects(of: assessment, into: &facts)
        Self.rules(of: assessment, into: &facts)
        Self.verdicts(of: assessment, into: &facts)
        Self.people(of: assessment, into: &facts)
        let failures = Self.failures(in: assessment)
        self.init(
            at: assessment.at, tool: assessment.toolVersion, catalogDigest: assessment.catalog.digest,
            evidenceDigest: assessment.evidenceDigest, facts: facts,
            gaps: assessment.gaps.map { gap in
                let count = gap.check.flatMap { failures[gap.agent]?[$0] }
                return SeenGap(gap, findings: count ?? 1, waivers: assessment.waivers)
            })
    }

    /// How many rows of an agent fail a check.
    private static func failures(in assessment: Assessment) -> [AgentID: [CheckID: Int]] {
        assessment.checks.reduce(into: [:]) { failures, result in
            guard result.verdict == .notSatisfied else { return }
            failures[result.agent, default: [:]][result.check] = result.findings.count { $0.verdict == .notSatisfied }
        }
    }

    private static func subjects(of assessment: Assessment, into facts: inout [Fact.Key: Fact]) {
        let classes = Dictionary(assessment.autonomy.map { ($0.agent, $0.autonomy.rawValue) }) { first, _ in first }
        for agent in assessment.agents {
            facts[Fact.Key(.agent, agent: agent.id.rawValue)] = Fact(classes[agent.id] ?? "", basis: agent.product)
        }
        for row in assessment.evidence[.artifact] {
            facts[Fact.Key(.artifact, row["path"].text ?? "")] = Fact(
                row["status"].text ?? "", basis: row["sha256"].text ?? "")
        }
    }

    private static func rules(of assessment: Assessment, into facts: inout [Fact.Key: Fact]) {
        for check in assessment.catalog.checks {
            let weights = check.weights.map { "\($0.severity.rawValue) \($0.when)" }
            let text = [check.subject.rawValue, check.when ?? "", check.assert, check.severity.rawValue]
            let definition = SHA256.hex((text + weights + check.products).joined(separator: "\u{1F}"))
            let items = check.mappings.map { "\($0.control) \($0.relationship.rawValue)" }.sorted()
            facts[Fact.Key(.rule, check.id.rawValue)] = Fact(definition, basis: items.joined(separator: "\n"))
        }
    }

    private static func verdicts(of assessment: Assessment, into facts: inout [Fact.Key: Fact]) {
        // What is not said does not apply, and is not kept: most of a fleet's verdicts.
        for result in assessment.checks where result.verdict != .notApplicable {
            let values = result.findings.map { "\($0.verdict.rawValue) \($0.valueDigest)" }.sorted()
            let digest = SHA256.hex((values + [result.reason ?? ""]).joined(separator: "\n"))
            let files = Set(result.findings.flatMap { $0.citations.map(\.artifact) }).sorted()
            facts[Fact.Key(.check, agent: result.agent.rawValue, result.check.rawValue)] = Fact(
                result.verdict.rawValue, basis: ([digest, result.reason ?? ""] + files).joined(separator: "\n"))
        }
        for result in assessment.controls where result.verdict != .undetermined || result.extent != .none {
            facts[Fact.Key(.control, agent: result.agent.rawValue, result.control.rawValue)] = Fact(
                result.verdict == .satisfied || result.extent == .none
                    ? result.verdict.rawValue : "\(result.verdict.rawValue), \(result.extent.rawValue)")
        }
    }

    private static func people(of assessment: Assessment, into facts: inout [Fact.Key: Fact]) {
        for statement in assessment.statements {
            let standing =
                switch statement.standing {
                case .valid: statement.origin == .attested ? "counts, attested by signature" : "counts"
                case .invalid(let why): "does not count: \(why)"
                case .contradicted(let why): "is contradicted: \(why)"
                }
            let about = statement.control?.rawValue ?? statement.check?.rawValue ?? ""
            let said = SHA256.hex([statement.claim, statement.documentSHA256 ?? ""].joined(separator: "\u{1F}"))
            let key = Fact.Key(
                .statement, agent: statement.agent.rawValue, "\(about) by \(statement.by), \(statement.statedOn)")
            facts[key] = Fact(standing, basis: "\(said) \(statement.expiresOn)")
        }
        for waiver in assessment.waivers {
            let standing =
                switch waiver.standing {
                case .holds: "holds"
                case .lapsed(let why): "has lapsed: \(why)"
                }
            let about = waiver.gap?.rawValue ?? waiver.check?.rawValue ?? ""
            let key = Fact.Key(
                .waiver, agent: waiver.agent?.rawValue ?? "", "\(about) by \(waiver.approver), \(waiver.expiresOn)")
            facts[key] = Fact(standing, basis: "\(waiver.accepts) \(waiver.expiresOn)")
        }
    }
}

extension Snapshot.SeenGap {
    fileprivate init(_ gap: Gap, findings: Int, waivers: [Waiver]) {
        self.init(
            id: gap.id.rawValue, agent: gap.agent.rawValue, check: gap.check?.rawValue ?? "",
            cause: gap.cause.rawValue, severity: gap.severity, title: gap.detail.first ?? gap.title,
            place: gap.citations.first?.place ?? "", findings: findings,
            waivedUntil: gap.waiver.map { waivers[$0].expiresOn },
            owner: gap.owner)
    }
}
