internal import ArgumentParser
internal import Attesting
internal import Compliance
internal import Hashing
internal import Reporting

/// What a statement says, held against the files at hand.
struct AttestationReview {
    private let command: Verify
    private let keys: [VerifyingKey]

    /// A review with what the command was given, and the keys that are trusted.
    init(_ command: Verify, trusting keys: [VerifyingKey]) {
        self.command = command
        self.keys = keys
    }

    /// What holds of an envelope whose signatures do.
    ///
    /// - Throws: `Failure` when the statement or a file cannot be read.
    func outcomes(of envelope: Envelope) throws -> [Outcome] {
        guard envelope.payloadType == InTotoStatement.payloadType else {
            return [Outcome(.differs, "payload type '\(envelope.payloadType)' is not an in-toto statement")]
        }
        let name = "\(command.envelope): payload"
        let statement = try Failure.asInput(about: name) {
            try InTotoStatement(AttestationFile.json(envelope.payload, name: name))
        }
        guard statement.predicateType == AssessmentPredicate.type else {
            return [
                Outcome(
                    .differs, "predicate '\(statement.predicateType)' is not known here: what it says is not verified")
            ]
        }
        let attested = PredicateReview.statementKeys(of: statement.predicate)
        var signers = try command.signers.trust(judging: command.evidence)
        let unknown =
            command.evidence.isEmpty
            ? [] : signers.missing(of: attested).map { Outcome(.unchecked, "every verdict: \($0)") }
        signers.keys.removeAll { !attested.contains($0.named) }
        let again = unknown.isEmpty ? try derive(statement, by: signers) : nil
        let judged = unknown.isEmpty ? try evidence(statement, again) : unknown
        return try reports(statement) + waivers(statement) + findings(statement) + history(statement) + judged
            + StatementFiles(in: folder, trusting: keys).outcomes(beside: statement, again)
    }

    /// Where the envelope lies, and its reports unless the user says otherwise.
    private var folder: String {
        command.reports ?? command.envelope.lastIndex(of: "/").map { String(command.envelope[..<$0]) } ?? "."
    }

    private func reports(_ statement: InTotoStatement) throws -> [Outcome] {
        let found = try ReportFolder.digests(in: folder, of: statement.subjects)
        return SubjectReview.review(.report, of: statement.subjects, found: found)
            + (try ReportSignature.review(over: statement.subjects, in: folder, trusting: keys))
    }

    private func waivers(_ statement: InTotoStatement) throws -> [Outcome] {
        let attested = statement.subjects.filter { $0.role == .waivers }
        if command.waivers.isEmpty, command.evidence.isEmpty, !attested.isEmpty {
            return [Outcome(.unchecked, "\(attested.count) files of accepted risks: give --waivers")]
        }
        return SubjectReview.review(
            .waivers, of: attested, found: digests(try NamedFiles.subjects(.waivers, command.waivers)))
    }

    /// What was used of a history lies beside the envelope.
    private func history(_ statement: InTotoStatement) throws -> [Outcome] {
        let attested = statement.subjects.filter { $0.role == .history }
        guard !attested.isEmpty else { return [] }
        return SubjectReview.review(.history, of: attested, found: try records().map { [$0.name: $0.sha256] } ?? [:])
    }

    private func records() throws -> NamedFile? {
        let path = folder + "/" + GapRecordFile.name
        return InputFile.exists(path) ? try NamedFile(name: GapRecordFile.name, bytes: InputFile.read(path)) : nil
    }

    private func findings(_ statement: InTotoStatement) throws -> [Outcome] {
        let attested = statement.subjects.filter { $0.role == .findings }
        let given = command.outside.findings + command.judges.findingsMap
        if given.isEmpty, command.evidence.isEmpty, !attested.isEmpty {
            return [Outcome(.unchecked, "\(attested.count) files of other scanners: give --findings, --findings-map")]
        }
        return SubjectReview.review(
            .findings, of: attested, found: digests(try NamedFiles.subjects(.findings, given)))
    }

    /// The files of evidence: read again, or by the word of evidence that was saved.
    private func files(_ statement: InTotoStatement, _ again: Evidence) throws -> [Outcome] {
        let saved = try NamedFiles.collected(command.evidence)
        let files = SubjectReview.review(.evidence, of: statement.subjects, found: digests(Subject.all(in: again)))
        guard !saved.isEmpty else {
            let word = statement.subjects.filter { $0.role == .collected }.map { subject in
                Outcome(.unchecked, "\(subject.name): the evidence itself was given in its place")
            }
            return files + word
        }
        return SubjectReview.review(.collected, of: statement.subjects, found: digests(saved))
            + files.map { outcome in
                outcome.standing == .holds
                    ? Outcome(.unchecked, "\(outcome.text), as saved evidence says: the files were not read") : outcome
            }
    }

    private func digests(_ subjects: [Subject]) -> [String: String] {
        subjects.reduce(into: [:]) { $0[$1.path] = $1.sha256 }
    }

    private func evidence(_ statement: InTotoStatement, _ again: Assessment?) throws -> [Outcome] {
        guard let again else {
            let count = statement.subjects.count { $0.role == .evidence }
            return [Outcome(.unchecked, "\(count) files of evidence, and every verdict: give --evidence")]
        }
        return try files(statement, again.evidence)
            + PredicateReview(attested: statement.predicate, again: again).outcomes
            + derived(again, statement)
    }

    /// The assessment made anew of the evidence at hand, for the attested date; nil when none is.
    private func derive(_ statement: InTotoStatement, by signers: StatementTrust) throws -> Assessment? {
        guard !command.evidence.isEmpty else { return nil }
        guard let date = PredicateReview.date(of: statement.predicate).flatMap(Clock.parse) else {
            throw Failure.input("\(command.envelope): the statement has no date")
        }
        var judging = try JudgingOptions.parse([])
        judging.judges = command.judges
        judging.waivers = command.waivers
        judging.evidence = command.outside
        judging.at = date
        judging.system = PredicateReview.system(of: statement.predicate)
        try judging.validate()
        var inputs = try judging.inputs(command.evidence, quiet: command.talk.quiet)
        inputs.judgeSignatures(by: signers)
        inputs.choice = try BundleInputs.choice(statement.predicate, inputs.loaded)
        if statement.subjects.contains(where: { $0.role == .history }) { inputs.history = try records() }
        return try inputs.assess()
    }

    /// Whether the attested reports are what this evidence gives, byte for byte, in the attested editions.
    private func derived(_ assessment: Assessment, _ statement: InTotoStatement) throws -> [Outcome] {
        let formats = Writers.formats(in: try BundleInputs.editions(statement.predicate))
        let files = ReportFolder.files(of: AssessmentIndex(assessment), in: formats)
        return statement.subjects.filter { $0.role == .report }.map { subject in
            guard let write = files.first(where: { $0.path == subject.path })?.write else {
                return Outcome(.unchecked, "\(subject.name): this version writes no such report")
            }
            return SHA256.hex(ByteSink.bytes(write)) == subject.sha256
                ? Outcome(.holds, "\(subject.name): written again, byte for byte the attested one")
                : Outcome(.differs, "\(subject.name): written again, it is another than the attested one")
        }
    }
}
