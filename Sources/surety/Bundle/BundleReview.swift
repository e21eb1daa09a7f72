internal import Attesting
internal import Compliance
internal import Hashing

/// What holds of an evidence bundle, with the keys that the user trusts and nothing that the bundle says of itself.
struct BundleReview {
    private let name: String
    private let files: [String: [UInt8]]
    private let keys: [VerifyingKey]
    private let signers: StatementTrust
    private let schemas: ReportSchemas

    /// A review of the files of a bundle, by the keys of assessors, those of people who state something, and schemas.
    init(
        _ name: String, _ files: [String: [UInt8]], trusting keys: [VerifyingKey],
        signers: StatementTrust = StatementTrust(), schemas: ReportSchemas = .none
    ) {
        self.name = name
        self.files = files
        self.keys = keys
        self.signers = signers
        self.schemas = schemas
    }

    /// The envelope with our own statement.
    ///
    /// - Throws: `Failure` when there is none, or it cannot be read.
    func envelope() throws -> Envelope {
        guard let bytes = files[StatementSet.own] else {
            throw Failure.input("\(name) is no evidence bundle: it has no \(StatementSet.own)")
        }
        return try Failure.asInput(about: StatementSet.own) {
            try Envelope(AttestationFile.json(bytes, name: StatementSet.own))
        }
    }

    /// What holds.
    ///
    /// Each step rests on those before it: the first that differs is the last that is made.
    ///
    /// - Parameter repository: What was assessed, collected again; nil when it is not at hand.
    /// - Returns: What was checked, in its order, and what could not be.
    /// - Throws: `Failure` when a file that is signed cannot be read.
    func outcomes(_ repository: Repository?) throws -> [Outcome] {
        let sealed = try envelope()
        var outcomes = SignatureReview.review(sealed, trusting: keys)
        guard Self.holds(outcomes) else {
            return outcomes + [Outcome(.unchecked, "everything else: nobody who is trusted signed it")]
        }
        guard let statement = try statement(of: sealed) else {
            return outcomes + [Outcome(.differs, "\(StatementSet.own): it is no statement of ours")]
        }
        let listed = try list(of: statement)
        outcomes += listed.outcomes
        guard Self.holds(outcomes), let manifest = listed.manifest else { return outcomes + [Self.rest] }
        outcomes += manifest.review(files) + reports(statement)
        guard Self.holds(outcomes) else { return outcomes + [Self.rest] }
        outcomes += BundleStructure.review(files, manifest) + schemas.review(files, manifest) + signatures(manifest)
        guard Self.holds(outcomes) else { return outcomes + [Self.rest] }
        return try outcomes + BundleDerivation(files, manifest, statement, keys, signers).outcomes(repository)
    }

    private static let rest = Outcome(.unchecked, "everything that rests on these files")

    private static func holds(_ outcomes: [Outcome]) -> Bool { !outcomes.contains { $0.standing == .differs } }

    private func statement(of sealed: Envelope) throws -> InTotoStatement? {
        guard sealed.payloadType == InTotoStatement.payloadType else { return nil }
        let statement = try Failure.asInput(about: StatementSet.own) {
            try InTotoStatement(AttestationFile.json(sealed.payload, name: StatementSet.own))
        }
        return statement.predicateType == AssessmentPredicate.type ? statement : nil
    }

    /// The manifest, when it is the attested one and written in the one way.
    private func list(of statement: InTotoStatement) throws -> (manifest: BundleManifest?, outcomes: [Outcome]) {
        let name = BundleManifest.fileName
        let found = files[name].map { [name: SHA256.hex($0)] } ?? [:]
        guard statement.subjects.contains(where: { $0.role == .bundle }) else {
            return (nil, [Outcome(.differs, "\(StatementSet.own): it is of no bundle")])
        }
        let outcomes = SubjectReview.review(.bundle, of: statement.subjects, found: found)
        guard Self.holds(outcomes), let bytes = files[name] else { return (nil, outcomes) }
        let manifest = try Failure.asInput(about: name) {
            try BundleManifest(AttestationFile.json(bytes, name: name))
        }
        guard manifest.bytes == bytes else {
            return (nil, outcomes + [Outcome(.differs, "\(name): it is written otherwise than Surety writes it")])
        }
        return (manifest, outcomes)
    }

    private func reports(_ statement: InTotoStatement) -> [Outcome] {
        let attested = statement.subjects.filter { $0.role == .report }
        let found = attested.reduce(into: [String: String]()) { found, subject in
            found[subject.path] = files["reports/" + subject.path].map { SHA256.hex($0) }
        }
        return SubjectReview.review(.report, of: attested, found: found)
    }

    private func signatures(_ manifest: BundleManifest) -> [Outcome] {
        manifest.signatures.map { signature in
            ReportSignature.review(
                NamedFile(name: signature.path, bytes: files[signature.path] ?? []),
                over: NamedFile(name: signature.over, bytes: files[signature.over] ?? []), signature.form,
                trusting: keys)
        }
    }
}
