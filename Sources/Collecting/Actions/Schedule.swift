/// The starts that cron expressions give (POSIX crontab: five fields, UTC).
struct Schedule {
    private struct Field {
        let values: Set<Int>
        let isOpen: Bool
    }

    private struct Expression {
        let fields: [Field]

        func holds(_ minute: Int) -> Bool {
            let (day, rest) = minute.quotientAndRemainder(dividingBy: 1440)
            let date = LogTime.civil(day)
            // 1970-01-01 was a Thursday.
            let weekday = (day + 4) % 7
            guard fields[0].values.contains(rest % 60), fields[1].values.contains(rest / 60),
                fields[3].values.contains(date.month)
            else { return false }
            let (ofMonth, ofWeek) = (fields[2].values.contains(date.day), fields[4].values.contains(weekday))
            // Where both days are given, either is enough.
            return fields[2].isOpen || fields[4].isOpen ? ofMonth && ofWeek : ofMonth || ofWeek
        }
    }

    /// How long after a start an action still belongs to it, in minutes.
    static let reach = 60

    private let expressions: [Expression]
    private var known: [Int: Bool] = [:]

    /// Expressions separated by commas and spaces, as `trigger.expression` has them; nil when one cannot be read.
    init?(_ texts: [String]) {
        var expressions: [Expression] = []
        for text in texts {
            for part in text.split(separator: ", ", omittingEmptySubsequences: true) {
                guard let expression = Self.expression(String(part)) else { return nil }
                expressions.append(expression)
            }
        }
        guard !expressions.isEmpty else { return nil }
        self.expressions = expressions
    }

    /// Whether an action at a time follows a start within the reach.
    mutating func explains(_ seconds: Int) -> Bool {
        let minute = seconds / 60
        if let answer = known[minute] { return answer }
        if known.count > 4096 { known = [:] }
        let answer = (0...Self.reach).contains { back in expressions.contains { $0.holds(minute - back) } }
        known[minute] = answer
        return answer
    }

    private static let ranges = [0...59, 0...23, 1...31, 1...12, 0...7]
    private static let names: [[String]] = [
        [], [], [], ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
    ]

    private static func expression(_ text: String) -> Expression? {
        let parts = text.split(separator: " ")
        guard parts.count == 5 else { return nil }
        var fields: [Field] = []
        for (position, part) in parts.enumerated() {
            guard let values = values(part, position) else { return nil }
            let days = position == 4 ? Set(values.map { $0 % 7 }) : values
            fields.append(Field(values: days, isOpen: part == "*" || part == "?"))
        }
        return Expression(fields: fields)
    }

    private static func values(_ text: Substring, _ position: Int) -> Set<Int>? {
        var found: Set<Int> = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = item.split(separator: "/", omittingEmptySubsequences: false)
            guard let first = parts.first, parts.count <= 2,
                let range = range(first, position, isOpen: parts.count == 2),
                let step = parts.count == 2 ? Int(parts[1]) : 1, step > 0
            else { return nil }
            found.formUnion(stride(from: range.lowerBound, through: range.upperBound, by: step))
        }
        return found
    }

    private static func range(_ text: Substring, _ position: Int, isOpen: Bool) -> ClosedRange<Int>? {
        let all = ranges[position]
        if text == "*" || text == "?" { return all }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { number($0, position) }
        guard let low = ends.first.flatMap(\.self), all.contains(low), ends.count <= 2 else { return nil }
        guard ends.count == 2 else { return isOpen ? low...all.upperBound : low...low }
        guard let high = ends[1], high >= low, all.contains(high) else { return nil }
        return low...high
    }

    private static func number(_ text: Substring, _ position: Int) -> Int? {
        if let place = names[position].firstIndex(of: text.lowercased()) { return position == 3 ? place + 1 : place }
        return Int(text)
    }
}
