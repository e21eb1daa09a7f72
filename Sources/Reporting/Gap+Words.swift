internal import Compliance

extension Gap {
    /// What is open as a heading: a check's title says what is true of a good agent, and must not read as a fact.
    var headline: String { cause == .failingCheck ? "Not met: \(title)" : title }

    /// What is open: for a failing check what was seen, because its title says what would be good.
    var openSentence: String {
        switch cause {
        case .failingCheck:
            switch detail.count + moreDetail {
            case 0: headline
            case 1: detail[0]
            case let count: "\(detail[0]) (and \(count - 1) more)"
            }
        default: title
        }
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
