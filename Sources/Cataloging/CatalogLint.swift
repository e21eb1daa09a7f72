internal import Compliance
internal import Documents

/// Finds what is wrong with a folder of catalogs: what the loader refuses, and what it lets pass.
public enum CatalogLint {
    /// The problems of a folder, by file and place; of the built-in catalog when none is given.
    ///
    /// - Throws: `CatalogProblems` when the folder cannot be read at all.
    public static func problems(in folder: String?) throws -> [CatalogProblem] {
        let builtin = try BuiltinCatalog.files(areReviewed: false)
        var files: [CatalogFile] = []
        do {
            files = try folder.map { try CatalogFile.all(in: $0) } ?? builtin
        } catch let broken as CatalogProblems {
            // A file that is no YAML is a problem found; a folder that cannot be read is none to look at.
            if broken.problems.allSatisfy({ $0.position == .start }) { throw broken }
            return broken.problems
        }
        // The folder that the built-in catalog was made of replaces it.
        let paths = Set(files.map(\.path))
        let isSource = builtin.count { paths.contains($0.path) } * 2 > builtin.count
        let all = folder == nil || isSource ? files : builtin + files
        var problems: [CatalogProblem] = []
        var catalog: Catalog?
        do {
            catalog = try CatalogLoader.catalog(of: all)
        } catch let refused as CatalogProblems {
            problems = refused.problems
        }
        problems += files.flatMap { softProblems($0, catalog) }
        return problems.sorted { ($0.path, $0.position, $0.message) < ($1.path, $1.position, $1.message) }
    }

    private static func softProblems(_ file: CatalogFile, _ catalog: Catalog?) -> [CatalogProblem] {
        let items = file.root["controls"]?.elements ?? []
        guard file.path.hasPrefix("frameworks/") else { return [] }
        var problems: [CatalogProblem] = []
        func complain(_ message: String, _ node: Node?) {
            problems.append(CatalogProblem(path: file.path, position: (node ?? file.root).position, message: message))
        }
        let licence = file.root["licence"]?.string ?? ""
        if ["unknown", "none", "tbd", "todo", "?", "-"].contains(licence.lowercased()) {
            complain("the licence is '\(licence)': say which it is, or that none is stated", file.root["licence"])
        }
        if let source = file.root["source"], source.string?.hasPrefix("https://") != true {
            complain("the source is no https address", source)
        }
        var titles: [String: Int] = [:]
        var statements: [String: Int] = [:]
        for item in items {
            let id = item["id"]?.string ?? ""
            if let question = item["question"], question.string?.allSatisfy(\.isWhitespace) != false {
                complain("\(id): the question is empty", question)
            }
            let title = (item["parent"]?.string ?? "") + "/" + TitleWords(item["title"]?.string ?? "").key
            if let first = titles.updateValue(item.position.line, forKey: title) {
                complain("\(id): the title is that of the item in line \(first) under the same parent", item["title"])
            }
            let statement = TitleWords(item["statement"]?.string ?? "").key
            if !statement.isEmpty, let first = statements.updateValue(item.position.line, forKey: statement) {
                complain("\(id): the statement is that of the item in line \(first)", item["statement"])
            }
        }
        problems += references(file, items, catalog)
        return problems
    }

    /// Aliases that stand for nothing, and retired items whose successors are not there.
    private static func references(_ file: CatalogFile, _ items: [Node], _ catalog: Catalog?) -> [CatalogProblem] {
        let keys = items.map { ReferenceTokens($0["id"]?.string ?? "").key }
        var problems: [CatalogProblem] = []
        for alias in file.root["aliases"]?.elements ?? [] {
            let stands = ReferenceTokens(alias["stands_for"]?.string ?? "").key
            if !keys.contains(where: { $0 == stands || $0.hasPrefix(stands + " ") }) {
                let message = "the alias \(alias["spelling"]?.string ?? "") stands for no item"
                problems.append(CatalogProblem(path: file.path, position: alias.position, message: message))
            }
        }
        for item in (file.root["retired"]?.elements ?? []).flatMap({ $0["items"]?.elements ?? [] }) {
            for now in item["now"]?.elements ?? [] {
                let id = ControlID(now.string ?? "")
                if let catalog, catalog.framework(id.framework) != nil, catalog.control(id) == nil {
                    problems.append(
                        CatalogProblem(path: file.path, position: now.position, message: "there is no item \(id)"))
                }
            }
        }
        return problems
    }
}
