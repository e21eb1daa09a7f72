internal import Compliance

/// What a claim rests on: what a check saw, what a person states, or by whom a risk was accepted.
enum CycloneDXEvidence {
    case check(CheckResult)
    case statement(Int, Statement)
    case waiver(Int, Waiver)

    var ref: String {
        switch self {
        case .check(let result): CycloneDXRef.check(result.check, result.agent)
        case .statement(let position, _): CycloneDXRef.statement(position)
        case .waiver(let position, _): CycloneDXRef.waiver(position)
        }
    }
}

extension CycloneDXDocument {
    /// Everything that a claim may refer to; statements and waivers that do not count are left out.
    var evidence: [CycloneDXEvidence] {
        let checks = assessment.checks.filter { $0.verdict == .satisfied || $0.verdict == .notSatisfied }
        let statements = assessment.statements.enumerated().filter { $0.element.standing == .valid }
        let waivers = assessment.waivers.enumerated().filter { $0.element.holds }
        return checks.map { .check($0) } + statements.map { .statement($0.offset, $0.element) }
            + waivers.map { .waiver($0.offset, $0.element) }
    }

    func write(_ evidence: CycloneDXEvidence) {
        switch evidence {
        case .check(let result):
            let findings = result.findings.filter { $0.verdict == result.verdict }
            let title = index.checks[result.check]?.title ?? result.check.rawValue
            let facts = findings.prefix(25).map { "\($0.message) (\($0.citations.first?.place ?? "no place"))" }
            out.text(
                "description", "\(title): \(result.verdict.rawValue). " + facts.joined(separator: "; "))
            data(findings.flatMap(\.citations))
            out.text("created", at)
        case .statement(_, let statement):
            out.text("description", "Stated, \(statement.origin.words): “\(statement.claim)”")
            data([statement.citation])
            out.text("created", OSCALValues.dateTime(statement.statedOn))
            out.text("expires", OSCALValues.dateTime(statement.expiresOn, time: "23:59:59"))
            guard !statement.by.isEmpty else { return }
            out.object("author") { out.text("name", statement.by) }
        case .waiver(_, let waiver):
            out.text("description", "Risk \(waiver.inOneSentence). The verdict stays.")
            data([waiver.citation])
            out.text("created", at)
            out.text("expires", OSCALValues.dateTime(waiver.expiresOn, time: "23:59:59"))
            guard !waiver.approver.isEmpty else { return }
            out.object("author") { out.text("name", waiver.approver) }
        }
    }

    /// Writes the files that were read, by place and digest.
    private func data(_ citations: [Citation]) {
        var seen: Set<String> = []
        let files = citations.filter { !$0.artifact.isEmpty && seen.insert($0.artifact).inserted }.prefix(25)
        guard !files.isEmpty else { return }
        out.list("data", of: "data", isWrapped: false, files) { file in
            out.text("name", file.place + (OSCALValues.sha256(file.sha256).map { " sha256:\($0)" } ?? ""))
            out.object("contents") { out.text("url", OSCALValues.href(ofPath: file.artifact)) }
        }
    }
}
