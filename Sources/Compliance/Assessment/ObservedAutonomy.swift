/// How autonomous an agent was seen to be: what logs of its actions say of who decided.
public struct ObservedAutonomy: Sendable, Hashable {
    /// Numbers of actions.
    public struct Counts: Sendable, Hashable {
        /// All that were seen.
        public var all = 0
        /// A person was asked.
        public var asked = 0
        /// Let through without a question.
        public var unasked = 0
        /// Refused.
        public var denied = 0
        /// The log does not say who decided.
        public var untold = 0

        /// None.
        public init() {}
    }

    /// Numbers of actions.
    public let counts: Counts
    /// Number of tools that were used.
    public let tools: Int
    /// Time of the first action, when one is known.
    public let from: String?
    /// Time of the last.
    public let to: String?
    /// What the agent was seen to be.
    public let autonomy: AutonomyProfile.Class
    /// What that rests on, in one sentence.
    public let because: String
    /// The places it rests on.
    public let citations: [Citation]

    /// What was seen.
    public init(
        counts: Counts, tools: Int, from: String?, to: String?, autonomy: AutonomyProfile.Class, because: String,
        citations: [Citation]
    ) {
        self.counts = counts
        self.tools = tools
        self.from = from
        self.to = to
        self.autonomy = autonomy
        self.because = because
        self.citations = citations
    }
}
