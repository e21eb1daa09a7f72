internal import Compliance
internal import Documents

/// How firmly a container holds what runs in it.
///
/// <https://docs.docker.com/engine/security/>, <https://kubernetes.io/docs/concepts/security/pod-security-standards/>
struct ContainerHold {
    /// Everything that opens it, in words.
    var openings: [String] = []
    var isPrivileged = false
    /// Where the container engine's socket is handed in: whoever has it starts any container with any mount.
    private(set) var socket: (node: Node, pointer: String)?
    var isReadOnly: Bool?
    /// Folders of the host that can be written.
    var hostFolders: [String] = []
    var network: String? = "open"
    var runsAsRoot: Bool?
    /// In the words of `sandbox.capabilities`.
    var capabilities = "default"

    private static let sharpCapabilities: Set<String> = [
        "ALL", "SYS_ADMIN", "SYS_PTRACE", "SYS_MODULE", "DAC_READ_SEARCH", "NET_ADMIN", "SYS_RAWIO", "BPF",
    ]

    init() {}

    /// What Kubernetes' security contexts say: that of the container, then that of its pod.
    init(container: Node?, pod: Node?) {
        let value = { (key: String) in container?[key] ?? pod?[key] }
        if value("privileged")?.boolean == true {
            isPrivileged = true
            openings.append("privileged")
        }
        if value("allowPrivilegeEscalation")?.boolean == true { openings.append("privilege escalation") }
        if value("seccompProfile")?["type"]?.string == "Unconfined" { openings.append("seccomp unconfined") }
        let texts = { (key: String) in (container?[path: ["capabilities", key]]?.elements ?? []).compactMap(\.string) }
        capabilities(added: texts("add"), dropped: texts("drop"))
        isReadOnly = value("readOnlyRootFilesystem")?.boolean
        if let user = value("runAsUser")?.integer {
            runsAsRoot = user == 0
        } else if value("runAsNonRoot")?.boolean == true {
            runsAsRoot = false
        }
    }

    /// Notes a folder of the host.
    mutating func mount(_ source: String, isReadOnly: Bool, at node: Node, _ pointer: String) {
        let isSocket = ["docker.sock", "containerd.sock", "crio.sock", "podman.sock"].contains(where: source.contains)
        if isSocket {
            socket = socket ?? (node, pointer)
            openings.append("socket of the container engine")
        } else if source == "/" || ["/etc", "/proc", "/sys", "/dev", "/root", "/var/run", "/run"].contains(source) {
            openings.append("host folder \(source)")
        }
        if !isReadOnly, !isSocket { hostFolders.append(source) }
    }

    /// Takes capabilities added and dropped.
    mutating func capabilities(added: [String], dropped: [String]) {
        let strip = { (name: String) in
            let upper = name.uppercased()
            return upper.hasPrefix("CAP_") ? String(upper.dropFirst(4)) : upper
        }
        let added = added.map(strip)
        let isDropped = dropped.map(strip).contains("ALL")
        if added.contains("ALL") {
            capabilities = "all"
        } else if isDropped {
            capabilities = "dropped"
        } else if !added.isEmpty {
            capabilities = "added"
        }
        openings += added.filter(Self.sharpCapabilities.contains).map { "capability \($0)" }
    }

    /// The columns of `sandbox`.
    var columns: [String: Value] {
        let isEscapable =
            isPrivileged || socket != nil || openings.contains { $0.hasPrefix("host ") && $0.hasSuffix("PID") }
            || hostFolders.contains("/")
        let filesystem: Value =
            hostFolders.contains("/")
            ? "full"
            : isReadOnly == true ? (hostFolders.isEmpty ? "read-only" : "workspace") : .null
        return [
            "kind": "container", "enabled": true, "required": true, "escapable": .boolean(isEscapable),
            "filesystem": filesystem, "network": Value(network),
            "weakened": .boolean(isPrivileged || !openings.isEmpty), "runs_as_root": Value(runsAsRoot),
            "capabilities": .text(isPrivileged ? "all" : capabilities),
        ]
    }

    /// Records it, and the socket as what it is: root on the host.
    func record(holder: String, at node: Node, _ pointer: String, _ scribe: inout Scribe) {
        scribe.add(.sandbox, at: node, pointer, columns)
        guard let socket else { return }
        scribe.add(
            .credential, at: socket.node, socket.pointer,
            [
                "holder": .text(Redaction.redact(holder)), "name": "container engine's socket", "kind": "token",
                "storage": "file", "detector": "docker-socket", "principal": "root", "scope_breadth": "any",
            ])
    }
}
