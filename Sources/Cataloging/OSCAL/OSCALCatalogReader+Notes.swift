internal import Compliance
internal import Documents

extension OSCALCatalogReader {
    /// How many parts of the controls that are taken are not read, by name.
    private func leftOutParts(_ node: Node) -> [String: Int] {
        var counts: [String: Int] = [:]
        for control in node.list("controls") where isSelected(control["id"]?.string ?? "") {
            let used = statement(of: control)?["name"]?.string
            for name in control.list("parts").compactMap({ $0["name"]?.string }) where name != used {
                if name != "question" { counts[name, default: 0] += 1 }
            }
        }
        for child in node.list("groups") + node.list("controls") {
            counts.merge(leftOutParts(child)) { $0 + $1 }
        }
        return counts
    }

    /// What a reader of the result should know.
    func notes(_ items: [FrameworkDraft.Item]) -> [String] {
        let withdrawn = items.count { $0.kind == .group && $0.title.hasSuffix(" (withdrawn)") }
        let asked = items.count { $0.kind != .group && $0.observability != .direct && $0.question == nil }
        let leftOut = leftOutParts(source.root)
        let names = leftOut.keys.sorted().map { "\(leftOut[$0] ?? 0) × \($0)" }.joined(separator: ", ")
        return [
            names.isEmpty ? nil : "parts beside the statements are left out: \(names)",
            withdrawn > 0 ? "\(withdrawn) withdrawn controls are kept as headings: nothing is assessed for them" : nil,
            asked > 0 ? "\(asked) questions were generated from statements" : nil,
        ].compactMap { $0 }
    }
}
