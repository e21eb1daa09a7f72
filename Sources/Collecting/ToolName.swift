internal import Compliance

/// What the name of a tool says of its effect.
///
/// A server may call its tools as it likes, so only a name that admits to something counts: one that sounds harmless
/// says nothing, and "update" says too little: what else the tool can do is not known.
enum ToolName {
    private static let words: [(effect: String, stems: [String])] = [
        ("payment", ["pay", "payment", "refund", "charge", "purchase", "checkout", "transfer", "payout"]),
        (
            "destructive",
            [
                "delete", "drop", "destroy", "purge", "truncate", "wipe", "terminate", "uninstall", "erase", "revoke",
                "migration",
            ]
        ),
        ("scope", ["chdir", "setroot", "setworkspaceroot", "adddirectory", "addroot"]),
        ("execute", ["execute", "exec", "eval", "shell", "terminal", "bash", "powershell", "command", "script"]),
    ]

    /// The effect in the words of the column `tool.effect`; nil when the name does not tell.
    static func effect(_ name: String) -> String? {
        let found = parts(of: name)
        // `set_workspace_root` and its like are told by all their words, since "set" alone says too little.
        let parts = Set(found).union([found.joined()])
        return words.first { !parts.isDisjoint(with: $0.stems) }?.effect
    }

    /// The words of a name: `deleteUser`, `delete_user` and `delete-user` are the same two.
    static func parts(of name: String) -> [String] {
        var parts: [String] = []
        var current = ""
        for character in name {
            if character.isUppercase, current.last?.isLowercase == true {
                parts.append(current.lowercased())
                current = ""
            }
            if character.isLetter {
                current.append(character)
            } else if !current.isEmpty {
                parts.append(current.lowercased())
                current = ""
            }
        }
        return parts + [current.lowercased()]
    }
}
