internal import Compliance
internal import Documents

/// One configuration file of an agent.
struct SettingsLayer {
    let file: SourceFile
    let root: Node
    /// user, project, managed and so on.
    let level: String
}

/// The configuration files of an agent, the one that wins first, and the rows that rest on their values.
struct SettingsStack {
    /// A value and the file that it stands in.
    struct Found {
        let node: Node
        let layer: SettingsLayer
        let path: [String]
    }

    let agent: AgentID
    /// Highest first.
    let layers: [SettingsLayer]
    /// What is cited when there is no configuration file that could be read.
    let fallback: SourceFile

    /// The value of the highest file that has it; elements of lists go by their number.
    func value(_ path: [String]) -> Found? {
        layers.lazy.compactMap { layer in layer.root.at(path).map { Found(node: $0, layer: layer, path: path) } }.first
    }

    func text(_ path: String...) -> String? { value(path)?.node.string }
    func boolean(_ path: String...) -> Bool? { value(path)?.node.boolean }

    /// Records a row at the place of a setting, or where it would stand.
    func record(_ table: Table, at path: [String], _ columns: [String: Value], into recorder: inout Recorder) {
        let layer = value(path)?.layer ?? layers.first { path.count > 1 && $0.root[path[0]] != nil } ?? layers.first
        recorder.record(
            table, columns, for: agent, in: layer?.file ?? fallback, at: layer?.root.place(of: path),
            pointer: Node.pointer(path))
    }
}

extension Node {
    /// The value at the end of a path of keys and, in lists, numbers.
    func at(_ path: [String]) -> Node? {
        path.reduce(self as Node?) { node, key in
            guard let node else { return nil }
            if node.isArray { return Int(key).flatMap { node.elements.indices.contains($0) ? node.elements[$0] : nil } }
            return node[key]
        }
    }

    /// Where the value at the end of a path stands, or would stand: the place of the deepest that is there.
    func place(of path: [String]) -> Position {
        var (node, place) = (self, position)
        for key in path {
            guard let next = node.at([key]) else { return place }
            place = node.members.last { $0.key == key }?.keyPosition ?? next.position
            node = next
        }
        return node.isObject && !path.isEmpty && Int(path.last ?? "") == nil ? place : node.position
    }

    /// The JSON pointer of a path.
    static func pointer(_ path: [String]) -> String { path.map { "/" + Node.escape($0) }.joined() }

    /// The texts of a list; of a single text that one.
    var texts: [String] { string.map { [$0] } ?? elements.compactMap(\.string) }
}
