internal import Documents

/// What the metadata of an OSCAL document say of a framework.
struct OSCALMetadata {
    private let source: OSCALSource
    private let metadata: Node

    init(_ source: OSCALSource) throws(CatalogProblem) {
        guard let metadata = source.root["metadata"], metadata.isObject else {
            throw CatalogProblem(
                path: source.path, position: source.root.position, message: "expected metadata: an object")
        }
        self.source = source
        self.metadata = metadata
    }

    /// A framework without items.
    func draft() -> FrameworkDraft {
        var draft = FrameworkDraft()
        draft.id = metadata.ownProperty("framework-id")
        draft.title = plain(metadata["title"]?.string)
        draft.shortName = metadata.ownProperty("short-name") ?? ""
        draft.publisher = publisher
        draft.edition = metadata["version"]?.string ?? ""
        draft.published = published
        draft.source = origin
        draft.licence = metadata.ownProperty("licence") ?? ""
        draft.isDefault = metadata.ownProperty("default") != "false"
        draft.attribution = metadata.ownProperty("attribution") ?? ""
        return draft
    }

    private var publisher: String {
        let parties = metadata.list("parties")
        for role in ["publisher", "creator", "prepared-by"] {
            let responsible = metadata.list("responsible-parties").first { $0["role-id"]?.string == role }
            guard let uuid = responsible?.list("party-uuids").first?.string else { continue }
            if let name = parties.first(where: { $0["uuid"]?.string == uuid })?["name"]?.string { return name }
        }
        return parties.first?["name"]?.string ?? ""
    }

    private var published: String {
        if let text = metadata.ownProperty("published") { return text }
        return String((metadata["published"] ?? metadata["last-modified"])?.string?.prefix(10) ?? "")
    }

    /// The published text: what the metadata refer to in the back matter, or a link of their own.
    private var origin: String {
        let resources = source.root["back-matter"]?.list("resources") ?? []
        for link in metadata.list("links") {
            guard let href = link["href"]?.string else { continue }
            guard href.hasPrefix("#") else {
                if href.hasPrefix("https://") { return href }
                continue
            }
            guard let resource = resources.first(where: { $0["uuid"]?.string == String(href.dropFirst()) }) else {
                continue
            }
            if let own = resource.ownProperty("source") { return own }
            if let href = resource.list("rlinks").first?["href"]?.string { return href }
        }
        return ""
    }

    private func plain(_ markdown: String?) -> String {
        OSCALProse.plain(markdown ?? "") { $0 }.split(separator: "\n").joined(separator: " ")
    }
}
