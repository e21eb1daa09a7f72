internal import Compliance

extension OSCALDocument {
    /// Writes what the document refers to: plan, frameworks, files.
    func backMatter() {
        xml.element("back-matter") {
            xml.element("resource", ["uuid": planUUID]) {
                xml.title("Assessment plan")
                xml.blocks(
                    "description",
                    [
                        "There is no OSCAL assessment plan. What was assessed, and how, is fixed by the catalog of "
                            + "checks with SHA-256 \(assessment.catalog.digest)."
                    ])
            }
            for framework in assessment.catalog.frameworks { resource(of: framework) }
            for entry in artifacts.entries { resource(of: entry) }
        }
    }

    private func resource(of framework: Framework) {
        xml.element("resource", ["uuid": names.resource(framework.id)]) {
            xml.title(framework.title)
            xml.blocks(
                "description",
                [
                    "\(framework.publisher), edition \(framework.edition), published \(framework.published).",
                    "Licence: \(framework.licence). \(framework.attribution)",
                ])
            xml.standardProp("type", "standard")
            xml.prop("framework-id", framework.id.rawValue)
            if let link = OSCALValues.href(ofLink: framework.source) { xml.empty("rlink", ["href": link]) }
        }
    }

    private func resource(of entry: OSCALArtifacts.Entry) {
        xml.element("resource", ["uuid": names.resource(entry.path)]) {
            xml.title(entry.path)
            xml.blocks("description", [entry.description])
            xml.standardProp("type", "artifact")
            guard let href = OSCALValues.href(ofPath: entry.path) else { return }
            guard let digest = entry.sha256 else { return xml.empty("rlink", ["href": href]) }
            xml.element("rlink", ["href": href]) { xml.text("hash", ["algorithm": "SHA-256"], text: digest) }
        }
    }
}
