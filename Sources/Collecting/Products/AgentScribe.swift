internal import Compliance
internal import Documents

/// Writes rows of one agent that rest on its settings.
struct AgentScribe {
    let id: AgentID
    let stack: SettingStack
    /// The file that was read instead when there are no settings: it could not set what it is cited for.
    let home: SourceFile

    /// Records a row at the place of a setting, or where it would stand.
    func record(_ table: Table, at path: [String], _ columns: [String: Value], into recorder: inout Recorder) {
        if let found = stack.value(path) {
            recorder.record(
                table, columns, for: id, in: found.layer.file, at: found.layer.root.position(of: path),
                pointer: found.pointer)
            return
        }
        let layer = stack.layers.first { path.count > 1 && $0.root[path[0]] != nil } ?? stack.layers.first
        recorder.record(
            table, columns, for: id, in: layer?.file ?? home,
            at: layer?.root.position(of: path), pointer: Node.pointer(path))
    }

    /// Records a gate.
    func approval(
        _ covers: String, _ mode: String, bypassable: Bool?, at path: [String], into recorder: inout Recorder
    ) {
        record(
            .approval, at: path, ["covers": .text(covers), "mode": .text(mode), "bypassable": Value(bypassable)],
            into: &recorder)
    }

    /// Records a tool of the product itself.
    func tool(_ name: String, _ effect: String, _ approval: String?, at path: [String], into recorder: inout Recorder) {
        record(
            .tool, at: path,
            [
                "actor": "main", "name": .text(name), "origin": "built-in", "effect": .text(effect),
                "approval": Value(approval),
            ], into: &recorder)
    }

    /// Records every leaf of every file of settings.
    ///
    /// `problem` says what is wrong with a leaf, in the words of the column `setting.status`; `isUnited` that values of
    /// all levels count, and `isPrivate` that a leaf is about a person and not about the agent, and is left out.
    func settings(
        into recorder: inout Recorder, isUnited: ([String]) -> Bool = { _ in false },
        isPrivate: ([String]) -> Bool = { _ in false },
        problem: ([String], Node, SettingStack.Layer) -> (String, String)?
    ) {
        for layer in stack.read {
            leaves(of: layer.root, [], "") { node, keys, pointer in
                if isPrivate(keys) { return }
                var (status, reason): (String, String?) = ("in-force", nil)
                if let refusal = layer.refusal {
                    (status, reason) = ("not-honoured", refusal)
                } else if let problem = problem(keys, node, layer) {
                    (status, reason) = problem
                } else if !isUnited(keys), let winner = stack.value(keys), winner.layer.file.path != layer.file.path {
                    (status, reason) = ("overridden", "\(winner.layer.file.path.text) comes first")
                }
                SettingReader.record(
                    node, keys, pointer, level: layer.level, status: status, reason: reason, for: id, in: layer.file,
                    into: &recorder)
            }
        }
    }

    private func leaves(of node: Node, _ keys: [String], _ pointer: String, _ visit: (Node, [String], String) -> Void) {
        if node.members.isEmpty && node.elements.isEmpty {
            if !keys.isEmpty { visit(node, keys, pointer) }
            return
        }
        for member in node.members {
            leaves(of: member.value, keys + [member.key], "\(pointer)/\(Node.escape(member.key))", visit)
        }
        for (index, element) in node.elements.enumerated() { leaves(of: element, keys, "\(pointer)/\(index)", visit) }
    }
}
