internal import Compliance

/// An OSCAL document about an assessment in the making: what it rests on, and where it is written.
final class OSCALDocument {
    let context: OSCALContext
    let out: OSCALOutput
    /// How the files of the package are called that the document names.
    let form: OSCALForm

    init(_ context: OSCALContext, _ form: OSCALForm, to sink: ByteSink) {
        self.context = context
        self.form = form
        out = form == .json ? .json(sink) : .xml(sink)
    }

    var assessment: Assessment { context.assessment }
    var index: AssessmentIndex { context.index }
    var names: OSCALNames { context.names }
    var parties: OSCALParties { context.parties }

    /// The name of another file of the package.
    func href(_ file: OSCALPackageFile) -> String? { OSCALValues.href(ofPath: file.name(form)) }

    /// Writes the metadata.
    func metadata(_ title: String, _ remarks: [String], props: () -> Void = {}) {
        out.element("metadata") {
            out.title(title)
            out.plain("last-modified", context.at)
            let version = String(assessment.evidenceDigest.prefix(12))
            out.plain("version", OSCALText.isBlank(version) ? "0" : version)
            out.plain("oscal-version", context.version.rawValue)
            out.prop("tool-version", assessment.toolVersion)
            if let system = assessment.system { out.prop("system", system) }
            out.prop("catalog-sha256", assessment.catalog.digest)
            out.prop("evidence-sha256", assessment.evidenceDigest)
            profile()
            props()
            parties.write(to: out)
            out.blocks("remarks", remarks)
        }
    }

    private func profile() {
        guard let tailoring = assessment.catalog.tailoring else { return }
        out.prop("profile", tailoring.profile.id.rawValue)
        out.prop("profile-sha256", tailoring.profile.digest)
        for set in tailoring.settings {
            out.prop("set-parameter", "\(set.check)/\(set.parameter.name) = \(set.parameter.words)")
        }
    }
}
