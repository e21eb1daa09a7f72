/// What stands in one cell of a register, before it is written.
enum RegisterValue {
    case text(String)
    case list([String])
    case number(Int)
    /// A day, YYYY-MM-DD.
    case date(String)
    case none

    init(_ text: String?) { self = text.map { .text($0) } ?? .none }

    init(day: String?) {
        let isDay = day.flatMap { OSCALValues.dateTime($0) } != nil
        self = isDay ? .date(String((day ?? "").prefix(10))) : .init(day)
    }

    /// The value as a text.
    func text(separator: String) -> String {
        switch self {
        case .text(let text), .date(let text): text
        case .list(let parts): parts.joined(separator: separator)
        case .number(let number): String(number)
        case .none: ""
        }
    }
}
