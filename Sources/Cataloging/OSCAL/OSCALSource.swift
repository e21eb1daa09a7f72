internal import Documents

/// An OSCAL document of any form, as the tree that its JSON has.
struct OSCALSource {
    /// The models that are known.
    enum Model: String, CaseIterable {
        case catalog, profile
        case mappings = "mapping-collection"
        case assessmentResults = "assessment-results"
        case assessmentPlan = "assessment-plan"
        case components = "component-definition"
        case securityPlan = "system-security-plan"
        case actionPlan = "plan-of-action-and-milestones"
    }

    /// The file.
    let path: String
    /// What it is.
    let model: Model
    /// What stands under the one key.
    let root: Node

    /// An OSCAL document out of a tree; nil when it is none.
    init?(_ document: Node, path: String) {
        let known = document.members.compactMap { member in Model(rawValue: member.key).map { ($0, member.value) } }
        guard let (model, root) = known.first, root.isObject else { return nil }
        self.path = path
        self.model = model
        self.root = root
    }

    /// Reads XML, JSON or YAML.
    ///
    /// - Throws: `CatalogProblem` for what cannot be read, and for what is no OSCAL.
    static func read(_ bytes: [UInt8], path: String) throws(CatalogProblem) -> OSCALSource {
        let tree = try ForeignFile.tree(bytes, path: path)
        guard let source = OSCALSource(tree, path: path) else {
            let known = Model.allCases.map(\.rawValue).joined(separator: ", ")
            throw CatalogProblem(
                path: path, position: tree.position, message: "expected an OSCAL document: one of \(known)")
        }
        return source
    }
}

/// A file of unknown form.
enum ForeignFile {
    /// Its tree: XML by OSCAL's rules, else JSON or YAML, as it begins.
    ///
    /// - Throws: `CatalogProblem` with the place and the cause.
    static func tree(_ bytes: [UInt8], path: String) throws(CatalogProblem) -> Node {
        let first = bytes.first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
        if first == UInt8(ascii: "<") { return try OSCALXMLReader.read(bytes, path: path) }
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        do throws(Diagnostic) {
            let document = try Document(bytes, as: isJSON ? .json : .yaml)
            // A key written twice would make one of its values vanish unseen.
            if let warning = document.warnings.first { throw warning }
            return document.root
        } catch {
            throw CatalogProblem(path: path, position: error.position ?? .start, message: error.message)
        }
    }
}
