internal import Compliance

extension OSCALDocument {
    /// Writes a framework's entry in the back matter; in a package it leads to its catalog.
    func resource(of framework: Framework) {
        out.element("resource", ["uuid": names.resource(framework.id)]) {
            out.title(framework.title)
            out.blocks(
                "description",
                [
                    "\(framework.publisher), edition \(framework.edition), published \(framework.published).",
                    "Licence: \(framework.licence). \(framework.attribution)",
                ])
            out.standardProp("type", "standard")
            out.prop("framework-id", framework.id.rawValue)
            if context.isPackaged { out.empty("rlink", ["href": href(.catalog(framework.id))]) }
            if let link = OSCALValues.href(ofLink: framework.source) { out.empty("rlink", ["href": link]) }
        }
    }

    /// Writes a file's entry in the back matter.
    func resource(of entry: OSCALArtifacts.Entry) {
        out.element("resource", ["uuid": names.resource(entry.path)]) {
            out.title(entry.path)
            out.blocks("description", [entry.description])
            out.standardProp("type", "artifact")
            guard let href = OSCALValues.href(ofPath: entry.path) else { return }
            guard let digest = entry.sha256 else { return out.empty("rlink", ["href": href]) }
            out.element("rlink", ["href": href]) { out.plain("hash", digest, ["algorithm": "SHA-256"]) }
        }
    }
}
