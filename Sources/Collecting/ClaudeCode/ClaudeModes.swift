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

    /// Mode in which a session starts; nil when no file says, and the user's plan decides between asking and `auto`.
    let start: String?
    /// Whether nobody can switch all questions off.
    let isBypassLocked: Bool
    /// Whether nobody can leave the questions to a classifier.
    let isAutoLocked: Bool

    init(_ settings: ClaudeSettingsStack) {
        let path = ["permissions", "disableBypassPermissionsMode"]
        isBypassLocked = settings.files.contains { $0.root[path: path]?.string == "disable" }
        isAutoLocked = settings.files.contains { file in
            [["disableAutoMode"], ["permissions", "disableAutoMode"]].contains {
                file.root[path: $0]?.string == "disable"
            }
        }
        var mode: String?
        for file in settings.files {
            guard let text = file.root[path: ["permissions", "defaultMode"]]?.string, Self.known.contains(text) else {
                continue
            }
            // A repository cannot choose the classifier for whoever opens it.
            let isOfRepository = ["project", "local"].contains(file.level)
            if text == "auto", isOfRepository { continue }
            if text == "bypassPermissions", isOfRepository, Self.ignoresBypass(settings) { continue }
            mode = text
            break
        }
        if mode == "bypassPermissions" && isBypassLocked || mode == "auto" && isAutoLocked { mode = "default" }
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
    func gate(_ covers: String) -> String {
        switch start {
        case "bypassPermissions": "never"
        case "acceptEdits": covers == "write" ? "never" : covers == "shell" || covers == "any" ? "on-risk" : "always"
        case "auto", nil: "on-risk"
        default: "always"
        }
    }
}
