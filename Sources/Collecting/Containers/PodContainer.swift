internal import Compliance
internal import Documents

/// One container of a pod.
struct PodContainer {
    let root: Node
    let pod: Node
    let pointer: String

    var name: String { root["name"]?.string ?? "container" }

    private var variables: [ContainerVariables.Variable] {
        (root["env"]?.elements ?? []).enumerated().compactMap { index, node in
            node["name"]?.string.map { ($0, node["value"]?.string, node["value"] ?? node, "\(pointer)/env/\(index)") }
        }
    }

    /// What runs in it; nil when nothing shows that it is an agent's.
    var agent: AgentImage? {
        let words = ["command", "args"].flatMap { (root[$0]?.elements ?? []).compactMap(\.string) }
        return AgentImage(
            image: root["image"]?.string, command: words, variables: variables.map(\.name), hasModels: false)
    }

    /// Records how it is held, its image, bounds and variables.
    func record(_ agent: AgentImage, network: String, _ scribe: inout Scribe) {
        scribe.settings(root, pointer)
        scribe.secrets(in: root, holder: "agent", pointer)
        let security = root["securityContext"] ?? pod["securityContext"]
        let place = root["securityContext"] == nil ? pointer : pointer + "/securityContext"
        hold(network).record(holder: name, at: security ?? root, place, &scribe)
        if let image = root["image"], let text = image.string {
            scribe.add(.component, at: image, pointer + "/image", KagentServer.image(text))
        }
        ContainerBounds.record(root, pointer, actor: "main", &scribe)
        KagentServer.variables(root, pointer, holder: "agent", &scribe)
        let plain = variables.filter { SecretScanner.detect(key: $0.name, value: $0.value ?? "") == nil }
        ContainerVariables.record(
            plain.filter { $0.value.map { !SecretScanner.isReference($0) } ?? false }, client: agent.product, &scribe)
        for (index, source) in (root["envFrom"]?.elements ?? []).enumerated() {
            guard let reference = source[path: ["secretRef", "name"]] else { continue }
            scribe.add(
                .credential, at: reference, "\(pointer)/envFrom/\(index)/secretRef/name",
                [
                    "holder": "agent", "name": .text(reference.string ?? "secret"), "storage": "vault",
                    "detector": "kubernetes-secret",
                ])
        }
    }

    private func hold(_ network: String) -> ContainerHold {
        var hold = ContainerHold(container: root["securityContext"], pod: pod["securityContext"])
        for (key, name) in [("hostPID", "PID"), ("hostIPC", "IPC"), ("hostNetwork", "network")]
        where pod[key]?.boolean == true {
            hold.openings.append("host \(name)")
        }
        // A policy does not hold for a pod in the host's network.
        hold.network = pod["hostNetwork"]?.boolean == true ? "open" : network
        mount(&hold)
        return hold
    }

    private func mount(_ hold: inout ContainerHold) {
        for (index, mount) in (root["volumeMounts"]?.elements ?? []).enumerated() {
            let volume = (pod["volumes"]?.elements ?? []).first { $0["name"]?.string == mount["name"]?.string }
            guard let path = volume?[path: ["hostPath", "path"]]?.string else { continue }
            let place = "\(pointer)/volumeMounts/\(index)"
            hold.mount(path, isReadOnly: mount["readOnly"]?.boolean == true, at: mount, place)
        }
    }

}
