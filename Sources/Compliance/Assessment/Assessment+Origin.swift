extension Assessment {
    /// The statements that count for an item.
    public func statements(of result: ControlResult) -> [Statement] {
        result.statements.filter(statements.indices.contains).map { statements[$0] }
    }

    /// How it is known who states what an item rests on; nil when it rests on no statement.
    ///
    /// One self-reported statement among signed ones leaves the item self-reported.
    public func origin(of result: ControlResult) -> Statement.Origin? {
        let origins = Set(statements(of: result).map(\.origin))
        return origins.isEmpty ? nil : origins == [.attested] ? .attested : .selfReported
    }
}
