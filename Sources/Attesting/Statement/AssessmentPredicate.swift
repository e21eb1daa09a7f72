public import Compliance

/// What a statement of ours says of an assessment: by what it was judged, over what, with which result.
///
/// The members are:
/// - `tool`, `at`: who assessed, and for which date.
/// - `catalog`, `evidence`: digests of what judged and of what was judged; `frameworks`: what was assessed.
/// - `profile`: the one that chose of the frameworks, where one did.
/// - `agents`: of each, the verdict of every check and framework item, which of the items rest on somebody's statement
///   (`attested` where all of it is signed, else `selfReported`), and the tables that were not seen in full.
/// - `gaps`: what is open and rests on evidence, with its severity and whether somebody accepted it; `questions`: how many
///   items wait for a person.
/// - `statements`: how many of people's statements count, how many of these are signed, and how many do not count.
/// - `statementKeys`: whose keys signatures under statements were held against, where any were given.
/// - `system`: its name, where one was given.
/// - `editions`: in which edition the reports are written whose format has several.
/// - `notRead`: files that were found and not read, with the reason.
/// - `counts`: verdicts of checks and of the items of each framework.
public enum AssessmentPredicate {
    /// The `predicateType`; the number is raised when a member is removed or changes its meaning.
    public static let type = "https://surety-tool.org/ns/attestation/v1"

    /// The predicate of an assessment; the same assessment gives the same value.
    ///
    /// - Parameters:
    ///   - assessment: What was found.
    ///   - editions: The editions of the reports, by the names of their formats.
    /// - Returns: The predicate.
    public static func value(of assessment: Assessment, editions: [String: String]) -> JSONValue {
        let checks = Dictionary(grouping: assessment.checks, by: \.agent)
        let controls = Dictionary(grouping: assessment.controls, by: \.agent)
        var members: [String: JSONValue] = [
            "tool": ["name": "surety", "version": .string(assessment.toolVersion)],
            "at": .string(assessment.at),
            "catalog": ["sha256": .string(assessment.catalog.digest)],
            "evidence": ["sha256": .string(assessment.evidenceDigest)],
            "frameworks": .array(assessment.catalog.frameworks.map { .string($0.id.rawValue) }),
            "agents": .array(
                assessment.agents.map { value(of: $0, checks[$0.id] ?? [], controls[$0.id] ?? [], assessment) }),
            "gaps": .array(assessment.gaps.map(value)),
            "questions": .integer(assessment.questions.count),
            "statements": statements(assessment),
            "notRead": .array(notRead(assessment.evidence)),
            "counts": counts(assessment),
            "editions": .object(editions.mapValues(JSONValue.string)),
        ]
        if let system = assessment.system { members["system"] = .string(system) }
        if !assessment.statementKeys.isEmpty {
            members["statementKeys"] = .array(
                assessment.statementKeys.map { ["claimant": .string($0.claimant), "sha256": .string($0.id)] })
        }
        if let profile = assessment.catalog.tailoring?.profile {
            members["profile"] = ["id": .string(profile.id.rawValue), "sha256": .string(profile.digest)]
        }
        return .object(members)
    }

    private static func value(
        of agent: AgentSummary, _ checks: [CheckResult], _ controls: [ControlResult], _ assessment: Assessment
    ) -> JSONValue {
        let stated = Dictionary(grouping: controls) { assessment.origin(of: $0) }.mapValues { results in
            JSONValue.array(results.map(\.control.rawValue).sorted().map(JSONValue.string))
        }
        let frameworks = Dictionary(grouping: controls, by: \.control.framework.rawValue).mapValues { results in
            lists(results.map { ($0.verdict, $0.control.item) })
        }
        return [
            "id": .string(agent.id.rawValue),
            "product": .string(agent.product),
            "checks": lists(checks.map { ($0.verdict, $0.check.rawValue) }),
            "frameworks": .object(frameworks),
            "selfReported": stated[.selfReported] ?? [],
            "attested": stated[.attested] ?? [],
            "notSeen": .object(
                Dictionary(agent.unseen.map { ($0.rawValue, .string($1)) }, uniquingKeysWith: { first, _ in first })),
        ]
    }

    /// Identifiers by verdict, each list in order.
    private static func lists(_ verdicts: [(Verdict, String)]) -> JSONValue {
        .object(
            Dictionary(grouping: verdicts, by: \.0.rawValue).mapValues {
                .array($0.map(\.1).sorted().map(JSONValue.string))
            }
        )
    }

    private static func value(of gap: Gap) -> JSONValue {
        [
            "id": .string(gap.id.rawValue), "agent": .string(gap.agent.rawValue), "cause": .string(gap.cause.rawValue),
            "severity": .string(gap.severity.rawValue), "waived": .boolean(gap.waiver != nil),
        ]
    }

    private static func statements(_ assessment: Assessment) -> JSONValue {
        let tally = StatementTally(assessment.statements)
        return [
            "count": .integer(tally.counting), "doNotCount": .integer(tally.notCounting),
            "attested": .integer(tally.attested),
        ]
    }

    private static func notRead(_ evidence: Evidence) -> [JSONValue] {
        let rows = evidence[.artifact].filter { $0["status"].text != "read" }
        let records = Set(rows.map { [$0["path"], $0["status"], $0["reason"]].map { $0.text ?? "" } })
        return records.sorted { $0.lexicographicallyPrecedes($1) }.map { record in
            ["path": .string(record[0]), "status": .string(record[1]), "reason": .string(record[2])]
        }
    }

    private static func counts(_ assessment: Assessment) -> JSONValue {
        let frameworks = Dictionary(grouping: assessment.controls, by: \.control.framework.rawValue)
        return [
            "checks": tally(assessment.checks.map(\.verdict)),
            "frameworks": .object(frameworks.mapValues { tally($0.map(\.verdict)) }),
        ]
    }

    private static func tally(_ verdicts: [Verdict]) -> JSONValue {
        .object(Dictionary(grouping: verdicts, by: \.rawValue).mapValues { .integer($0.count) })
    }
}
