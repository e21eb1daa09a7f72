internal import Compliance
internal import Documents

/// One service of a Compose file.
struct ComposeService {
    let root: Node
    let entry: Member
    let pointer: String

    private var service: Node { entry.value }

    init(root: Node, entry: Member) {
        (self.root, self.entry) = (root, entry)
        pointer = "/services/\(Node.escape(entry.key))"
    }

    /// Its variables, written as a map or as `NAME=value`.
    var variables: [(name: String, value: String?, node: Node, pointer: String)] {
        guard let environment = service["environment"] else { return [] }
        let place = pointer + "/environment"
        return environment.members.map { ($0.key, $0.value.string, $0.value, "\(place)/\(Node.escape($0.key))") }
            + environment.elements.enumerated().compactMap { index, node in
                guard let text = node.string else { return nil }
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                return (parts.first ?? "", parts.count > 1 ? parts[1] : nil, node, "\(place)/\(index)")
            }
    }

    private var words: [String] {
        ["entrypoint", "command"].flatMap { key -> [String] in
            guard let value = service[key] else { return [] }
            return value.isArray ? value.elements.compactMap(\.string) : ArgumentWords.split(value.string ?? "")
        }
    }

    /// What runs in it; nil when nothing shows that it is an agent's.
    var agent: AgentImage? {
        AgentImage(
            image: service["image"]?.string, command: words, variables: variables.map(\.name),
            hasModels: service["models"] != nil || service["use_api_socket"]?.boolean == true)
    }

    /// Records everything that the service says.
    func record(_ agent: AgentImage, _ scribe: inout Scribe) {
        scribe.settings(service, pointer)
        scribe.secrets(in: service, holder: "agent", pointer)
        hold.record(
            holder: entry.key, at: holdNode ?? Node(.null, at: entry.keyPosition), holdPlace, &scribe)
        recordImage(isServer: agent.kind == "mcp-server", &scribe)
        recordBounds(&scribe)
        recordPorts(&scribe)
        recordSecrets(&scribe)
        ContainerVariables.record(
            variables.filter { $0.value != nil }, client: agent.product,
            neighbours: Set(root["services"]?.members.map(\.key) ?? []), &scribe)
        recordModels(&scribe)
    }

    // The line to look at is that of the worst setting.
    private var holdKey: String? {
        let keys = [
            "privileged", "use_api_socket", "network_mode", "pid", "cap_add", "security_opt", "user", "read_only",
        ]
        if let key = keys.first(where: { service[$0] != nil }) { return key }
        return service["volumes"] == nil ? nil : "volumes"
    }
    private var holdNode: Node? { holdKey.flatMap { service[$0] } }
    private var holdPlace: String { holdKey.map { "\(pointer)/\($0)" } ?? pointer }

    private var hold: ContainerHold {
        var hold = ContainerHold()
        let texts = { (key: String) in (service[key]?.elements ?? []).compactMap(\.string) }
        if service["privileged"]?.boolean == true {
            hold.isPrivileged = true
            hold.openings.append("privileged")
        }
        for (index, volume) in (service["volumes"]?.elements ?? []).enumerated() {
            mount(volume, "\(pointer)/volumes/\(index)", &hold)
        }
        if let socket = service["use_api_socket"], socket.boolean == true {
            hold.mount("/var/run/docker.sock", isReadOnly: false, at: socket, pointer + "/use_api_socket")
        }
        hold.capabilities(added: texts("cap_add"), dropped: texts("cap_drop"))
        for option in texts("security_opt") where option.hasSuffix("unconfined") || option.hasSuffix(":disable") {
            hold.openings.append(option)
        }
        for (key, name) in [("pid", "PID"), ("ipc", "IPC"), ("userns_mode", "user"), ("uts", "UTS")]
        where service[key]?.string == "host" {
            hold.openings.append("host \(name)")
        }
        hold.openings += texts("devices").map { "device \($0)" }
        hold.isReadOnly = service["read_only"]?.boolean
        hold.network = network
        if hold.network == "open", service["network_mode"]?.string == "host" { hold.openings.append("host network") }
        hold.runsAsRoot = (service["user"]?.string ?? service["user"]?.integer.map(String.init)).flatMap { user in
            user.contains("$") ? nil : ["0", "root"].contains(String(user.prefix { $0 != ":" }))
        }
        return hold
    }

    private func mount(_ volume: Node, _ place: String, _ hold: inout ContainerHold) {
        if let text = volume.string {
            let parts = text.split(separator: ":").map(String.init)
            guard let source = parts.first, "/.~$".contains(source.first ?? "x"), parts.count > 1 else { return }
            let isReadOnly = parts.dropFirst(2).contains { $0.split(separator: ",").contains("ro") }
            hold.mount(source, isReadOnly: isReadOnly, at: volume, place)
        } else if volume["type"]?.string == "bind", let source = volume["source"]?.string {
            hold.mount(source, isReadOnly: volume["read_only"]?.boolean == true, at: volume, place)
        }
    }

    /// A service whose networks are all internal reaches its neighbours only.
    private var network: String {
        switch service["network_mode"]?.string {
        case "none": return "none"
        case nil: break
        default: return "open"
        }
        let names =
            service["networks"].map { $0.isArray ? $0.elements.compactMap(\.string) : $0.members.map(\.key) } ?? []
        let isInternal =
            !names.isEmpty && names.allSatisfy { root[path: ["networks", $0, "internal"]]?.boolean == true }
        return isInternal ? "allowlist" : "open"
    }
}
