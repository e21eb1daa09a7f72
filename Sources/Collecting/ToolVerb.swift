/// Whether the name of a tool says that it changes something.
///
/// A name that says nothing of the kind may belong to a tool that changes things all the same.
enum ToolVerb {
    /// Words that are verbs where a name begins.
    private static let first: Set<String> = [
        "create", "save", "write", "update", "insert", "upsert", "append", "propose", "release", "publish", "merge",
        "push", "send", "upload", "add", "set", "edit", "patch", "put", "post", "spawn", "manage", "rename", "move",
        "assign", "close", "deploy", "rotate", "enable", "disable", "import", "remove", "replace", "store", "restart",
    ]
    /// Words that are verbs where a name ends; `get_post` and `list_release` end in nouns.
    private static let last: Set<String> = [
        "create", "save", "write", "update", "insert", "upsert", "append", "propose", "publish", "edit", "spawn",
        "manage", "remove", "rename", "deploy", "upload", "send", "merge", "persist",
    ]

    /// Whether the first or the last word says so.
    static func changes(_ name: String) -> Bool {
        let parts = ToolName.parts(of: name).filter { !$0.isEmpty }
        guard let begin = parts.first, let end = parts.last else { return false }
        return first.contains(begin) || last.contains(end) || ToolName.effect(name) == "write"
    }
}
