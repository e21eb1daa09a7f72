internal import Compliance

extension OSCALMappingDocument {
    /// How one item relates to another.
    func row(_ row: MappingRow) -> OSCALElement {
        .many(
            "map", "maps",
            [
                "uuid": names.uuid("map", mapping.id.rawValue, row.source.rawValue, row.target.rawValue, row.word),
                "ns": row.relationship == nil ? OSCALNames.namespace : nil,
                "matching-rationale": row.rationale?.rawValue,
            ],
            [
                .plain("relationship", row.word),
                item("source", "sources", row.source, trees.source),
                item("target", "targets", row.target, trees.target),
                .blocks("remarks", [row.because]),
            ])
    }

    /// OSCAL knows controls and statements here; that an item is a heading is said in our namespace.
    private func item(
        _ name: StaticString, _ list: StaticString, _ id: ControlID, _ tree: ControlTree?
    ) -> OSCALElement {
        .many(
            name, list, ["type": "control", "id-ref": tree?.token(id) ?? OSCALNames.token(id)],
            [.prop("kind", tree?.isHeading(id) == true ? Control.Kind.group.rawValue : nil)])
    }

    /// Items of a framework that no row names.
    func gap(
        _ name: StaticString, _ framework: Framework?, _ tree: ControlTree?, _ mapped: Set<ControlID>
    ) -> OSCALElement? {
        let missing = framework?.controls.filter { $0.kind != .group && !mapped.contains($0.id) } ?? []
        guard !missing.isEmpty else { return nil }
        return .one(
            name, ["uuid": names.uuid("gap", mapping.id.rawValue, "\(name)")],
            [
                .many(
                    "unmapped-controls", "unmapped-controls", [:],
                    missing.map { .many("with-id", "with-ids", text: tree?.token($0) ?? OSCALNames.token($0.id)) })
            ])
    }
}
