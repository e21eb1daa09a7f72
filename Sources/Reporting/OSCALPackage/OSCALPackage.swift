internal import Compliance

/// The documents that one assessment becomes in OSCAL, each leading to the next: results to plan, plan and components to
/// catalogs, profile to catalogs, mappings to catalogs.
struct OSCALPackage {
    /// The folder in which they stand.
    static let folder = "oscal"

    private let context: OSCALContext

    init(_ index: AssessmentIndex, version: OSCALVersion) {
        context = OSCALContext(index, version: version, isPackaged: true)
    }

    /// All files in one form.
    func files(_ form: OSCALForm) -> [ReportFile] {
        let context = context
        let documents = [
            file(.profile, form) { OSCALProfileDocument(context, form).write(to: $0) },
            file(.components, form) { OSCALDocument(context, form, to: $0).componentDefinition() },
            file(.plan, form) { OSCALDocument(context, form, to: $0).plan() },
            file(.results, form) { OSCALDocument(context, form, to: $0).results() },
        ]
        let catalogs = context.assessment.catalog.frameworks.map { catalog($0, form) }
        let mappings = context.assessment.catalog.mappings.map { mapping($0, form) }
        return catalogs + mappings + documents + [actionPlan(form)]
    }

    /// The plan of action, where there is anything to do: OSCAL's schema asks for at least one `poam-item`.
    ///
    /// Where there is none, the results say so.
    private func actionPlan(_ form: OSCALForm) -> ReportFile {
        let context = context
        guard !context.open.isEmpty else { return file(.actionPlan, form, nil) }
        return file(.actionPlan, form) { OSCALDocument(context, form, to: $0).actionPlan() }
    }

    private func file(
        _ kind: OSCALPackageFile, _ form: OSCALForm, _ write: (@Sendable (ByteSink) -> Void)?
    ) -> ReportFile {
        ReportFile("\(Self.folder)/\(kind.name(form))", write: write)
    }

    private func catalog(_ framework: Framework, _ form: OSCALForm) -> ReportFile {
        let share = context.assessment.catalog.tailoring?.shares.first { $0.framework == framework.id }
        let version = context.version
        return file(.catalog(framework.id), form) {
            OSCALCatalogDocument(framework, version: version, share: share).write(as: form, to: $0)
        }
    }

    /// A mapping, where the version has the model and the profile leaves something of it.
    private func mapping(_ mapping: Mapping, _ form: OSCALForm) -> ReportFile {
        let document = OSCALMappingDocument(
            mapping, in: context.assessment.catalog, version: context.version
        ) { OSCALPackageFile.catalog($0).name($1) }
        guard context.version.hasMappings, !document.rows.isEmpty else {
            return file(.mapping(mapping.id), form, nil)
        }
        return file(.mapping(mapping.id), form) { document.write(as: form, to: $0) }
    }
}
