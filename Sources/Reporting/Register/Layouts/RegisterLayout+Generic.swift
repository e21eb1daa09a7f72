extension RegisterLayout {
    /// Every field there is, under its own name; those that only a history fills, where one was given.
    static let generic = RegisterLayout(
        name: "generic", summary: "Every field that the register has, in a row for each gap.", form: .xlsx, scope: .all,
        columns: columns { !RegisterField.ofHistory.contains($0) },
        historyColumns: columns(RegisterField.ofHistory.contains))

    private static func columns(_ isWanted: (RegisterField) -> Bool) -> [RegisterColumn] {
        RegisterField.allCases.filter(isWanted).map { RegisterColumn($0.rawValue, $0) }
    }
}
