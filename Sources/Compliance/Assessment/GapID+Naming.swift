internal import Hashing

extension GapID {
    /// The identifier of what is open on an agent: a digest of the agent, the cause and what is open, so that it is the
    /// same in every run.
    public init(of agent: AgentID, _ cause: Gap.Cause, key: String) {
        let name = SHA256.hex([agent.rawValue, cause.rawValue, key].joined(separator: "\u{1F}"))
        self.init("G-" + name.prefix(10).uppercased())
    }
}
