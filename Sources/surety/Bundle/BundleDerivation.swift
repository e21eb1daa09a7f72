internal import Attesting
internal import Cataloging
internal import Collecting
internal import Compliance
internal import Reporting

/// What was assessed, at hand again.
struct Repository {
    /// What was collected of it.
    let evidence: Evidence
    /// Files of accepted risks that lie in it.
    let waivers: [NamedFile]
}

/// Whether assessing again, by what lies in a bundle, gives what the bundle says.
struct BundleDerivation {
    private let files: [String: [UInt8]]
    private let manifest: BundleManifest
    private let statement: InTotoStatement
    private let keys: [VerifyingKey]
    private let signers: StatementTrust

    /// A bundle whose files are those of its manifest.
    init(
        _ files: [String: [UInt8]], _ manifest: BundleManifest, _ statement: InTotoStatement, _ keys: [VerifyingKey],
        _ signers: StatementTrust
    ) {
        self.files = files
        self.manifest = manifest
        self.statement = statement
        self.keys = keys
        self.signers = signers
    }

    /// What comes out again and what does not.
    ///
    /// - Parameter repository: What was assessed; nil when it is not at hand.
    /// - Returns: What was compared, in order.
    /// - Throws: `Failure` when a file of the bundle is malformed.
    func outcomes(_ repository: Repository?) throws -> [Outcome] {
        let missing = BundleInputs.missing(in: manifest)
        guard missing.isEmpty else {
            return missing.map { Outcome(.unchecked, $0) } + [
                Outcome(.unchecked, "every verdict: \(missing.count) files")
            ]
        }
        let inputs = try BundleInputs.read(files, manifest, statement.predicate)
        let editions = try BundleInputs.editions(statement.predicate)
        let again = try inputs.assess()
        let signatures = StatementSignatureReview(
            evidence: inputs.evidence, attested: inputs.statementKeys, trust: signers, system: inputs.system,
            at: inputs.at)
        let assessed = JSONDifference.first(
            attested: manifest.assessed, derived: BundleManifest.assessed(again, editions: editions.names))
        let list =
            assessed.map { Outcome(.differs, "\(BundleManifest.fileName): assessed\($0)") }
            ?? Outcome(.holds, "\(BundleManifest.fileName): what it is of, and the coverage, as found again")
        return try builtin + signatures.outcomes
            + PredicateReview(attested: statement.predicate, again: again).outcomes
            + [list] + reports(again, editions)
            + StatementFiles(files, trusting: keys).outcomes(beside: statement, again)
            + collected(repository, inputs)
    }

    /// Whether the bundle was judged by the catalogs that this version has.
    private var builtin: [Outcome] {
        guard let attested = files[BundleInputs.builtin] else {
            return [Outcome(.differs, "\(BundleInputs.builtin): is not there")]
        }
        let own = CatalogLoader.builtin
        return attested == own
            ? [Outcome(.holds, "\(BundleInputs.builtin): the catalogs of this version")]
            : [
                Outcome(
                    .differs,
                    "\(BundleInputs.builtin): not the catalogs of this version; \(FirstLine.differing(attested, own))")
            ]
    }

    private func reports(_ again: Assessment, _ editions: Editions) -> [Outcome] {
        let written = ReportFolder.reports(of: again, in: editions).reduce(into: [:]) { $0[$1.name] = $1.bytes }
        var same = 0
        var outcomes: [Outcome] = []
        for subject in statement.subjects where subject.role == .report {
            let old = files["reports/" + subject.path] ?? []
            guard let new = written[subject.path] else {
                outcomes.append(Outcome(.unchecked, "\(subject.name): this version writes no such report"))
                continue
            }
            if old == new {
                same += 1
            } else {
                outcomes.append(Outcome(.differs, "\(subject.name), \(FirstLine.differing(old, new))"))
            }
        }
        return [Outcome(.holds, "\(same) reports, written again, are byte for byte the attested ones")] + outcomes
    }

    /// Whether what was assessed still gives the evidence of the bundle.
    private func collected(_ repository: Repository?, _ inputs: JudgedInputs) throws -> [Outcome] {
        guard let repository else {
            let count = statement.subjects.count { $0.role == .evidence }
            return [Outcome(.unchecked, "whether the evidence is that of the \(count) files it names: give --evidence")]
        }
        // Whose signatures hold is said of the bundle's evidence; here it is asked whether the files are the same.
        let again = repository.evidence.recording(inputs.evidence)
        var bytes: [UInt8] = []
        EvidenceFile.write(again) { bytes += Array($0.utf8) }
        let old = files[BundleInputs.evidence] ?? []
        let logs = Set(inputs.evidence[.actionLog].compactMap(\.artifact))
        let lost = logs.subtracting(repository.evidence[.actionLog].compactMap(\.artifact)).sorted()
        var outcomes =
            lost.isEmpty
            ? [] : [Outcome(.unchecked, "logs of actions, \(lost.joined(separator: ", ")): give --actions")]
        outcomes += SubjectReview.review(
            .evidence, of: statement.subjects,
            found: Subject.all(in: repository.evidence).reduce(into: [:]) { $0[$1.path] = $1.sha256 })
        guard old != bytes || repository.waivers.map(\.sha256) != found(inputs).map(\.sha256) else {
            return outcomes + [Outcome(.holds, "the evidence, collected again, is that of the bundle")]
        }
        if old != bytes {
            outcomes.append(Outcome(.differs, "\(BundleInputs.evidence), \(FirstLine.differing(old, bytes))"))
        }
        var changed = inputs
        changed.evidence = again
        changed.waivers = inputs.waivers.prefix(inputs.namedWaivers) + repository.waivers
        return try outcomes + PredicateReview(attested: statement.predicate, again: changed.assess()).outcomes
    }

    private func found(_ inputs: JudgedInputs) -> [NamedFile] { Array(inputs.waivers.dropFirst(inputs.namedWaivers)) }
}

/// The first line in which two files differ.
enum FirstLine {
    /// The line and both texts, for a message of one line.
    static func differing(_ attested: [UInt8], _ found: [UInt8]) -> String {
        let (old, new) = (lines(attested), lines(found))
        let place =
            zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        let text = { (lines: [ArraySlice<UInt8>]) -> String in
            guard place < lines.count else { return "at its end" }
            let line = String(decoding: lines[place].prefix(160), as: UTF8.self)
            return lines[place].count > 160 ? line + "…" : line
        }
        return "line \(place + 1): is \(text(new)), attested is \(text(old))"
    }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
}
