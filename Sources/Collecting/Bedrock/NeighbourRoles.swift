internal import Compliance
internal import Documents

/// The broad roles of functions and state machines that a template starts beside its agent.
///
/// They handle what the agent reads and writes, and whoever gets one of them to act has its rights. Narrow ones are not told.
struct NeighbourRoles {
    let template: CloudTemplate

    func record(_ scribe: inout Scribe) {
        let known = Set(scribe.recorder.evidence[.credential].compactMap(\.pointer))
        for resource in template.resources {
            guard let found = template.functionRole(resource.key, in: scribe.file), !known.contains(found.pointer),
                let scope = found.role.scope, ["any", "broad"].contains(scope)
            else { continue }
            // What is not known of a neighbour leaves nothing open of the agent.
            var role = found.role
            role.doubt = nil
            role.record(holder: resource.key, actor: resource.key, at: found.node, found.pointer, &scribe)
        }
    }
}
