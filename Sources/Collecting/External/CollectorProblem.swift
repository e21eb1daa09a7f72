/// What is wrong with a collector's run or with a line that it wrote.
struct CollectorProblem: Error, Hashable, CustomStringConvertible {
    /// Line of its output, from 1; nil when it is about the run.
    let line: Int?
    /// The cause, in words.
    let message: String

    init(_ message: String, line: Int? = nil) {
        self.message = message
        self.line = line
    }

    var description: String { line.map { "line \($0) of its output: \(message)" } ?? message }
}
