internal import Compliance
internal import Documents

/// One settings file of Claude Code with its level; a higher rank wins for single values.
struct ClaudeSettings {
    let file: SourceFile
    let root: Node
    let level: String

    var rank: Int { ["managed": 3, "local": 2, "project": 1, "user": 0][level] ?? 0 }
}

/// The settings of one agent, all levels: single values by rank, lists joined.
struct ClaudeSettingsStack {
    /// Highest level first.
    let files: [ClaudeSettings]

    init(_ files: [ClaudeSettings]) { self.files = files.sorted { $0.rank > $1.rank } }

    /// The value that counts, and the file that it stands in.
    func value(_ path: String...) -> (node: Node, file: SourceFile, level: String)? {
        for settings in files {
            if let node = settings.root[path: path] { return (node, settings.file, settings.level) }
        }
        return nil
    }

    /// Where a value stands, or would stand in the file of highest level.
    func place(_ path: String...) -> (position: Position, file: SourceFile)? {
        for settings in files where settings.root[path: path] != nil {
            return (settings.root.position(of: path), settings.file)
        }
        return files.first.map { ($0.root.position(of: path), $0.file) }
    }
}
