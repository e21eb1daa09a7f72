internal import Compliance
internal import Documents

/// Evidence of one folder that programs outside Surety collect.
///
/// Whatever goes wrong with a collector, none of its rows counts, and what it would have filled is not covered.
struct OutsideCollection {
    let walk: FolderWalk
    let prefix: [String]

    /// Names that only Surety's own rows bear, so that a row says who wrote it.
    private static let ownNames = Set((Collection.collectors + Collection.companions).map(\.name))
        .union([PythonCollector.name, "folder", "findings", "statements"])

    /// What a run gave.
    struct Found {
        var evidence = Evidence()
        var files: [(file: SourceFile, agent: AgentID?)] = []
    }

    /// Runs a program and takes its rows.
    ///
    /// - Throws: `CollectorProblem` when it fails, or for the first row that does not hold.
    func take(
        _ run: CollectorRun, known: [FilePath: SourceFile], agents: Set<AgentID>, header: inout CollectorReply.Header?
    ) throws(CollectorProblem) -> Found {
        let outcome = CollectorProcess.run(run)
        header = CollectorReply.header(of: outcome.output)
        if let problem = Self.problem(outcome, run.bounds) { throw problem }
        let reply = try CollectorReply(outcome.output, bounds: run.bounds)
        let intake = try CollectorIntake(
            reply, files: CitedFiles(walk, prefix: prefix, known: known), known: agents)
        return Found(evidence: intake.evidence, files: intake.files)
    }

    /// Runs a collector that the user named; a failure is evidence of its own.
    func collect(
        _ collector: ExternalCollector, isJudged: Bool, known: [FilePath: SourceFile], agents: Set<AgentID>
    ) -> Found {
        var header: CollectorReply.Header?
        do throws(CollectorProblem) {
            if isJudged {
                throw CollectorProblem("it lies in an assessed folder: what is judged does not write the evidence")
            }
            let found = try take(
                collector.run(on: walk.absolute), known: known, agents: agents, header: &header)
            if let name = header?.name, Self.ownNames.contains(name) {
                throw CollectorProblem("\(name) is the name of one of Surety's own collectors", line: 1)
            }
            return found
        } catch {
            return Found(evidence: failure(of: collector, error, header, agents))
        }
    }

    /// A failed collector: named like a file that could not be read, for every agent of the folder.
    ///
    /// Without a header nobody knows what it would have filled: then no table was seen in full.
    private func failure(
        of collector: ExternalCollector, _ problem: CollectorProblem, _ header: CollectorReply.Header?,
        _ agents: Set<AgentID>
    ) -> Evidence {
        var evidence = Evidence()
        let name = "collector \(header?.name ?? collector.fileName)"
        let reason = Redaction.redact("\(name) failed: \(problem)")
        let path = FilePath(prefix + [name]).text
        let tables =
            header?.tables
            ?? Table.allCases.filter { ![.artifact, .agent, .coverage, .statement, .externalFinding].contains($0) }
        for agent in agents.isEmpty ? [AgentID("-")] : agents.sorted() {
            evidence.record(
                .artifact, Provenance(agent: agent, artifact: path, collector: "folder"),
                [
                    "path": .text(path), "kind": "external collector", "status": "refused", "reason": .text(reason),
                ])
            guard !agents.isEmpty else { continue }
            for table in Set(tables).sorted() {
                evidence.record(
                    .coverage, Provenance(agent: agent, collector: "folder"),
                    ["table_name": .text(table.rawValue), "completeness": "partial", "reason": .text(reason)])
            }
        }
        return evidence
    }

    private static func problem(_ outcome: CollectorProcess.Outcome, _ bounds: CollectorBounds) -> CollectorProblem? {
        let said = String(decoding: outcome.complaint, as: UTF8.self).split(whereSeparator: \.isNewline)
        let word = said.last.map { ": \(String($0.prefix(300)))" } ?? ""
        return switch outcome.ending {
        case .exited(0): nil
        case .exited(let code): CollectorProblem("it ended with exit code \(code)\(word)")
        case .killed(let signal): CollectorProblem("it was ended by signal \(signal)\(word)")
        case .tookTooLong: CollectorProblem("it took longer than \(bounds.seconds) seconds")
        case .wroteTooMuch: CollectorProblem("it wrote more than \(bounds.output) bytes")
        case .notStarted(let why): CollectorProblem(why)
        }
    }
}
