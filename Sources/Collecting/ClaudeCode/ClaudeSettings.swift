internal import Documents

/// One settings file of Claude Code that could be read.
struct ClaudeSettings {
    let file: SourceFile
    let root: Node
    let level: String

    /// A higher rank wins for single values: <https://code.claude.com/docs/en/settings#settings-precedence>.
    var rank: Int { ["managed": 4, "template": 3, "local": 2, "project": 1, "user": 0][level] ?? 0 }
}

/// The settings of one agent, all levels: single values by rank, lists joined.
struct ClaudeSettingsStack {
    /// Those that could be read, highest level first.
    let files: [ClaudeSettings]
    /// Those that the product skips, with the cause.
    let broken: [SourceFile]
    private let fallback: SourceFile

    init(_ members: [ClaudeAgent.Member], fallback: SourceFile) {
        var read: [ClaudeSettings] = []
        var broken: [SourceFile] = []
        for member in members {
            guard let root = member.file.document?.root else {
                broken.append(member.file)
                continue
            }
            if root.isObject {
                read.append(ClaudeSettings(file: member.file, root: root, level: member.role.level))
            } else {
                broken.append(member.file.refused(Diagnostic(.syntax, "settings are an object", at: root.position)))
            }
        }
        // Of several managed files the one that is read last, by name, wins.
        files = read.sorted { ($0.rank, $0.file.path) > ($1.rank, $1.file.path) }
        self.broken = broken
        self.fallback = fallback
    }

    /// The value that counts, and the file that it stands in.
    ///
    /// What a level may not say is passed over.
    func value(_ path: String...) -> (node: Node, file: ClaudeSettings)? { value(path) }

    func value(_ path: [String]) -> (node: Node, file: ClaudeSettings)? {
        for settings in files where ClaudeSettingKeys.isHonoured(path, at: settings.level) {
            if let node = settings.root[path: path] { return (node, settings) }
        }
        return nil
    }

    /// The truth value that counts; without one the product's default, or nil when a broken file may have held another.
    func boolean(_ path: String..., default product: Bool) -> Bool? {
        value(path)?.node.boolean ?? (broken.isEmpty ? product : nil)
    }

    /// The elements of a list in all files that may hold it, each with its file and its position in the list.
    func elements(_ path: String...) -> [(node: Node, file: ClaudeSettings, index: Int)] {
        files.filter { ClaudeSettingKeys.isHonoured(path, at: $0.level) }.flatMap { settings in
            (settings.root[path: path]?.elements ?? []).enumerated().map { ($0.element, settings, $0.offset) }
        }
    }

    /// The text of an environment variable that settings hand to every session.
    func variable(_ name: String) -> String? { value("env", name)?.node.string }

    /// Where a value stands; where it does not, the deepest key above it, or no line in a file of another kind.
    func place(_ path: [String]) -> (file: SourceFile, position: Position?) {
        if let found = value(path) { return (found.file.file, found.file.root.position(of: path)) }
        for length in stride(from: path.count - 1, to: 0, by: -1) {
            let above = Array(path.prefix(length))
            if let settings = files.first(where: { $0.root[path: above] != nil }) {
                return (settings.file, settings.root.position(of: above))
            }
        }
        return files.first.map { ($0.file, $0.root.position) } ?? (fallback, nil)
    }
}
