internal import Compliance

/// Something claimed of an agent for a framework item, or what speaks against it.
struct CycloneDXClaim {
    let item: ExportItem
    /// Whether it says that the item is not, or not wholly, shown.
    let isCounter: Bool

    var ref: String {
        (isCounter ? "counter-claim:" : "claim:") + CycloneDXRef.agent(item.agent.id) + ":"
            + CycloneDXRef.control(item.control.id)
    }

    /// The claims of an item: none of what does not apply or was not assessed.
    static func of(_ item: ExportItem) -> [CycloneDXClaim] {
        switch item.disposition {
        case .satisfied: [CycloneDXClaim(item: item, isCounter: false)]
        case .partly: [false, true].map { CycloneDXClaim(item: item, isCounter: $0) }
        case .failed: [CycloneDXClaim(item: item, isCounter: true)]
        case .notApplicable, .notAssessed, .needsPerson: []
        }
    }
}

extension CycloneDXDocument {
    var hasClaims: Bool { claims.makeIterator().next() != nil }

    /// All claims, made agent by agent while they are written.
    var claims: AnySequence<CycloneDXClaim> {
        let index = index
        return AnySequence(
            assessment.agents.lazy.flatMap { agent -> [CycloneDXClaim] in
                let open = OpenItems(of: agent.id, in: index)
                return index.assessment.catalog.frameworks.flatMap {
                    index.items(of: $0, for: agent, open: open).flatMap(CycloneDXClaim.of)
                }
            })
    }

    /// Writes what is attested of each agent for each framework; what has no entry is counted in the summary.
    func attestations() {
        out.list("attestations", of: "attestation", pairs) { agent, framework in
            let items = index.items(of: framework, for: agent, open: OpenItems(of: agent.id, in: index))
            let tallies = index.tallies(of: framework, for: [agent.id]).map { $0.sentence(for: framework) }
            out.text(
                "summary",
                "\(agent.id) against \(framework.shortName): \(tallies.joined(separator: "; ")). What is not assessed "
                    + "or does not apply has no entry in the map: it is neither attested nor denied.")
            out.text("assessor", CycloneDXRef.assessor)
            let attested = items.map { ($0, CycloneDXClaim.of($0)) }.filter { !$0.1.isEmpty }
            guard !attested.isEmpty else { return }
            out.list("map", of: "map", isWrapped: false, attested) { item, claims in
                out.text("requirement", CycloneDXRef.control(item.control.id))
                out.refs("claims", of: "claim", claims.filter { !$0.isCounter }.map(\.ref))
                out.refs("counterClaims", of: "counterClaim", claims.filter(\.isCounter).map(\.ref))
                out.object("conformance") {
                    out.tenths("score", item.disposition == .satisfied ? 10 : item.disposition == .partly ? 5 : 0)
                    out.text(
                        "rationale",
                        item.disposition == .partly
                            ? "A part is shown and a part is not; the number says no more than that."
                            : "Read as: \(item.words).")
                    out.refs("mitigationStrategies", of: "mitigationStrategy", waivers(of: item))
                }
            }
        }
    }

    private var pairs: [(AgentSummary, Framework)] {
        assessment.agents.flatMap { agent in assessment.catalog.frameworks.map { (agent, $0) } }
    }

    func write(_ claim: CycloneDXClaim) {
        let item = claim.item
        // Only what the list of evidence holds may be referred to.
        let verdict: Verdict = claim.isCounter ? .notSatisfied : .satisfied
        let known = item.result.checks(verdict).filter {
            index.checkResult($0, of: item.agent.id)?.verdict == verdict
        }
        let statements =
            claim.isCounter
            ? []
            : item.result.statements.filter { position in
                assessment.statements.indices.contains(position) && assessment.statements[position].standing == .valid
            }
        let refs = known.map { CycloneDXRef.check($0, item.agent.id) } + statements.map(CycloneDXRef.statement)
        out.text("target", CycloneDXRef.agent(item.agent.id))
        out.text("predicate", "\(item.framework.shortName) \(item.title): \(predicate(claim))")
        out.refs("mitigationStrategies", of: "mitigationStrategy", claim.isCounter ? waivers(of: item) : [])
        out.text("reasoning", claim.isCounter ? item.account : "The verdict is \(item.words).")
        // Of a counter claim, too, the evidence is what supports it.
        out.refs("evidence", of: "evidence", isWrapped: false, refs)
    }

    private func predicate(_ claim: CycloneDXClaim) -> String {
        switch (claim.item.disposition, claim.isCounter) {
        case (.partly, false): "shown in part"
        case (.partly, true): "not shown as a whole"
        default: claim.item.words
        }
    }

    private func waivers(of item: ExportItem) -> [String] {
        item.waivers.compactMap { assessment.waivers.firstIndex(of: $0) }.map(CycloneDXRef.waiver)
    }
}
