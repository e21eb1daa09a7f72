/// Whether the files at hand are those of the statement.
public enum SubjectReview {
    /// Holds attested files of one role against those at hand.
    ///
    /// - Parameters:
    ///   - role: Which of the statement's files.
    ///   - subjects: The statement's files.
    ///   - found: Digests by path of the files at hand.
    /// - Returns: One outcome for all that match, and one for each that differs, is missing, or was added.
    public static func review(_ role: Subject.Role, of subjects: [Subject], found: [String: String]) -> [Outcome] {
        let attested = subjects.filter { $0.role == role }
        var outcomes: [Outcome] = []
        var matching = 0
        for subject in attested {
            switch found[subject.path] {
            case subject.sha256: matching += 1
            case let other?:
                outcomes.append(
                    Outcome(.differs, "\(subject.name): SHA-256 is \(other), attested is \(subject.sha256)"))
            case nil: outcomes.append(Outcome(.differs, "\(subject.name): is not there"))
            }
        }
        let known = Set(attested.map(\.path))
        for path in found.keys.filter({ !known.contains($0) }).sorted() {
            outcomes.append(Outcome(.differs, "\(role.rawValue)/\(path): was added, and is not attested"))
        }
        if matching > 0 {
            outcomes.insert(
                Outcome(.holds, "\(matching) of \(attested.count) \(role.rawValue) files have the attested SHA-256"),
                at: 0)
        }
        return outcomes
    }
}
