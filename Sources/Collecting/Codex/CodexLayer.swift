internal import Documents

/// One table of settings that Codex merges: a file, or a profile that a file holds.
struct CodexLayer {
    let file: SourceFile
    let root: Node
    let level: String
    /// A higher rank wins: system, user, project, chosen profile, managed.
    let rank: Int
    /// Where the table stands in its file; empty for the file itself.
    var prefix: [String] = []
}

/// A value that counts, with the layer that it stands in.
struct CodexValue {
    let node: Node
    let layer: CodexLayer
    let path: [String]

    var pointer: String { Node.pointer(layer.prefix + path) }
}

/// The settings of one agent, all levels, merged as Codex merges them: tables key by key, all else as a whole.
///
/// <https://developers.openai.com/codex/config-basic#configuration-precedence>
struct CodexStack {
    /// The layers that hold, highest first.
    let layers: [CodexLayer]
    /// The layers that were read, in force or not.
    let files: [CodexLayer]
    /// Files that Codex cannot read; it does not start on them.
    let broken: [SourceFile]
    /// The profile that a user's or an administrator's file chooses.
    let profile: String?
    /// Why the project's own files do not hold; nil when they do.
    let untrusted: String?
    /// The demands of administrators.
    let requirements: CodexRequirements

    init(_ members: [CodexAgent.Member], folder: FilePath) {
        let ranks = ["system": 0, "user": 1, "project": 2, "managed": 4]
        let configs = members.filter { $0.role.role == .config }
        let demands = members.filter { $0.role.role == .requirements && $0.role.level == "managed" }
        broken = (configs + demands).filter { $0.file.document == nil }.map(\.file)
        var read = configs.compactMap { member -> CodexLayer? in
            guard let root = member.file.document?.root else { return nil }
            let level = member.role.level
            return CodexLayer(file: member.file, root: root, level: level, rank: ranks[level] ?? 0)
        }
        read.sort { $0.rank > $1.rank }
        files = read
        let above = read.filter { $0.level != "project" }
        let name = above.lazy.compactMap { $0.root["profile"]?.string }.first
        profile = name
        let place = "/" + (folder.components.isEmpty ? "" : folder.text)
        let isUntrusted =
            above.lazy.compactMap { $0.root[path: ["projects", place, "trust_level"]]?.string }
            .first == "untrusted"
        untrusted = isUntrusted ? "the project is marked untrusted, so Codex skips its files" : nil
        var layers = read.filter { !isUntrusted || $0.level != "project" }
        for layer in above {
            guard let name, let table = layer.root[path: ["profiles", name]] else { continue }
            layers.append(
                CodexLayer(file: layer.file, root: table, level: layer.level, rank: 3, prefix: ["profiles", name]))
        }
        self.layers = layers.enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }
            .map(\.element)
        requirements = CodexRequirements(
            demands.compactMap { member in member.file.document.map { (member.file, $0.root) } })
    }

    /// The value that counts; what a project may not say is passed over.
    func value(_ path: String...) -> CodexValue? { value(path) }

    func value(_ path: [String]) -> CodexValue? {
        for layer in layers where layer.level != "project" || !CodexKeys.isDenied(path) {
            var node: Node? = layer.root
            for key in path {
                guard let here = node else { break }
                // A value of another kind replaces the whole table below.
                if !here.isObject { return nil }
                node = here[key]
            }
            if let node { return CodexValue(node: node, layer: layer, path: path) }
        }
        return nil
    }

    func text(_ path: String...) -> String? { value(path)?.node.string }
    func boolean(_ path: String...) -> Bool? { value(path)?.node.boolean }

    /// The keys of a table, all layers together, in the order of their names.
    func keys(_ path: String...) -> [String] {
        var names: Set<String> = []
        for layer in layers where layer.level != "project" || !CodexKeys.isDenied(path) {
            names.formUnion(layer.root[path: path]?.members.map(\.key) ?? [])
        }
        return names.sorted()
    }

    /// The table at a path with what lower layers add, at the file of the highest that holds it.
    func table(_ path: [String]) -> CodexValue? {
        guard var found = value(path), found.node.isObject else { return value(path) }
        for layer in layers where layer.rank < found.layer.rank {
            guard layer.level != "project" || !CodexKeys.isDenied(path), let lower = layer.root[path: path] else {
                continue
            }
            found = CodexValue(node: found.node.filled(from: lower), layer: found.layer, path: path)
        }
        return found
    }
}

extension Node {
    /// The table with the keys of another that it has not itself; those stand where the table stands.
    fileprivate func filled(from other: Node) -> Node {
        guard isObject, other.isObject else { return self }
        var members = self.members.map { member in
            Member(
                key: member.key, keyPosition: member.keyPosition,
                value: other[member.key].map { member.value.filled(from: $0) } ?? member.value)
        }
        for member in other.members where self[member.key] == nil {
            members.append(Member(key: member.key, keyPosition: position, value: member.value.moved(to: position)))
        }
        return Node(.object(members), at: position)
    }

    private func moved(to place: Position) -> Node {
        switch content {
        case .object(let members):
            Node(
                .object(
                    members.map { Member(key: $0.key, keyPosition: place, value: $0.value.moved(to: place)) }),
                at: place)
        case .array(let elements): Node(.array(elements.map { $0.moved(to: place) }), at: place)
        default: Node(content, at: place)
        }
    }

    /// The table with one key set to a truth value.
    func setting(_ key: String, _ value: Bool) -> Node {
        let kept = members.filter { $0.key != key }
        return Node(
            .object(kept + [Member(key: key, keyPosition: position, value: Node(.boolean(value), at: position))]),
            at: position)
    }
}
