internal import Documents

/// The permission modes of an agent.
///
/// <https://code.claude.com/docs/en/permission-modes>
///
/// Since 2.1.257 `bypassPermissions` in a project's file is ignored and the session asks (anthropics/claude-code#91296,
/// <https://code.claude.com/docs/en/settings>); versions before take it. Which version opens the repository is not in its
/// files, so the mode counts, unless an administrator demands a newer version.
struct ClaudeModes {
    /// Modes that settings can name.
    static let known: Set<String> = [
        "default", "manual", "acceptEdits", "plan", "auto", "dontAsk", "bypassPermissions",
    ]

    /// The setting that names the mode.
    static let path = ["permissions", "defaultMode"]
    /// The setting that keeps everybody from switching all questions off.
    static let bypassLock = ["permissions", "disableBypassPermissionsMode"]
    /// The settings that keep everybody from leaving the questions to the classifier.
    private static let autoLocks = [["disableAutoMode"], ["permissions", "disableAutoMode"]]
    /// Commands that `acceptEdits` runs unasked on paths of the working directories.
    ///
    /// <https://code.claude.com/docs/en/permission-modes#auto-approve-file-edits-with-acceptedits-mode>
    static let editCommands = ["rm", "rmdir", "mkdir", "touch", "mv", "cp", "sed"]

    /// Mode in which a session starts; nil when no file says: the version, the plan and the way it is started decide between
    /// asking and `auto`, the default of a terminal since 2.1.283.
    ///
    /// <https://code.claude.com/docs/en/permission-modes#which-mode-a-session-starts-in>
    let start: String?
    /// The setting that decides it.
    let source: [String]
    /// Whether nobody can switch all questions off.
    let isBypassLocked: Bool
    /// Whether nobody can leave the questions to a classifier.
    let isAutoLocked: Bool

    init(_ settings: ClaudeSettingsStack) {
        isBypassLocked = settings.files.contains { $0.root[path: Self.bypassLock]?.string == "disable" }
        let lock = Self.autoLocks.first { path in
            settings.files.contains { $0.root[path: path]?.string == "disable" }
        }
        isAutoLocked = lock != nil
        var mode: String?
        for file in settings.files {
            guard let text = file.root[path: Self.path]?.string, Self.known.contains(text) else {
                continue
            }
            let isOfRepository = ["project", "local"].contains(file.level)
            // A repository cannot choose the classifier for whoever opens it: the product's default holds, and not what
            // a file below says. Versions that pass over its `bypassPermissions` ask.
            if text == "auto", isOfRepository { break }
            let isPassedOver = text == "bypassPermissions" && isOfRepository && Self.ignoresBypass(settings)
            mode = isPassedOver ? "default" : text
            break
        }
        if mode == "bypassPermissions" && isBypassLocked || mode == "auto" && isAutoLocked { mode = "default" }
        source = mode == nil ? lock ?? Self.path : Self.path
        start = mode ?? (isAutoLocked ? "default" : nil)
    }

    /// Whether every version that an administrator lets start passes over `bypassPermissions` in a repository.
    static func ignoresBypass(_ settings: ClaudeSettingsStack) -> Bool {
        guard let demand = settings.value("requiredMinimumVersion"), demand.file.level == "managed",
            let text = demand.node.string
        else { return false }
        let parts = text.split(separator: ".").map { Int($0.prefix(while: \.isNumber)) ?? 0 }
        return parts.count >= 3 && !parts.lexicographicallyPrecedes([2, 1, 257])
    }

    /// When a person is asked before an action of the kind, as the mode alone decides.
    ///
    /// In `auto` another model, the classifier, answers instead, and edits in the working directories are not even shown to
    /// it. That is what today's versions start with where no file says otherwise.
    /// <https://code.claude.com/docs/en/permission-modes#how-the-classifier-evaluates-actions>
    func gate(_ covers: String) -> String {
        switch start {
        case "bypassPermissions": "never"
        case "acceptEdits": covers == "write" ? "never" : covers == "shell" || covers == "any" ? "on-risk" : "always"
        case "auto", nil: covers == "write" ? "never" : "model"
        default: "always"
        }
    }
}
