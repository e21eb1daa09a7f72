internal import Compliance
internal import Documents

/// What asking a person comes to in a flow as a whole.
///
/// Steps that only fetch need no question, and where no step can act there is nothing to ask about.
struct FlowApproval {
    private var canAct = false
    private var isUnasked = false
    private var hasGate: Bool

    /// `hasGate` says whether a person is asked somewhere on the way.
    init(hasGate: Bool) { self.hasGate = hasGate }

    /// Takes in a step that acts, and whether a person stands before it.
    mutating func take(_ effect: String?, isAsked: Bool) {
        guard effect != "read" else { return }
        canAct = true
        if isAsked {
            hasGate = true
        } else if effect != "network" {
            isUnasked = true
        }
    }

    /// Whether a person is asked before everything that changes something.
    var isAsked: Bool { hasGate && !isUnasked }

    /// Records it at the place that asks, or at the flow.
    func record(gate: (node: Node?, pointer: String)?, flow: (node: Node?, pointer: String), _ scribe: inout Scribe) {
        guard canAct else { return }
        let place = isAsked ? gate ?? flow : flow
        scribe.add(
            .approval, at: place.node, place.pointer,
            ["covers": "any", "mode": isAsked ? "on-risk" : "never", "bypassable": false])
    }
}
