internal import Compliance
internal import Hashing

/// The identifiers of an OSCAL document: name-based, so that the same assessment gives the same document and the same
/// thing keeps its identifier from run to run.
struct OSCALNames {
    /// Namespace of our own properties and parts; OSCAL closes its lists of names in its own.
    static let namespace = "https://surety-tool.org/ns/oscal/1.0"

    // The UUIDv5 of `namespace` in the URL namespace of RFC 9562 §6.6.
    private let space = UUIDv5(
        namespace: UUIDv5(namespace: "6ba7b811-9dad-11d1-80b4-00c04fd430c8").uuid(OSCALNames.namespace))

    /// Name of the system, when one was given: the same agent in another system is another component.
    var system: String?

    /// The identifier of a thing; the parts are joined by a character that no identifier holds.
    func uuid(_ kind: String, _ parts: String...) -> String {
        space.uuid(((system.map { [$0] } ?? []) + [kind] + parts).joined(separator: "\u{1F}"))
    }

    /// The identifier of an agent's component.
    func component(_ agent: AgentID) -> String { uuid("component", agent.rawValue) }

    /// The identifier of the tool's component in the result of an agent.
    func tool(_ agent: AgentID) -> String { uuid("tool", agent.rawValue) }

    /// The identifier of what a check saw on an agent.
    func observation(_ check: CheckID, _ agent: AgentID) -> String {
        uuid("observation", agent.rawValue, check.rawValue)
    }

    /// The identifier of what a person states, by its position in the assessment.
    func observation(_ statement: Statement, at position: Int) -> String {
        uuid("statement", String(position), statement.agent.rawValue, statement.claim)
    }

    /// The identifier of an open gap.
    func risk(_ gap: Gap) -> String { uuid("risk", gap.agent.rawValue, gap.id.rawValue) }

    /// The identifier of a file's entry in the back matter.
    func resource(_ path: String) -> String { uuid("artifact", path) }

    /// The identifier of a framework's entry in the back matter.
    func resource(_ framework: FrameworkID) -> String { uuid("framework", framework.rawValue) }

    /// A control identifier as an OSCAL token: a slash may not stand in one.
    ///
    /// Tokens are ASCII, because libxml2 does not know all letters that the schema allows.
    static func token(_ control: ControlID) -> String { XMLText.name(control.rawValue) }
}
