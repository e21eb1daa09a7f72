internal import ArgumentParser
internal import Collecting
internal import Compliance
internal import Reporting
internal import Tracking

/// A history that reports draw on, without anything being recorded.
struct KnownHistory: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A history that `surety track` made: reports then say since when each gap is open, until when it is to be closed, who sees to it, and what people wrote.",
            valueName: "file"), completion: .file())
    var history: String?

    /// What it knows of the gaps of an assessment; nil where none is named.
    ///
    /// - Throws: `Failure` when it is not there, is no history, is later than the assessment, or is of another system or
    ///   other agents.
    func records(of assessment: Assessment) throws -> [GapRecord]? {
        guard let history else { return nil }
        let log = try HistoryOptions.opened(history)
        let scope = assessment.system ?? ""
        let scopes = try Failure.asInput(about: history) { try log.scopes() }
        guard scopes.contains(scope) else { throw Failure.input(Self.otherSystem(history, scope, scopes)) }
        let known = try Failure.asInput(about: history) { try log.agents(scope: scope) }
        let agents = assessment.agents.map(\.id)
        if !agents.isEmpty, known.isDisjoint(with: agents) {
            throw Failure.input(
                "\(history) is of other agents: it knows \(known.sorted().map(\.rawValue).joined(separator: ", "))")
        }
        return try Self.records(of: assessment, in: log, path: history)
    }

    /// What an open history knows of the gaps of an assessment.
    ///
    /// People write freely: what looks like a secret does not leave the history.
    ///
    /// - Throws: `Failure` when it is later than the assessment.
    static func records(of assessment: Assessment, in log: History, path: String) throws -> [GapRecord] {
        let records = try Failure.asInput(about: path) {
            try log.records(
                of: Set(assessment.gaps.map(\.id)), scope: assessment.system ?? "", at: assessment.at)
        }
        return records.map { record in
            GapRecord(
                gap: record.gap, openedAt: record.openedAt, due: record.due,
                owner: record.owner.map(SecretText.redacted), ticket: record.ticket.map(SecretText.redacted),
                regressions: record.regressions,
                notes: record.notes.map { note in
                    GapRecord.Note(
                        note.kind, at: note.at, by: SecretText.redacted(note.by), text: SecretText.redacted(note.text))
                })
        }
    }

    private static func otherSystem(_ path: String, _ scope: String, _ scopes: [String]) -> String {
        guard !scopes.isEmpty else { return "\(path): the history is empty" }
        let named = scopes.map { $0.isEmpty ? "one without a name" : "'\($0)'" }.joined(separator: ", ")
        return scope.isEmpty
            ? "\(path) has the systems \(named): name the one with --system"
            : "\(path) has no system '\(scope)', only \(named)"
    }
}
