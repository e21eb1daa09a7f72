internal import Compliance
internal import Documents

/// Limits of a container in Kubernetes, which bounds nothing when none is set.
///
/// <https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/>
enum ContainerBounds {
    static func record(_ container: Node, _ pointer: String, actor: String, _ scribe: inout Scribe) {
        for (kind, key, unit) in [("memory", "memory", "bytes"), ("processor", "cpu", "cores")] {
            let node = container[path: ["resources", "limits", key]]
            scribe.add(
                .budget, line: node?.position ?? container.position(of: ["resources", "limits"]),
                node == nil ? pointer : "\(pointer)/resources/limits/\(key)",
                [
                    "actor": .text(actor), "kind": .text(kind), "unit": .text(unit),
                    "value": Quantity.value(node).map(Value.real) ?? .null,
                ])
        }
    }
}
