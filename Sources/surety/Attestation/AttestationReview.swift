internal import ArgumentParser
internal import Attesting
internal import Compliance
internal import Hashing
internal import Reporting

/// What a statement says, held against the files at hand.
struct AttestationReview {
    private let command: Verify

    /// A review with what the command was given.
    init(_ command: Verify) { self.command = command }

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
        return try reports(statement) + waivers(statement) + evidence(statement)
    }

    private func reports(_ statement: InTotoStatement) throws -> [Outcome] {
        let beside = command.envelope.lastIndex(of: "/").map { String(command.envelope[..<$0]) } ?? "."
        let found = try ReportFolder.digests(in: command.reports ?? beside, of: statement.subjects)
        return SubjectReview.review(.report, of: statement.subjects, found: found)
    }

    private func waivers(_ statement: InTotoStatement) throws -> [Outcome] {
        var found: [String: String] = [:]
        for path in command.waivers { found[path] = SHA256.hex(try InputFile.read(path)) }
        let attested = statement.subjects.filter { $0.role == .waivers }
        if found.isEmpty, command.evidence.isEmpty {
            return attested.isEmpty
                ? [] : [Outcome(.unchecked, "\(attested.count) files of accepted risks: give --waivers")]
        }
        return SubjectReview.review(.waivers, of: statement.subjects, found: found)
    }

    private func evidence(_ statement: InTotoStatement) throws -> [Outcome] {
        guard !command.evidence.isEmpty else {
            let count = statement.subjects.count { $0.role == .evidence }
            return [Outcome(.unchecked, "\(count) files of evidence, and every verdict: give --evidence")]
        }
        guard let date = PredicateReview.date(of: statement.predicate).flatMap(Clock.parse) else {
            throw Failure.input("\(command.envelope): the statement has no date")
        }
        let frameworks = PredicateReview.frameworks(of: statement.predicate)
        let judging = try JudgingOptions.parse(
            frameworks.map { "--framework=\($0)" } + command.catalogs.map { "--catalogs=\($0)" }
                + command.waivers.map { "--waivers=\($0)" } + ["--at=\(date)"])
        let again = try judging.assess(command.evidence, quiet: command.talk.quiet)
        let files = Subject.all(in: again.evidence).reduce(into: [:]) { $0[$1.path] = $1.sha256 }
        let saved = command.evidence.filter(InputFile.exists).filter { $0.hasSuffix(".json") }
        let word = saved.map { path in
            Outcome(.unchecked, "the files behind \(path), should it be saved evidence: their digests are as it says")
        }
        return word + SubjectReview.review(.evidence, of: statement.subjects, found: files)
            + PredicateReview(attested: statement.predicate, derived: AssessmentPredicate.value(of: again)).outcomes
            + derived(again, statement)
    }

    /// Whether the attested reports are what this evidence gives, byte for byte.
    private func derived(_ assessment: Assessment, _ statement: InTotoStatement) -> [Outcome] {
        let attested = statement.subjects.filter { $0.role == .report }
        return attested.compactMap { subject in
            guard let writer = Writers.writer(for: subject.path) else {
                return Outcome(.unchecked, "\(subject.name): this version writes no such report")
            }
            let same = SHA256.hex(writer.bytes(of: assessment)) == subject.sha256
            return same
                ? Outcome(.holds, "\(subject.name): written again, byte for byte the attested one")
                : Outcome(.differs, "\(subject.name): written again, it is another than the attested one")
        }
    }
}
