internal import Compliance
internal import Documents

extension ProfileReader {
    /// Items that are not there, choices that choose nothing, parameters that are not there or cannot take the value.
    static func unresolved(
        _ profiles: [(profile: Profile, file: CatalogFile)], in catalog: Catalog
    ) -> [CatalogProblem] {
        profiles.flatMap { profile, file -> [CatalogProblem] in
            let needed = profile.settings.isEmpty ? [] : checks(neededBy: profile, in: catalog)
            return zip(profile.imports, file.root["imports"]?.elements ?? []).flatMap {
                problems($0, $1, file, catalog)
            } + profile.settings.flatMap { problems($0, file, catalog, needed) }
        }
    }

    /// Checks that show something of the items that a profile chooses.
    private static func checks(neededBy profile: Profile, in catalog: Catalog) -> Set<CheckID> {
        let plain = Profile(
            id: profile.id, title: "", summary: "", imports: profile.imports, settings: [], digest: "")
        return Set((try? catalog.tailored(by: plain))?.checks.map(\.id) ?? [])
    }

    private static func problems(
        _ one: Profile.Import, _ node: Node, _ file: CatalogFile, _ catalog: Catalog
    ) -> [CatalogProblem] {
        guard !one.framework.rawValue.isEmpty else { return [] }
        guard let framework = catalog.framework(one.framework) else {
            let known = catalog.frameworks.map(\.id.rawValue).joined(separator: ", ")
            return [problem("there is no framework \(one.framework); known are \(known)", node["framework"], file)]
        }
        var problems: [CatalogProblem] = []
        for (key, items) in [("include", one.include ?? []), ("exclude", one.exclude)] {
            for (item, place) in zip(items, node[key]?.elements ?? []) where !item.item.isEmpty {
                guard let control = catalog.control(item) else {
                    problems.append(problem("\(one.framework) has no item \(item.item)", place, file))
                    continue
                }
                if control.kind == .group && !one.withChildControls {
                    problems.append(problem("\(item.item) is a heading: expected the items below it", place, file))
                }
            }
        }
        if problems.isEmpty && one.chosen(from: framework).isEmpty {
            problems.append(problem("nothing of \(one.framework) is chosen", node, file))
        }
        return problems
    }

    private static func problems(
        _ setting: Profile.Setting, _ file: CatalogFile, _ catalog: Catalog, _ needed: Set<CheckID>
    ) -> [CatalogProblem] {
        let member = file.root["set-parameters"]?.members.first { $0.key == setting.key }
        let place = member?.keyPosition ?? .start
        func problem(_ message: String, _ position: Position) -> [CatalogProblem] {
            [CatalogProblem(path: file.path, position: position, message: message)]
        }
        let concerned = catalog.checks.flatMap { check in
            check.parameters.filter { setting.concerns(check.id, $0) }.map { (check.id, $0) }
        }
        guard let first = concerned.first else {
            let names = catalog.checks.flatMap { check in check.parameters.map { "\(check.id)/\($0.name)" } }
            return problem("there is no parameter \(setting.key); known are \(names.joined(separator: ", "))", place)
        }
        for (_, parameter) in concerned {
            do throws(SQLProblem) {
                _ = try parameter.setting(setting.value)
            } catch {
                return problem("\(setting.key): \(error)", member?.value.position ?? place)
            }
        }
        if !concerned.contains(where: { needed.contains($0.0) }) {
            return problem("\(setting.key) sets nothing: no chosen item needs the check \(first.0)", place)
        }
        return []
    }

    private static func problem(_ message: String, _ node: Node?, _ file: CatalogFile) -> CatalogProblem {
        CatalogProblem(path: file.path, position: node?.position ?? .start, message: message)
    }
}
