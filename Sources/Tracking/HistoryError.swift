/// What keeps a history from being read or written.
public enum HistoryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file is not a history.
    case notAHistory(String)
    /// A later version of the program wrote it.
    case tooNew(String)
    /// There is no such assessment in it.
    case noAssessment(String)
    /// There is no such gap in it.
    case noGap(String)
    /// The history is already later than what is to be recorded.
    case outOfOrder(last: String, new: String)
    /// What SQLite says.
    case storage(String)

    /// The problem in words for the user.
    public var description: String {
        switch self {
        case .notAHistory(let path): "\(path) is not a history that `surety track` made"
        case .tooNew(let path): "\(path) was written by a later version of Surety, which changed its tables"
        case .noAssessment(let name): "there is no assessment \(name) in the history"
        case .noGap(let id): "there is no gap \(id) in the history"
        case .outOfOrder(let last, let new):
            "the history already ends at \(last); an assessment of \(new) cannot be put before it"
        case .storage(let text): "the history cannot be used: \(text)"
        }
    }
}
