extension RegisterLayout {
    /// Every field there is, under its own name.
    static let generic = RegisterLayout(
        name: "generic", summary: "Every field that the register has, in a row for each gap.", form: .xlsx, scope: .all,
        columns: RegisterField.allCases.map { RegisterColumn($0.rawValue, $0) })
}
