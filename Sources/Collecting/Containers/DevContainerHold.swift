internal import Documents

/// How firmly a Dev Container holds what runs in it: its arguments to Docker, its mounts, its features.
///
/// <https://containers.dev/implementors/json_reference/#general-properties>
struct DevContainerHold {
    /// A folder of somebody's home that is handed in.
    struct Folder {
        let name: String
        let isReadOnly: Bool
        let node: Node
        let pointer: String
    }

    private(set) var hold = ContainerHold()
    private(set) var homes: [Folder] = []
    /// Where the worst of it is said.
    private(set) var node: Node
    private(set) var pointer: String

    /// `hasFirewall`: a script closes the network, for which it is given the right to.
    init(_ root: Node, hasFirewall: Bool) {
        let keys = ["privileged", "runArgs", "capAdd", "mounts", "remoteUser", "image", "build"]
        let key = keys.first { root[$0] != nil }
        node = key.flatMap { root[$0] } ?? root
        pointer = key.map { "/\($0)" } ?? ""
        // What closes the network may stand in the image, so that it is not known to be open.
        hold.network = nil
        if root["privileged"]?.boolean == true { privilege(at: node, pointer) }
        let texts = { (name: String) in (root[name]?.elements ?? []).compactMap(\.string) }
        var added = texts("capAdd")
        for option in texts("securityOpt") where option.hasSuffix("unconfined") || option.hasSuffix(":disable") {
            hold.openings.append(option)
        }
        read(root["runArgs"]?.elements ?? [], &added)
        hold.capabilities(added: hasFirewall ? added.filter { !Self.network.contains($0) } : added, dropped: [])
        for (index, mount) in (root["mounts"]?.elements ?? []).enumerated() {
            let place = "/mounts/\(index)"
            guard let text = mount.string else {
                guard mount["type"]?.string == "bind", let source = mount["source"]?.string else { continue }
                self.mount(source, isReadOnly: mount["readonly"]?.boolean == true, at: mount, place)
                continue
            }
            let pairs = text.split(separator: ",").compactMap { part -> (String, String)? in
                let words = part.split(separator: "=", maxSplits: 1).map(String.init)
                return words.first.map { ($0, words.count > 1 ? words[1] : "true") }
            }
            let values = Dictionary(pairs) { $1 }
            guard values["type"] == "bind", let source = values["source"] ?? values["src"] else { continue }
            self.mount(source, isReadOnly: values["readonly"] == "true" || values["ro"] == "true", at: mount, place)
        }
        for feature in root["features"]?.members ?? [] {
            let place = "/features/\(Node.escape(feature.key))"
            if feature.key.contains("/docker-outside-of-docker") {
                let key = Node(.string(feature.key), at: feature.keyPosition)
                hold.mount("/var/run/docker.sock", isReadOnly: false, at: key, place)
            } else if feature.key.contains("/docker-in-docker") {
                privilege(at: Node(.string(feature.key), at: feature.keyPosition), place)
            }
        }
        let user = (root["remoteUser"] ?? root["containerUser"])?.string
        hold.runsAsRoot = user.map { $0 == "root" }
    }

    private static let network: Set<String> = ["NET_ADMIN", "NET_RAW"]

    private mutating func privilege(at node: Node, _ pointer: String) {
        (self.node, self.pointer) = (node, pointer)
        hold.isPrivileged = true
        hold.openings.append("privileged")
    }

    /// The options of `docker run`. <https://docs.docker.com/reference/cli/docker/container/run/>
    private mutating func read(_ arguments: [Node], _ added: inout [String]) {
        let words = arguments.enumerated().flatMap { index, node -> [(text: String, node: Node, index: Int)] in
            (node.string ?? "").split(separator: "=", maxSplits: 1).map { (String($0), node, index) }
        }
        for (position, word) in words.enumerated() {
            let value = position + 1 < words.count ? words[position + 1].text : ""
            switch word.text {
            case "--privileged" where value != "false": privilege(at: word.node, "/runArgs/\(word.index)")
            case "--cap-add": added.append(value)
            case "--network", "--net": hold.network = value == "none" ? "none" : value == "host" ? "open" : nil
            case "--pid" where value == "host": hold.openings.append("host PID")
            case "--security-opt" where value.contains("seccomp") || value.contains("apparmor"):
                let next = position + 2 < words.count ? words[position + 2].text : ""
                guard value.hasSuffix("unconfined") || next == "unconfined" else { continue }
                hold.openings.append("\(value.prefix { $0 != "=" }) unconfined")
            case "-v", "--volume":
                let parts = value.split(separator: ":").map(String.init)
                guard let source = parts.first, "/~$".contains(source.first ?? "x") else { continue }
                mount(source, isReadOnly: parts.last == "ro", at: word.node, "/runArgs/\(word.index)")
            default: continue
            }
        }
    }

    private mutating func mount(_ source: String, isReadOnly: Bool, at node: Node, _ pointer: String) {
        hold.mount(source, isReadOnly: isReadOnly, at: node, pointer)
        let homes = ["${localEnv:HOME}${localEnv:USERPROFILE}", "${localEnv:HOME}", "$HOME", "~"]
        guard let prefix = homes.first(where: source.hasPrefix) else { return }
        self.homes.append(
            Folder(name: "~" + source.dropFirst(prefix.count), isReadOnly: isReadOnly, node: node, pointer: pointer))
    }
}
