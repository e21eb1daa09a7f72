/// Which steps of a flow run only after a person was asked.
///
/// A step that asks a person guards only what cannot be reached around it. Whether the person saw what the step does is
/// another question: a model between the two writes it afterwards.
struct FlowGates {
    /// One step of the flow.
    struct Step {
        let id: String
        /// The step that it lies in: a loop or an iteration.
        var parent: String?
        /// Whether it waits for a person.
        var asks = false
        /// Whether a model writes what it hands on.
        var writes = false
    }

    /// Whether a person is asked on any way from a start.
    let isStanding: Bool
    private let gates: Set<String>
    private let reached: Set<String>
    private let around: Set<String>
    private let unseen: Set<String>

    /// Follows the ways from all steps that nothing leads to.
    init(_ steps: [Step], edges: [(from: String, to: String)]) {
        var next: [String: [String]] = [:]
        var followers: Set<String> = []
        let inner = steps.compactMap { step in step.parent.map { (from: $0, to: step.id) } }
        for edge in edges + inner where edge.from != edge.to {
            next[edge.from, default: []].append(edge.to)
            followers.insert(edge.to)
        }
        let gates = Set(steps.lazy.filter(\.asks).map(\.id))
        // A gate that nothing leads to never asks.
        let starts = steps.map(\.id).filter { !followers.contains($0) && !gates.contains($0) }
        let around = Self.walk(starts, next, until: gates)
        let reached = Self.walk(starts, next, until: [])
        let writers = steps.filter { $0.writes && reached.contains($0.id) }.map(\.id)
        self.gates = gates
        self.around = around
        self.reached = reached
        unseen = Self.walk(writers.flatMap { next[$0] ?? [] }, next, until: gates)
        isStanding = !gates.isDisjoint(with: reached)
    }

    /// Whether every way to the step passes a person; what cannot be reached is not taken for guarded.
    func guards(_ id: String) -> Bool { reached.contains(id) && (gates.contains(id) || !around.contains(id)) }

    /// Whether besides no model writes anything between the person and the step.
    func shows(_ id: String) -> Bool { guards(id) && !unseen.contains(id) }

    private static func walk(
        _ starts: [String], _ next: [String: [String]], until gates: Set<String>
    ) -> Set<String> {
        var found: Set<String> = []
        var open = starts
        while let id = open.popLast() {
            guard !gates.contains(id), found.insert(id).inserted else { continue }
            open.append(contentsOf: next[id] ?? [])
        }
        return found
    }
}
