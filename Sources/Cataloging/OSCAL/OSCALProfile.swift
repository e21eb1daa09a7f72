internal import Documents

/// A profile: which controls of catalogs are taken, and what their parameters are set to.
///
/// Imports are resolved as NIST's profile resolution has them (include, exclude, child controls, set-parameter); what a
/// profile adds to or removes from the text of controls is not, and is said.
/// https://pages.nist.gov/OSCAL/resources/concepts/processing/profile-resolution/
struct OSCALProfile {
    private let source: OSCALSource
    private let catalogs: [OSCALSource]

    init(_ source: OSCALSource, catalogs: [OSCALSource]) {
        self.source = source
        self.catalogs = catalogs
    }

    /// The framework that the profile selects.
    ///
    /// - Throws: `CatalogProblems` when a catalog is not given, or a control is selected that is in none.
    func draft() throws -> FrameworkDraft {
        var draft = try OSCALMetadata(source).draft()
        var problems: [CatalogProblem] = []
        for entry in source.root.list("imports") {
            guard let catalog = catalog(of: entry) else {
                let href = entry["href"]?.string ?? ""
                problems.append(problem(entry, "the catalog '\(href)' is not given; name it with --catalog FILE"))
                continue
            }
            var reader = OSCALCatalogReader(catalog)
            for parameter in source.root["modify"]?.list("set-parameters") ?? [] {
                let id = parameter["param-id"]?.string ?? ""
                if reader.parameters.isKnown(id) { reader.parameters.set(parameter) }
            }
            let selection = OSCALSelection(entry, in: catalog)
            problems += selection.unknown.map { problem($0.node, "there is no control \($0.id) in \(catalog.path)") }
            reader.isSelected = { selection.ids.contains($0) }
            let whole = try reader.draft()
            draft.items += whole.items
            draft.notes += whole.notes
            if draft.publisher.isEmpty { draft.publisher = whole.publisher }
            if draft.source.isEmpty { draft.source = whole.source }
            if draft.licence.isEmpty { draft.licence = whole.licence }
        }
        if source.root.list("imports").isEmpty { problems.append(problem(source.root, "the profile imports nothing")) }
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        let alters = source.root["modify"]?.list("alters").count ?? 0
        if alters > 0 { draft.notes.append("\(alters) alterations of controls (alter) are not applied") }
        return draft
    }

    private func problem(_ node: Node, _ message: String) -> CatalogProblem {
        CatalogProblem(path: source.path, position: node.position, message: message)
    }

    /// The catalog that an import means: the only one, or the one of the name that it links to.
    private func catalog(of entry: Node) -> OSCALSource? {
        let given = catalogs.filter { $0.model == .catalog }
        if given.count <= 1 { return given.first }
        guard let href = entry["href"]?.string else { return nil }
        var names = [href]
        if href.hasPrefix("#") {
            let resources = source.root["back-matter"]?.list("resources") ?? []
            let resource = resources.first { $0["uuid"]?.string == String(href.dropFirst()) }
            names = resource?.list("rlinks").compactMap { $0["href"]?.string } ?? []
        }
        let stems = Set(names.map(Self.stem))
        return given.first { stems.contains(Self.stem($0.path)) }
    }

    /// The name of a file without folder and ending, so that XML stands for JSON.
    private static func stem(_ path: String) -> Substring {
        let name = path.split(separator: "/").last ?? ""
        return name.lastIndex(of: ".").map { name[..<$0] } ?? name
    }
}
