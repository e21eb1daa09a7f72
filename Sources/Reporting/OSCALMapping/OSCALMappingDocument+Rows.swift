internal import Compliance

extension OSCALMappingDocument {
    /// How one item relates to another.
    func row(_ row: MappingRow) -> OSCALElement {
        .node(
            "map",
            [
                "uuid": names.uuid("map", mapping.id.rawValue, row.source.rawValue, row.target.rawValue, row.word),
                "ns": row.relationship == nil ? OSCALNames.namespace : nil,
                "matching-rationale": row.rationale?.rawValue,
            ],
            [
                .plain("relationship", row.word),
                item("source", row.source, trees.source), item("target", row.target, trees.target),
                .blocks("remarks", [row.because]),
            ])
    }

    /// OSCAL knows controls and statements here; that an item is a heading is said in our namespace.
    private func item(_ name: StaticString, _ id: ControlID, _ tree: ControlTree?) -> OSCALElement {
        .node(
            name, ["type": "control", "id-ref": tree?.token(id) ?? OSCALNames.token(id)],
            [.prop("kind", tree?.isHeading(id) == true ? Control.Kind.group.rawValue : nil)])
    }

    /// Items of a framework that no row names.
    func gap(
        _ name: StaticString, _ framework: Framework?, _ tree: ControlTree?, _ mapped: Set<ControlID>
    ) -> OSCALElement? {
        let missing = framework?.controls.filter { $0.kind != .group && !mapped.contains($0.id) } ?? []
        guard !missing.isEmpty else { return nil }
        return .node(
            name, ["uuid": names.uuid("gap", mapping.id.rawValue, "\(name)")],
            [
                .node(
                    "unmapped-controls", [:],
                    missing.map { .plain("with-id", tree?.token($0) ?? OSCALNames.token($0.id)) })
            ])
    }
}
