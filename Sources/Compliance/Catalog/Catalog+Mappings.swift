extension Catalog {
    /// An item of another framework that an item relates to, and the mapping that says so.
    public struct Relation: Sendable, Hashable {
        /// The mapping.
        public let mapping: Mapping
        /// The row, read from the item that was asked about.
        public let row: MappingRow
    }

    /// The mapping with an identifier.
    public func mapping(_ id: MappingID) -> Mapping? { mappings.first { $0.id == id } }

    /// What an item relates to, in both directions, sorted by the other item and the mapping.
    public func relations(of control: ControlID) -> [Relation] {
        let found = mappings.filter { $0.source == control.framework || $0.target == control.framework }.flatMap {
            mapping in
            mapping.rows.compactMap { row -> Relation? in
                if row.source == control { return Relation(mapping: mapping, row: row) }
                if row.target == control { return Relation(mapping: mapping, row: row.reversed) }
                return nil
            }
        }
        return found.sorted { ($0.row.target, $0.mapping.id) < ($1.row.target, $1.mapping.id) }
    }
}
