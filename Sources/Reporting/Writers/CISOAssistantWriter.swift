internal import Compliance

/// `ciso-assistant/`: everything that CISO Assistant imports of an assessment.
///
/// Libraries of the frameworks that it does not bring, libraries of the mappings in both directions, an audit of each
/// framework as CSV and as workbook, findings, applied controls, evidences, security exceptions. Keys stay the same from
/// run to run, so that a second import updates. https://github.com/intuitem/ciso-assistant-community
public struct CISOAssistantWriter: ReportFormat {
    /// `ciso-assistant`.
    public let format = "ciso-assistant"
    /// What it is.
    public let summary = "Folder ciso-assistant/: libraries, audits, findings, controls, evidences and exceptions."

    static let folder = "ciso-assistant"

    /// A writer.
    public init() {}

    /// The files of the pack.
    public func files(of index: AssessmentIndex) -> [ReportFile] {
        let assessment = index.assessment
        let records = CISORecords(index)
        let register = RegisterTable(index, in: .cisoAssistant)
        let findings = CISOTable(name: "findings", columns: register.titles, rows: register.entries.map(register.texts))
        return [
            ReportFile("\(Self.folder)/README.md") { $0.append(CISOReadMe(assessment: assessment, index: index).text) }
        ] + Self.libraries(assessment.catalog) + (Self.audits(index) + [findings]).flatMap { [$0.csv, $0.xlsx] }
            + [records.appliedControls, records.evidences, records.exceptions].map(\.csv)
    }

    private static func libraries(_ catalog: Catalog) -> [ReportFile] {
        let frameworks = catalog.frameworks.filter { !CISOName.isNative($0.id) }.map { framework in
            file(framework.id.rawValue) { CISOLibrary(framework: framework).tree }
        }
        let mappings = CISOMapping.all(in: catalog).filter { !$0.isEmpty }.map { mapping in
            file(mapping.name) { mapping.tree }
        }
        return frameworks + mappings
    }

    private static func file(_ name: String, _ tree: @escaping @Sendable () -> PlainTree) -> ReportFile {
        ReportFile("\(folder)/libraries/\(FileSlug.of(name)).yaml") { YAMLText($0).write(tree()) }
    }

    /// An audit of each framework.
    static func audits(_ index: AssessmentIndex) -> [CISOTable] {
        var items: [FrameworkID: [[ExportItem]]] = [:]
        index.forEachFramework { _, framework, all in items[framework.id, default: []].append(all) }
        return index.assessment.catalog.frameworks.map { framework in
            let audit = CISOAudit(framework: framework, items: items[framework.id] ?? [])
            return CISOTable(
                name: "audits/\(FileSlug.of(framework.id.rawValue))", columns: CISOAudit.columns, rows: audit.rows)
        }
    }
}
