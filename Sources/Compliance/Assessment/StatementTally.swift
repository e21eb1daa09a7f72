/// How many statements there are, how many of them count, and how many of these are attested.
public struct StatementTally: Sendable, Hashable {
    /// All that were given.
    public let given: Int
    /// Those that count.
    public let counting: Int
    /// Those that count and are signed by who states them.
    public let attested: Int

    /// Those that count by the word of the file alone.
    public var selfReported: Int { counting - attested }
    /// Those that do not count.
    public var notCounting: Int { given - counting }

    /// The tally of some statements.
    public init(_ statements: some Collection<Statement>) {
        let valid = statements.filter { $0.standing == .valid }
        given = statements.count
        counting = valid.count
        attested = valid.count { $0.origin == .attested }
    }
}
