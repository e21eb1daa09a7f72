internal import Assessing
internal import Cataloging
internal import Compliance
internal import Reporting

/// Everything that an assessment is made of: the same inputs give the same assessment, wherever they were read.
struct JudgedInputs {
    /// What was collected.
    var evidence: Evidence
    /// The files of the user's own catalogs.
    var sources: [CatalogSource]
    /// The built-in catalog with those.
    var loaded: Catalog
    /// What is assessed of all catalogs.
    var choice: CatalogChoice
    /// Files of accepted risks: those that were named, then those that lie in the evidence.
    var waivers: [NamedFile]
    /// How many of them were named.
    var namedWaivers: Int
    /// What the rules of other scanners bear on.
    var findingsMaps: [NamedFile]
    /// Risks that were accepted in files that are not at hand.
    var accepted: [Waiver] = []
    /// What a history knew of the gaps, as a file of records; nil where none was given.
    var history: NamedFile?
    /// The date that everything is held against.
    var at: String
    /// Name of the system.
    var system: String?
    /// The keys that the signatures in the evidence were held against.
    var statementKeys: [StatementKey] = []
    /// What judges, once it was made ready for several assessments.
    private(set) var assessor: Assessor?

    /// Holds the signatures under statements against the keys of some people, and no others.
    mutating func judgeSignatures(by trust: StatementTrust) {
        evidence = trust.judged(evidence, system: system, at: at)
        statementKeys = trust.named
    }

    /// Assesses.
    ///
    /// - Throws: `Failure` when an input is malformed.
    func assess() throws -> Assessment {
        let assessment = try judged()
        return try history.map { assessment.knowing(try GapRecordReading.records($0)) } ?? assessment
    }

    /// Assesses, and takes in what a history knows of the gaps that are found.
    ///
    /// - Throws: `Failure` when an input is malformed, or the history is not of this system.
    mutating func assess(_ known: KnownHistory) throws -> Assessment {
        let assessment = try judged()
        guard let records = try known.records(of: assessment) else { return assessment }
        let file = NamedFile(name: GapRecordFile.name, bytes: GapRecordFile.bytes(records))
        history = file
        // By way of the file, so that whoever has it gets the same.
        return assessment.knowing(try GapRecordReading.records(file))
    }

    /// Reads the expressions of all checks once, for inputs that are assessed again and again.
    ///
    /// - Throws: `Failure` when an input is malformed.
    mutating func prepare() throws {
        guard findingsMaps.isEmpty else { return }
        let catalog = try choice.assessed(of: loaded)
        assessor = try Failure.asInput { try Assessor(catalog: catalog) }
    }

    private func judged() throws -> Assessment {
        let assessor = try ready()
        let read = try waivers.flatMap { file in
            try Failure.asInput { try WaiverFile.read(file.bytes, path: file.name) }
        }
        return try Failure.asInput {
            try assessor.assess(
                evidence, waivers: accepted + read, at: at, toolVersion: Surety.version, system: system,
                statementKeys: statementKeys)
        }
    }

    /// What judges this evidence: rules of other scanners in it become checks of their own.
    private func ready() throws -> Assessor {
        if let assessor, evidence[.externalFinding].isEmpty { return assessor }
        let chosen = try choice.assessed(of: loaded)
        let map = try findingsMaps.reduce(FindingsMap.empty) { map, file in
            map.followed(
                by: try Failure.asInput { try FindingsMap.read(file.bytes, path: file.name, catalog: loaded) })
        }
        return try Failure.asInput { try Assessor(catalog: map.checks(for: evidence, in: chosen)) }
    }
}
