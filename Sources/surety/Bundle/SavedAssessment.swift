internal import Attesting
internal import Cataloging
internal import Compliance
internal import Documents
internal import Reporting

/// An assessment that was saved as JSON, and all that it was made of.
struct SavedAssessment {
    /// The JSON as it was saved.
    let bytes: [UInt8]
    /// What it was made of.
    let inputs: JudgedInputs
    /// Digest of what judged; nil when the JSON is all that can say it.
    let catalog: String?
    /// The editions that its reports were written in; of one that records none, the usual ones.
    let editions: Editions

    /// The assessment in a bundle; whether it is signed, and by whom, is not asked.
    ///
    /// - Throws: `Failure` when a part is missing or malformed.
    init(bundle path: String) throws {
        let files = try BundleFiles.read(path)
        guard let list = files[BundleManifest.fileName], let saved = files["reports/assessment.json"] else {
            throw Failure.input("\(path) is no evidence bundle: it has no manifest or no reports/assessment.json")
        }
        let manifest = try Failure.asInput(about: BundleManifest.fileName) {
            try BundleManifest(AttestationFile.json(list, name: BundleManifest.fileName))
        }
        if let missing = BundleInputs.missing(in: manifest).first { throw Failure.input(missing) }
        bytes = saved
        inputs = try BundleInputs.read(files, manifest, manifest.assessed)
        editions = try BundleInputs.editions(manifest.assessed)
        catalog = nil
    }

    /// An assessment and its evidence from two files.
    ///
    /// - Throws: `Failure` when one of them is something else.
    init(_ path: String, evidence: String, judges: JudgeOptions, signers: StatementTrust) throws {
        let saved = try InputFile.read(path)
        let root = try Failure.asInput(about: path) { try Document(saved, as: .json, limits: .saved).root }
        guard root["schema"]?.string == "surety-assessment", let at = root["at"]?.string.flatMap(Clock.parse) else {
            throw Failure.input("\(path) is no assessment.json of Surety")
        }
        guard let collected = try EvidenceInput.saved(evidence) else {
            throw Failure.input("\(evidence) is no evidence: `surety assess` and `surety collect` write it")
        }
        let sources = try Failure.asInput { try CatalogLoader.sources(in: judges.catalogs) }
        let loaded = try Failure.asInput { try CatalogLoader.load(sources: sources) }
        let frameworks = (root["catalog"]?["frameworks"]?.elements ?? []).compactMap { $0["id"]?.string }
        let choice = try CatalogChoice(
            thatGave: frameworks, profile: root["catalog"]?["profile"]?["id"]?.string, of: loaded)
        bytes = saved
        let keys = (root["statement_keys"]?.elements ?? []).map {
            StatementKey(claimant: $0["claimant"]?.string ?? "", id: $0["sha256"]?.string ?? "")
        }
        if let missing = signers.missing(of: keys).first {
            throw Failure.input(PlainText.oneLine("\(path): \(missing)"))
        }
        editions = Editions()
        catalog = root["catalog"]?["digest"]?.string
        var inputs = JudgedInputs(
            evidence: collected, sources: sources, loaded: loaded, choice: choice, waivers: [], namedWaivers: 0,
            findingsMaps: try judges.findingsMap.map { try NamedFile(given: $0) },
            accepted: (root["waivers"]?.elements ?? []).map(Self.waiver), history: try Self.history(root, path), at: at,
            system: root["system"]?.string)
        inputs.judgeSignatures(by: signers)
        self.inputs = inputs
    }

    /// What a history knew, when one was given.
    private static func history(_ root: Node, _ path: String) throws -> NamedFile? {
        guard root["history"]?.isObject == true else { return nil }
        let records = try (root["gaps"]?.elements ?? []).compactMap { gap -> GapRecord? in
            guard let id = gap["id"]?.string, let tracked = gap["tracked"], tracked.isObject else { return nil }
            return try GapRecordReading.record(of: GapID(id), tracked, in: path)
        }
        return NamedFile(name: GapRecordFile.name, bytes: GapRecordFile.bytes(records))
    }

    /// An accepted risk as it was saved; whether it holds is found again.
    private static func waiver(_ node: Node) -> Waiver {
        let place = node["citation"]
        return Waiver(
            gap: node["gap"]?.string.map { GapID($0) }, check: node["check"]?.string.map { CheckID($0) },
            agent: node["agent"]?.string.map { AgentID($0) }, accepts: node["accepts"]?.string ?? "",
            approver: node["approver"]?.string ?? "", reason: node["reason"]?.string ?? "",
            expiresOn: node["expires_on"]?.string ?? "",
            citation: Citation(
                artifact: place?["artifact"]?.string ?? "", sha256: place?["sha256"]?.string,
                line: place?["line"]?.integer, column: place?["column"]?.integer, pointer: place?["pointer"]?.string),
            standing: .lapsed("not reviewed"))
    }
}
