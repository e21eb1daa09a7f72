internal import Compliance

extension Gap {
    /// What is open as a heading: a check's title says what is true of a good agent, and must not read as a fact.
    var headline: String { cause == .failingCheck ? "Not met: \(title)" : title }

    /// What is open: for a failing check what was seen, because its title says what would be good.
    var openSentence: String {
        switch cause {
        case .failingCheck:
            switch (seen.first, seenCount) {
            case (let first?, 2...): return "\(first) (and \(seenCount - 1) more like it)"
            case (let first?, _): return first
            case (nil, _): return headline
            }
        default: return title
        }
    }

    /// What was seen, without the checks that fail on the very same rows.
    var seen: [String] { detail.filter { Self.repetition(in: $0) == nil } }

    /// How much was seen, what is not kept as well.
    var seenCount: Int { seen.count + moreDetail }

    /// The other checks that fail on the very same rows, and have no gap of their own for it.
    var repeated: [(check: CheckID, title: String)] { detail.compactMap(Self.repetition) }

    /// `the same fails permissions/writes-bounded: What the agent changes is bounded`.
    private static func repetition(in fact: String) -> (check: CheckID, title: String)? {
        let start = "the same fails "
        guard fact.hasPrefix(start), let colon = fact.firstRange(of: ": ") else { return nil }
        let name = fact[..<colon.lowerBound].dropFirst(start.count)
        return (CheckID(String(name)), String(fact[colon.upperBound...]))
    }

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
