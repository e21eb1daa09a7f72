internal import Compliance

/// The order of evidence: agent, then place, then the values from left to right.
enum EvidenceOrder {
    /// Sorts every table; rows that say the same twice are kept once.
    static func sort(_ evidence: inout Evidence) {
        for (table, rows) in evidence.rows {
            var seen: Set<Row> = []
            evidence.replace(table, with: rows.filter { seen.insert($0).inserted }.sorted(by: precedes))
        }
    }

    private static func precedes(_ left: Row, _ right: Row) -> Bool {
        for (first, second) in zip(left.values, right.values) where first != second {
            return precedes(first, second)
        }
        return false
    }

    private static func precedes(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.text(let left), .text(let right)): left < right
        case (.integer(let left), .integer(let right)): left < right
        case (.real(let left), .real(let right)): left < right
        case (.boolean(let left), .boolean(let right)): !left && right
        default: rank(left) < rank(right)
        }
    }

    private static func rank(_ value: Value) -> Int {
        switch value {
        case .null: 0
        case .boolean: 1
        case .integer: 2
        case .real: 3
        case .text: 4
        }
    }
}
