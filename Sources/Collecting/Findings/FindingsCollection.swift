internal import Compliance
internal import Documents

/// Puts what other scanners report to the agents and files of one folder.
struct FindingsCollection {
    private let walk: FolderWalk
    private let prefix: [String]
    private let agents: AgentFolders
    /// Agents by the files that their evidence rests on.
    private let citing: [String: Set<AgentID>]
    private var cited: CitedFiles
    private var evidence = Evidence()
    /// How many results could not be placed, by the reason.
    private var unplaced: [String: Int] = [:]

    /// Text of a message that is kept, in characters.
    private static let longest = 2000

    /// Begins with what was collected of the folder.
    init(_ walk: FolderWalk, prefix: [String], known: [FilePath: SourceFile], evidence: Evidence) {
        self.walk = walk
        self.prefix = prefix
        agents = AgentFolders(evidence.agents)
        cited = CitedFiles(walk, prefix: prefix, known: known)
        var citing: [String: Set<AgentID>] = [:]
        for rows in evidence.rows.values {
            for row in rows where row.artifact != nil { citing[row.artifact ?? "", default: []].insert(row.agent) }
        }
        self.citing = citing
    }

    /// The rows of some reports, and how much they show: a scanner's silence shows nothing.
    mutating func collect(_ reports: [FindingsReport]) -> OutsideCollection.Found {
        for report in reports {
            for finding in report.findings { place(finding, report.name) }
        }
        let scanners = Set(reports.flatMap(\.scanners)).sorted().joined(separator: ", ")
        let left = unplaced.sorted { $0.key < $1.key }.map { "\($0.value) results \($0.key)" }
        let reason =
            ["reports\(scanners.isEmpty ? "" : " of \(scanners)") were given; that a scanner is silent shows nothing"]
            + left
        for agent in agents.all.sorted() {
            evidence.record(
                .coverage, Provenance(agent: agent, collector: "findings"),
                [
                    "table_name": .text(Table.externalFinding.rawValue), "completeness": "partial",
                    "reason": .text(Redaction.redact(reason.joined(separator: "; "))),
                ])
        }
        let files = cited.read.values.sorted { $0.path < $1.path }.map { file in
            (file: file, agent: owners(of: file.path).first)
        }
        return OutsideCollection.Found(evidence: evidence, files: files)
    }

    private mutating func place(_ finding: ScannerFinding, _ report: String) {
        guard let path = finding.path else { return leave("name no file") }
        guard let inside = ReportedPath.file(path, in: walk),
            let file = try? cited.file(inside.text, kind: "scanned file"), file.refusal == nil
        else { return leave("are of files outside the assessed folder, or not there") }
        let owners = owners(of: file.path)
        if owners.isEmpty { return leave("are of files that are no agent's") }
        for agent in owners { record(finding, report, file, agent) }
    }

    private mutating func record(
        _ finding: ScannerFinding, _ report: String, _ file: SourceFile, _ agent: AgentID
    ) {
        var place = Provenance(agent: agent, artifact: file.path.text, collector: "findings")
        if let line = finding.line, file.lines.indices.contains(line - 1) {
            let text = file.lines[line - 1]
            place.line = line
            place.column = finding.column.map { min(max($0, 1), text.unicodeScalars.count + 1) }
            evidence.keep(line: line, of: file.path.text, text: Redaction.redact(text, in: file, at: line))
        } else if finding.line != nil {
            leave("point behind the end of their file")
        }
        let text = { (text: String) in
            let plain = text.prefix(Self.longest).unicodeScalars.map {
                $0.properties.generalCategory == .control ? " " : Character($0)
            }
            return Redaction.redact(String(plain), in: file, at: finding.line)
        }
        evidence.record(
            .externalFinding, place,
            [
                "scanner": .text(text(finding.scanner)), "scanner_version": Value(finding.version.map(text)),
                "rule": .text(text(finding.rule)), "severity": Value(finding.severity),
                "message": .text(text(finding.message)), "suppressed": .boolean(finding.isSuppressed),
                "suppression": Value(finding.suppression.map(text)), "report": .text(text(report)),
            ])
    }

    /// The agents whose evidence rests on the file; else those of the nearest folder around it.
    private func owners(of file: FilePath) -> [AgentID] {
        if let citing = citing[file.text]?.filter({ agents.all.contains($0) }), !citing.isEmpty {
            return citing.sorted()
        }
        return agents.nearest(to: file)
    }

    private mutating func leave(_ reason: String) { unplaced[reason, default: 0] += 1 }
}
