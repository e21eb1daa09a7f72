internal import Attesting
internal import Cataloging
internal import Compliance
internal import Documents
internal import Reporting

/// An assessment that was saved as JSON, and all that it was made of.
struct SavedAssessment {
    private static let limits = Limits(bytes: 512 << 20, depth: 64, nodes: 32_000_000)

    /// The JSON as it was saved.
    let bytes: [UInt8]
    /// What it was made of.
    let inputs: JudgedInputs

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
    }

    /// An assessment and its evidence from two files.
    ///
    /// - Throws: `Failure` when one of them is something else.
    init(_ path: String, evidence: String, catalogs: [String], findingsMaps: [String]) throws {
        let saved = try InputFile.read(path)
        let root = try Failure.asInput(about: path) { try Document(saved, as: .json, limits: Self.limits).root }
        guard root["schema"]?.string == "surety-assessment", let at = root["at"]?.string.flatMap(Clock.parse) else {
            throw Failure.input("\(path) is no assessment.json of Surety")
        }
        guard let collected = try EvidenceInput.saved(evidence) else {
            throw Failure.input("\(evidence) is no evidence that `surety collect` wrote")
        }
        let sources = try Failure.asInput { try CatalogLoader.sources(in: catalogs) }
        let loaded = try Failure.asInput { try CatalogLoader.load(sources: sources) }
        let frameworks = (root["catalog"]?["frameworks"]?.elements ?? []).compactMap { $0["id"]?.string }
        let choice = try CatalogChoice(
            thatGave: frameworks, profile: root["catalog"]?["profile"]?["id"]?.string, of: loaded)
        bytes = saved
        inputs = JudgedInputs(
            evidence: collected, sources: sources, loaded: loaded, choice: choice, waivers: [], namedWaivers: 0,
            findingsMaps: try findingsMaps.map { try NamedFile(given: $0) },
            accepted: (root["waivers"]?.elements ?? []).map(Self.waiver), history: try Self.history(root, path), at: at,
            system: root["system"]?.string)
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
