internal import Compliance

/// Failures of one agent, and which of them another check's gap says already.
///
/// A check may name checks that say the same of the same place (`said-by`): what fails one of those, too, is left to it.
/// Between checks of one table the same means the same row, since one line may hold many; between tables it means the
/// same place. Verdicts are not touched; only the list of gaps gets shorter.
struct SaidElsewhere {
    private struct Place: Hashable {
        let artifact: String
        let line: Int?
        let column: Int?
    }

    /// Findings that stay with their check, none for a check whose gap would only repeat others.
    private(set) var kept: [CheckID: [Finding]] = [:]
    /// Checks that fail with nothing of their own to say, by the check whose gap says it.
    private(set) var repeated: [CheckID: [CheckResult]] = [:]

    init(_ results: [CheckResult], catalog: Catalog) {
        let failures = results.filter { $0.verdict == .notSatisfied }
        let findings = Dictionary(
            failures.map { ($0.check, $0.findings.filter { $0.verdict == .notSatisfied }) },
            uniquingKeysWith: { first, _ in first })
        let places = findings.mapValues { Set($0.flatMap(Self.places)) }
        var sayers: [CheckID: [CheckID]] = [:]
        for result in failures {
            let known = (catalog.check(result.check)?.saidBy ?? []).filter { findings[$0]?.isEmpty == false }
            let subject = catalog.check(result.check)?.subject
            let alike = known.filter { catalog.check($0)?.subject == subject }
            let rows = Set(alike.flatMap { findings[$0] ?? [] }.map(Self.row))
            let said = known.filter { !alike.contains($0) }
                .reduce(into: Set<Place>()) { $0.formUnion(places[$1] ?? []) }
            let own = (findings[result.check] ?? []).filter { finding in
                let cited = Self.places(finding)
                return !rows.contains(Self.row(finding)) && (cited.isEmpty || !cited.allSatisfy(said.contains))
            }
            if own.isEmpty { sayers[result.check] = known }
            kept[result.check] = own
        }
        for result in failures where kept[result.check]?.isEmpty == true {
            let sayer = sayer(of: result.check, sayers, places)
            sayer.map { repeated[$0, default: []].append(result) }
        }
    }

    /// What is accepted with the gap of a check: its own rows, and those of the checks whose failure it says.
    func digests(of check: CheckID) -> [String] {
        let others = (repeated[check] ?? []).flatMap(\.findings).filter { $0.verdict == .notSatisfied }
        return ((kept[check] ?? []) + others).map(\.valueDigest)
    }

    /// The check whose gap says it in the end: the one that says it may itself be said by another.
    private func sayer(
        of check: CheckID, _ sayers: [CheckID: [CheckID]], _ places: [CheckID: Set<Place>]
    ) -> CheckID? {
        let own = places[check] ?? []
        var current = check
        var seen: Set<CheckID> = []
        while kept[current]?.isEmpty == true, seen.insert(current).inserted {
            let next = (sayers[current] ?? []).filter { !seen.contains($0) }
            guard let first = next.first(where: { !(places[$0] ?? []).isDisjoint(with: own) }) ?? next.first
            else { return nil }
            current = first
        }
        return kept[current]?.isEmpty == false ? current : nil
    }

    private static func places(_ finding: Finding) -> [Place] {
        finding.citations.map { Place(artifact: $0.artifact, line: $0.line, column: $0.column) }
    }

    /// What a row says and where: what was read beside it is left out.
    private static func row(_ finding: Finding) -> String {
        finding.valueDigest.prefix(RowDigest.length) + "|" + (finding.citations.first?.place ?? "")
    }
}
