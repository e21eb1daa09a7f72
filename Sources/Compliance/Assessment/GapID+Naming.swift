internal import Hashing

extension GapID {
    /// The identifier of what is open on an agent: a digest of the agent, the cause and what is open, so that it is the
    /// same in every run.
    public init(of agent: AgentID, _ cause: Gap.Cause, key: String) {
        let name = SHA256.hex([agent.rawValue, cause.rawValue, key].joined(separator: "\u{1F}"))
        self.init("G-" + name.prefix(10).uppercased())
    }

    /// The identifier in a register of several systems: agents of one name in two of them keep apart.
    public func inSystem(_ system: String) -> GapID {
        GapID("G-" + SHA256.hex([system, rawValue].joined(separator: "\u{1F}")).prefix(10).uppercased())
    }
}
