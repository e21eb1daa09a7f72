/// What only a person can show of a framework item for one agent, and nobody has stated.
///
/// A fleet has hundreds of thousands; each is two identifiers, and becomes a gap when it is written.
public struct OpenQuestion: Sendable, Hashable {
    /// The agent.
    public let agent: AgentID
    /// The item that waits.
    public let control: ControlID

    /// An open question.
    public init(agent: AgentID, control: ControlID) {
        self.agent = agent
        self.control = control
    }

    /// Identifier of the gap, stable from run to run.
    public var id: GapID { GapID(of: agent, .missingStatement, key: control.rawValue) }
}
