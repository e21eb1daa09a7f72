internal import Documents

/// The ways through a flow of Flowise: its edges, and where a loop leads back to.
///
/// <https://docs.flowiseai.com/using-flowise/agentflowv2>
struct FlowiseGates {
    let gates: FlowGates

    init(_ root: Node) {
        var steps: [FlowGates.Step] = []
        var edges: [(from: String, to: String)] = []
        for node in root["nodes"]?.elements ?? [] {
            guard let data = node["data"], let id = (data["id"] ?? node["id"])?.string else { continue }
            let name = data["name"]?.string
            steps.append(
                FlowGates.Step(
                    id: id, parent: node["parentNode"]?.string, asks: Self.asks(data),
                    writes: name == "agentAgentflow" || name == "llmAgentflow"))
            // `agentAgentflow_0-Label of the node`
            let target = data[path: ["inputs", "loopBackToNode"]]?.string?.split(separator: "-").first
            if let target { edges.append((from: id, to: String(target))) }
        }
        for edge in root["edges"]?.elements ?? [] {
            guard let from = edge["source"]?.string, let to = edge["target"]?.string else { continue }
            edges.append((from: from, to: to))
        }
        gates = FlowGates(steps, edges: edges)
    }

    /// Whether a node waits for a person.
    static func asks(_ data: Node) -> Bool { data["name"]?.string == "humanInputAgentflow" }
}
