internal import Compliance

/// An OSCAL assessment-results document in the making: metadata, a result for each agent, back matter.
final class OSCALDocument {
    let index: AssessmentIndex
    let xml: XMLText
    let names: OSCALNames
    let parties: OSCALParties
    let artifacts: OSCALArtifacts
    /// The moment of the assessment in OSCAL's form.
    let at: String

    var assessment: Assessment { index.assessment }

    init(_ index: AssessmentIndex, to xml: XMLText) {
        let assessment = index.assessment
        self.index = index
        self.xml = xml
        names = OSCALNames(system: assessment.system)
        parties = OSCALParties(assessment, names)
        artifacts = OSCALArtifacts(index, names)
        at = OSCALValues.dateTime(assessment.at) ?? "1970-01-01T00:00:00Z"
    }

    func write() {
        let identity = names.uuid(
            "document", assessment.evidenceDigest, judged, assessment.toolVersion, assessment.at)
        xml.declaration()
        xml.element("assessment-results", ["xmlns": "http://csrc.nist.gov/ns/oscal/1.0", "uuid": identity]) {
            metadata()
            xml.empty("import-ap", ["href": "#" + planUUID])
            for agent in assessment.agents { OSCALResult(agent, in: self).write() }
            if assessment.agents.isEmpty { emptyResult() }
            backMatter()
        }
    }

    var planUUID: String { names.uuid("plan", judged) }

    /// By what it was judged: the catalog, and the profile where there is one.
    private var judged: String {
        assessment.catalog.digest + (assessment.catalog.tailoring.map { "/" + $0.profile.id.rawValue } ?? "")
    }

    private func profile() {
        guard let tailoring = assessment.catalog.tailoring else { return }
        xml.prop("profile", tailoring.profile.id.rawValue)
        xml.prop("profile-sha256", tailoring.profile.digest)
        for set in tailoring.settings {
            xml.prop("set-parameter", "\(set.check)/\(set.parameter.name) = \(set.parameter.words)")
        }
    }

    private func metadata() {
        xml.element("metadata") {
            xml.title("Surety assessment of AI agents")
            xml.text("last-modified", text: at)
            xml.text("version", text: nonEmpty(String(assessment.evidenceDigest.prefix(12)), "0"))
            xml.text("oscal-version", text: OSCALAssessmentResultsWriter.version)
            xml.prop("tool-version", assessment.toolVersion)
            if let system = assessment.system { xml.prop("system", system) }
            xml.prop("catalog-sha256", assessment.catalog.digest)
            xml.prop("evidence-sha256", assessment.evidenceDigest)
            profile()
            parties.write(to: xml)
            xml.blocks(
                "remarks",
                [
                    "Machine-made from configuration files and self-reported statements. The state of a finding has "
                        + "only two values; read the properties verdict and extent beside it: not-satisfied with reason "
                        + "other means partly shown or not assessed, not failed."
                ])
        }
    }

    /// OSCAL asks for at least one result, also where there was nothing to assess.
    private func emptyResult() {
        xml.element("result", ["uuid": names.uuid("result", "none")]) {
            xml.title("Nothing was assessed")
            xml.blocks("description", ["No agent was found in the evidence. Nothing is shown for any control."])
            xml.text("start", text: at)
            xml.text("end", text: at)
            xml.element("reviewed-controls") {
                xml.blocks("description", ["All controls of the catalog remain not assessed."])
                xml.element("control-selection") { xml.empty("include-all") }
            }
        }
    }

    private func nonEmpty(_ text: String, _ other: String) -> String { XMLText.line(text).isEmpty ? other : text }
}
