internal import Compliance

extension Gap {
    /// What is open as a heading: a check's title says what is true of a good agent, and must not read as a fact.
    var headline: String { cause == .failingCheck ? "Not met: \(title)" : title }

    /// What is open: for a failing check what was seen, because its title says what would be good.
    var openSentence: String {
        switch cause {
        case .failingCheck:
            let seen = detail.prefix { !Self.isRepetition($0) }.count + moreDetail
            switch (detail.first, seen) {
            case (let first?, 2...): return "\(first) (and \(seen - 1) more like it)"
            case (let first?, _): return first
            case (nil, _): return headline
            }
        default: return title
        }
    }

    /// How many other checks fail on the very same rows, and have no gap of their own for it.
    var repetitions: Int { detail.count(where: Self.isRepetition) }

    private static func isRepetition(_ fact: String) -> Bool { fact.hasPrefix("the same fails ") }

    /// The checks that were not decided, when the gap stands for several: its facts begin with their names.
    var undecided: [CheckID] {
        guard cause == .unstatedValue else { return [] }
        let names = detail.compactMap { fact -> CheckID? in
            let name = fact.prefix { $0 != ":" }
            return name.contains("/") && !name.contains(" ") && !name.contains("\"") ? CheckID(String(name)) : nil
        }
        return names.isEmpty ? [check].compactMap(\.self) : names
    }
}

extension Gap.Cause {
    /// The cause as a column heading.
    var words: String {
        switch self {
        case .failingCheck: "Failing check"
        case .unreadEvidence: "File not read"
        case .unstatedValue: "Value not in the files"
        case .contradictedStatement: "Contradicted statement"
        case .invalidStatement: "Invalid statement"
        case .missingStatement: "Missing statement"
        }
    }
}
