internal import Compliance

extension OSCALResult {
    /// Writes what the result says, how it was found, what was not seen and what it does not say.
    func attestation() {
        out.element("attestation") {
            document.parties.responsible("prepared-by", [document.parties.tool], out)
            if let owner = document.parties.owner(agent.owner) {
                document.parties.responsible("asset-owner", [owner], out)
            }
            part("scope", "Scope", scope)
            part("method", "Method", method)
            part("coverage", "Coverage", coverage)
            part("result", "Result", result)
            part("limits", "Limits", limits)
        }
    }

    private func part(_ name: String, _ title: String, _ paragraphs: [String]) {
        out.part(name, uuid: names.uuid("attestation", agent.id.rawValue, name), title: title, paragraphs)
    }

    private var scope: [String] {
        let frameworks = assessment.catalog.frameworks.map(\.shortName).joined(separator: ", ")
        let owner = agent.owner.map { "It is declared to be owned by \($0)." } ?? "No owner is declared."
        return [
            "Agent \(agent.id) (\(agent.product), \(agent.kind)), held against \(frameworks) as of \(assessment.at). \(owner)"
        ]
    }

    private var method: [String] {
        let tally = StatementTally(statements.map(\.statement))
        return [
            "Surety \(assessment.toolVersion) read configuration files and tested them with the catalog of checks with "
                + "SHA-256 \(assessment.catalog.digest); SP 800-53A method test.",
            "Statements by people: \(tally.given); counted: \(tally.counting), of which \(tally.attested) are attested by "
                + "signature and the others self-reported. Their dates and the digests of their documents were checked, "
                + "their content was not.",
        ] + (document.assessment.statementKeySentence.map { [$0] } ?? [])
    }

    private var coverage: [String] {
        let unseen = agent.unseen.sorted { $0.key < $1.key }.map {
            "Not seen in full: \($0.key.rawValue) (\($0.value))."
        }
        return unseen.isEmpty ? ["Every evidence table was seen in full."] : unseen
    }

    private var result: [String] {
        let tallies = assessment.catalog.frameworks.flatMap { framework in
            document.index.tallies(of: framework, for: [agent.id]).map {
                "\(framework.shortName): \($0.sentence(for: framework))."
            }
        }
        let waived = risks.count { document.index.waiver(of: $0)?.holds == true }
        return tallies + [
            "Risks found: \(risks.count); accepted by a waiver: \(waived). A waiver changes no verdict."
        ]
    }

    private var limits: [String] {
        [
            "What is not assessed is unknown, neither good nor bad. Configuration shows what an agent may do, not what it "
                + "did.",
            "The result rests on files and statements by people as they were given. No independent assessor has "
                + "confirmed it, and it is no substitute for one.",
        ]
    }
}
