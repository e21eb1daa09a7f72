internal import Compliance

extension AgentSummary {
    /// Whether it is a template, in force nowhere as it stands.
    var isTemplate: Bool { kind == "policy-template" }
}
