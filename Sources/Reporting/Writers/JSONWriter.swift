internal import Compliance

/// `assessment.json`: the whole assessment for programs, one record a line.
///
/// Every key but `inferred` and those of a history is always there; what is not known is null. The order is fixed, so that
/// two files can be compared line by line. The top-level keys are:
/// - `schema`, `schema_version`: what this is; the version is raised when a key is removed or changes its meaning.
/// - `tool`, `at`, `evidence_digest`: who assessed, for which date, which bytes.
/// - `catalog`: `digest`, `profile` (what it chose and set; null for none), `frameworks` with their items in
///   published order, `checks` with their parameters in force and mappings,
///   `mappings` between frameworks with version and SHA-256, their rows counted.
/// - `evidence`: `artifacts` (files with status and SHA-256), `coverage` (what was seen of each table), `rows` (how
///   many), `faults`. The rows themselves are in `evidence.json`, beside it.
/// - `agents`, `autonomy`: who was assessed and how autonomous each may be.
/// - `checks`: verdict, reason and findings, each finding with the places it cites.
/// - `controls`: verdict and extent of each framework item for each agent, by which checks and statements, and what is
///   missing. `statements` holds positions in the top-level `statements`. `inferred` is what follows for an undetermined
///   item from verdicts of others, with the rows of mappings that lead there; the verdict stays.
/// - `statement_keys`: whose keys signatures under statements were held against, where any were given. A statement's
///   `origin` is `attested` where its `signature` is valid, else `self-reported`; `signature` is null when it is not known.
/// - `gaps`, `statements`, `waivers`: what is open, stated, accepted. A gap's `waiver` is a position in `waivers`,
///   its `group` the gap that stands for the entry of the reports that it is part of.
/// - `history`: where one was given, how many of the gaps it knows; each gap then has `tracked`, null for one that it does
///   not know: since when it is open, until when it is to be closed, who sees to it, what people wrote.
public struct JSONWriter: Writer {
    /// Raised when a key is removed or changes its meaning.
    public static let schemaVersion = 1

    /// `json`.
    public let format = "json"
    /// `assessment.json`.
    public let fileName = "assessment.json"
    /// What the file is.
    public let summary = "The whole assessment for programs."
    /// It is written when nobody names a format.
    public let isDefault = true

    /// A writer.
    public init() {}

    /// Writes the assessment.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        let assessment = index.assessment
        let json = JSONText(sink)
        json.object(block: true) {
            json.member("schema", "surety-assessment")
            json.member("schema_version", Self.schemaVersion)
            json.key("tool")
            json.object {
                json.member("name", "surety")
                json.member("version", assessment.toolVersion)
            }
            json.member("at", assessment.at)
            if let system = assessment.system { json.member("system", system) }
            json.member("evidence_digest", assessment.evidenceDigest)
            if let records = assessment.records {
                json.key("history")
                json.object { json.member("records", records.count) }
            }
            json.write(assessment.catalog)
            json.write(assessment.evidence, artifacts: index.artifacts)
            json.list("agents", assessment.agents) { json.members(of: $0) }
            json.list("autonomy", assessment.autonomy) { json.members(of: $0) }
            json.list("checks", assessment.checks) { json.members(of: $0) }
            json.list("controls", assessment.controls) { json.members(of: $0) }
            let heads = index.heads
            json.list("gaps", assessment.register) { json.members(of: $0, group: heads.head(of: $0), in: index) }
            json.list("statements", assessment.statements) { json.members(of: $0) }
            if !assessment.statementKeys.isEmpty {
                json.list("statement_keys", assessment.statementKeys) { key in
                    json.member("claimant", key.claimant)
                    json.member("sha256", key.id)
                }
            }
            json.list("waivers", assessment.waivers) { json.members(of: $0) }
        }
        json.finish()
    }
}
