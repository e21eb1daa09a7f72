internal import Archive
internal import Attesting
internal import Cataloging
internal import Collecting
internal import Compliance
internal import Reporting

/// The files of an evidence bundle, gathered one kind after the other.
struct BundleMaker {
    private let inputs: JudgedInputs
    private let assessment: Assessment
    private let editions: Editions
    private var files: [(name: String, bytes: [UInt8])] = []
    private var judgedBy: [BundleManifest.Input] = []
    private var signatures: [BundleManifest.Signature] = []
    private var leftOut: [String: String] = [:]

    /// A bundle of an assessment in the making.
    init(_ assessment: Assessment, of inputs: JudgedInputs, in editions: Editions) {
        self.assessment = assessment
        self.editions = editions
        self.inputs = inputs
    }

    /// Gathers the files and signs them.
    ///
    /// - Parameters:
    ///   - key: What signs.
    ///   - certificate: The key's certificate in PEM, when there is one.
    ///   - given: Subjects beside reports and evidence.
    ///   - paths: What was assessed, where files that people wrote are looked for.
    /// - Returns: The files, and how many subjects the statement has.
    /// - Throws: `Failure` when a file cannot be read or changed meanwhile.
    mutating func make(
        by key: SigningKey, _ certificate: [UInt8]?, given: [Subject], paths: [String]
    ) throws -> (files: [(name: String, bytes: [UInt8])], subjects: Int) {
        let reports = try addReports(by: key)
        addEvidence()
        try addJudges()
        try addStatements(paths)
        let signed = Set(signatures.map(\.path))
        let manifest = BundleManifest(
            assessed: BundleManifest.assessed(assessment, editions: editions.names),
            files: files.filter { !signed.contains($0.name) }.map { BundleManifest.File($0.name, $0.bytes) },
            inputs: judgedBy, signatures: signatures, leftOut: leftOut)
        files.append((BundleManifest.fileName, manifest.bytes))
        let list = NamedFile(name: BundleManifest.fileName, bytes: manifest.bytes)
        let subjects =
            reports + Subject.all(in: assessment.evidence) + given
            + [Subject(.bundle, list.name, sha256: list.sha256)]
        for (name, statement) in StatementSet.statements(
            of: assessment, subjects: subjects, editions: editions.names)
        {
            let envelope = try Failure.asInput {
                try Envelope.signing(statement.payload, as: InTotoStatement.payloadType, with: key)
            }
            files.append((name, envelope.file))
        }
        if let certificate { files.append(("attestation.crt.pem", certificate)) }
        return (files, Set(subjects).count)
    }

    private mutating func addReports(by key: SigningKey) throws -> [Subject] {
        var subjects: [Subject] = []
        for report in ReportFolder.reports(of: assessment, in: editions) {
            files.append(("reports/" + report.name, report.bytes))
            subjects.append(Subject(.report, report.name, sha256: report.sha256))
            guard let made = try ReportSignature.over(report, by: key) else { continue }
            files.append(("reports/" + made.file.name, made.file.bytes))
            signatures.append(
                .init("reports/" + made.file.name, over: "reports/" + report.name, made.form))
        }
        return subjects
    }

    private mutating func addEvidence() {
        var bytes: [UInt8] = []
        EvidenceFile.write(inputs.evidence) { bytes += Array($0.utf8) }
        files.append((BundleInputs.evidence, bytes))
    }

    private mutating func addJudges() throws {
        files.append((BundleInputs.builtin, CatalogLoader.builtin))
        for source in inputs.sources {
            add(NamedFile(name: source.path, bytes: source.bytes), as: .catalog, at: "catalogs/own/" + source.path)
        }
        if let history = inputs.history { add(history, as: .history, at: "history/" + history.name) }
        for (place, file) in inputs.waivers.enumerated() { add(file, as: .waivers, in: "waivers", place) }
        for (place, file) in inputs.findingsMaps.enumerated() {
            add(file, as: .findingsMap, in: "findings-maps", place)
        }
    }

    /// What people wrote; its rows are in the evidence already, and this is for those who read them.
    private mutating func addStatements(_ paths: [String]) throws {
        let found = JudgedFile.all("statements", in: inputs.evidence, of: paths)
        for (place, judged) in found.enumerated() {
            let file = NamedFile(name: judged.path, bytes: try InputFile.read(judged.place))
            guard file.sha256 == judged.sha256 else {
                throw Failure.input("\(judged.place) was changed while it was assessed")
            }
            add(file, as: .statements, in: "statements", place)
        }
        // Held to a form that has no room for a secret when they were collected.
        let signed = JudgedFile.all("statement signature", in: inputs.evidence, of: paths, read: true)
        for (place, judged) in signed.enumerated() {
            let file = NamedFile(name: judged.path, bytes: try InputFile.read(judged.place))
            guard file.sha256 == judged.sha256 else {
                throw Failure.input("\(judged.place) was changed while it was assessed")
            }
            let path = self.path(of: file, in: "statements", found.count + place)
            files.append((path, file.bytes))
            judgedBy.append(.init(.statementSignature, file.name, path: path))
        }
    }

    private mutating func add(_ file: NamedFile, as role: BundleManifest.Input.Role, in folder: String, _ place: Int) {
        add(file, as: role, at: path(of: file, in: folder, place))
    }

    private func path(of file: NamedFile, in folder: String, _ place: Int) -> String {
        let last = file.name.split(separator: "/").last.map(String.init) ?? ""
        return "\(folder)/\(place + 1)-\(EntryName.fault(of: last) == nil ? last : "file")"
    }

    private mutating func add(_ file: NamedFile, as role: BundleManifest.Input.Role, at path: String) {
        if let line = SecretText.line(in: file.bytes) {
            leftOut["\(role.rawValue)/\(file.name)"] = "line \(line) holds what looks like a secret"
            return
        }
        files.append((path, file.bytes))
        judgedBy.append(.init(role, file.name, path: path))
    }
}
