internal import Compliance

/// The framework items that the agents were held against, as an OSCAL profile.
///
/// Values that a profile of ours sets are of checks, which OSCAL's parameters do not know; they stand in properties.
/// Model: https://pages.nist.gov/OSCAL/resources/concepts/layer/control/profile/
struct OSCALProfileDocument {
    private let context: OSCALContext
    private let form: OSCALForm

    init(_ context: OSCALContext, _ form: OSCALForm) {
        self.context = context
        self.form = form
    }

    /// Writes the profile.
    func write(to sink: ByteSink) {
        let held = context.held
        let imports = context.assessment.catalog.frameworks.compactMap { self.import($0, held) }
        let document = OSCALDocument(context, form, to: sink)
        document.out.document("profile", uuid: context.identity("profile")) {
            document.metadata(
                "Framework items that AI agents were held against",
                [
                    held.isEmpty
                        ? "No agent was found: nothing was assessed. The items are those that would have been."
                        : "Every item that has a verdict for an agent, also one that is not assessed or does not apply; "
                            + "headings have none."
                ])
            for element in imports { document.out.write(element) }
            document.out.write(.node("merge", [:], [.flag("as-is", true)]))
        }
    }

    private func `import`(_ framework: Framework, _ held: Set<ControlID>) -> OSCALElement? {
        let items = context.reviewed(framework, held)
        guard !items.isEmpty else { return nil }
        return .node(
            "import", ["href": OSCALValues.href(ofPath: OSCALPackageFile.catalog(framework.id).name(form))],
            [.node("include-controls", [:], items.map { .plain("with-id", context.token($0)) })])
    }
}
