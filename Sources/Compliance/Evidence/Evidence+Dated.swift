extension Evidence {
    /// The same evidence with what follows from its dates on a day: ages, and days that are left.
    ///
    /// - Parameter at: Date, or date and time in UTC, of the assessment.
    /// - Returns: The evidence with its derived columns filled, whatever stood in them.
    public func dated(at: String) -> Evidence {
        let day = CalendarDate(at)
        var copy = self
        for schema in EvidenceSchema.tables where !self[schema.table].isEmpty {
            let derived = schema.columns.filter { $0.derivation != nil }
            if derived.isEmpty { continue }
            copy.replace(
                schema.table,
                with: self[schema.table].map { row in
                    derived.reduce(row) { dated, column in
                        dated.setting(column.name, to: column.derivation?.days(of: row, on: day) ?? .null)
                    }
                })
        }
        return copy
    }
}

extension Column.Derivation {
    /// The number of days; not known where a date is missing, is none, or has yet to come.
    fileprivate func days(of row: Row, on day: CalendarDate?) -> Value {
        guard let day else { return .null }
        let date = { (column: String) in row[column].text.flatMap { CalendarDate($0) } }
        switch self {
        case .daysSince(let column): return Self.since(date(column), day)
        case .daysUnused(let last, let used, let made):
            return Self.since(date(row[used].boolean == false ? made : last), day)
        case .daysUntil(let column): return Value(date(column)?.days(since: day))
        }
    }

    /// What is said to have happened tomorrow is a mistake, and no age of zero days.
    private static func since(_ date: CalendarDate?, _ day: CalendarDate) -> Value {
        guard let date, date <= day else { return .null }
        return .integer(day.days(since: date))
    }
}
