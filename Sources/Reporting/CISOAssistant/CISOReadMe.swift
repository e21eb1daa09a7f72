internal import Compliance

/// `README.md` of the pack: what to load in which order, and what is not in it.
struct CISOReadMe {
    let assessment: Assessment
    let index: AssessmentIndex

    /// The text.
    var text: String {
        let agents = assessment.agents.map(\.id)
        let counts = assessment.catalog.frameworks.flatMap { framework in
            index.tallies(of: framework, for: agents).map {
                "- \(MarkdownText.text(framework.shortName)): \($0.sentence(for: framework))"
            }
        }
        let doubt = assessment.agents.isEmpty ? "no agent was found, nothing was assessed" : assessment.doubt
        let caution = doubt.isEmpty ? "" : "\n**Caution: \(MarkdownText.text(doubt)).**\n"
        return """
            # CISO Assistant pack of \(MarkdownText.text(assessment.at))
            \(caution)
            1. Load the files in `libraries/`, frameworks before the mappings between them (names with `--`):
               `POST /api/stored-libraries/upload/`, or *Libraries, upload your own*. NIST AI RMF 1.0 is CISO Assistant's own
               library `nist-ai-rmf-1.0`: load that first.
            2. Make an audit of each framework, and load `audits/<framework>.csv` or `.xlsx` into it: data wizard, model
               `ComplianceAssessment`, with the audit as the target. A later run updates the same audit.
            3. Load `findings.csv` (`FindingsAssessment`), `applied-controls.csv` (`AppliedControl`), `evidences.csv`
               (`Evidence`) and `security-exceptions.csv` (`SecurityException`) with the conflict mode *update*: `ref_id` is
               the same in every run. An update writes `status` and `priority` anew; *skip* keeps what people have set.

            An audit is over all agents: an item is compliant when it is shown for each of them that it applies to. What was
            not assessed stays `not_assessed`, and `in_review` where a person must answer. An accepted risk keeps its result.

            \(counts.joined(separator: "\n"))

            """
    }
}
