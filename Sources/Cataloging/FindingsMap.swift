public import Compliance
internal import Documents
internal import Hashing

/// Which framework items the rules of other scanners bear on: `surety assess --findings-map FILE`.
public struct FindingsMap: Sendable {
    /// One entry: the scanners and rules that it is for, `*` standing for any characters, and the items.
    struct Entry: Sendable {
        let scanner: String
        let rule: String
        let severity: Severity?
        let mappings: [CheckMapping]
    }

    let entries: [Entry]
    /// SHA-256 of the bytes of the files.
    let digest: String

    /// A map without entries: every rule is unmapped.
    public static let empty = FindingsMap(entries: [], digest: "")

    /// Reads a map.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - path: Its name, for messages.
    ///   - catalog: All frameworks: an item that none of them has is a mistake.
    /// - Returns: The entries in the order of the file.
    /// - Throws: `CatalogProblems` for a malformed file.
    public static func read(_ bytes: [UInt8], path: String, catalog: Catalog) throws -> FindingsMap {
        let root: Node
        do {
            root = try Document(bytes, as: .yaml).root
        } catch {
            throw CatalogProblems(
                problems: [CatalogProblem(path: path, position: error.position ?? .start, message: error.message)])
        }
        let fields = Fields(root, path: path, keys: ["rules"])
        let entries = fields.list("rules").map { entry($0, fields, catalog) }
        guard fields.problems.isEmpty else { throw CatalogProblems(problems: fields.problems) }
        return FindingsMap(entries: entries, digest: SHA256.hex(bytes))
    }

    /// This map, and behind it another: the first entry that is for a rule counts.
    public func followed(by other: FindingsMap) -> FindingsMap {
        FindingsMap(entries: entries + other.entries, digest: SHA256.hex(digest + other.digest))
    }

    private static func entry(_ node: Node, _ parent: Fields, _ catalog: Catalog) -> Entry {
        let fields = Fields(node, path: parent.path, keys: ["scanner", "rule", "severity", "controls"])
        let mappings = fields.list("controls").map { mapping($0, fields, catalog) }
        let severity = node["severity"] == nil ? nil : fields.word("severity", Severity.low)
        let entry = Entry(
            scanner: fields.text("scanner"), rule: fields.text("rule"), severity: severity, mappings: mappings)
        parent.adopt(fields)
        return entry
    }

    private static func mapping(_ node: Node, _ parent: Fields, _ catalog: Catalog) -> CheckMapping {
        let fields = Fields(node, path: parent.path, keys: ["control", "relationship", "because"])
        let control = ControlID(fields.text("control"))
        if catalog.control(control) == nil {
            fields.complain("there is no item \(control)", at: fields.position(of: "control"))
        }
        let relationship = fields.word("relationship", Relationship.intersectsWith)
        // What a scanner finds is a part of an item at most: its silence never shows one whole.
        if ![.subsetOf, .intersectsWith].contains(relationship) {
            fields.complain(
                "relationship is subset-of, which fails the item, or intersects-with, which is related only",
                at: fields.position(of: "relationship"))
        }
        let mapping = CheckMapping(control: control, relationship: relationship, because: fields.text("because"))
        parent.adopt(fields)
        return mapping
    }
}
