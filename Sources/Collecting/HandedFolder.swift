internal import Compliance

/// A folder that a server is handed by its arguments: the program can use it whatever the agent's own limits are.
struct HandedFolder {
    /// Which argument names it.
    let index: Int
    /// The folder as it is written.
    let path: String
    /// How wide it is, in the words of `mcp_server.filesystem_reach`.
    let reach: String

    /// From the widest to the narrowest.
    static let order = ["root", "home", "personal", "other", "workspace"]

    /// The folders among the arguments; `code` is the one that names the program.
    static func all(in arguments: [String], code: Int?) -> [HandedFolder] {
        arguments.indices.compactMap { index in
            guard index != code else { return nil }
            // Where a program lies, or is started, is not what it is handed.
            let previous = index > 0 ? arguments[index - 1] : ""
            guard !["--directory", "--project", "--cwd", "-C", "--prefix", "-m"].contains(previous) else { return nil }
            let path = mounted(arguments[index], after: previous)
            guard let reach = reach(of: path), !isProgram(path) else { return nil }
            return HandedFolder(index: index, path: path, reach: reach)
        }
    }

    /// The part of the machine that a container is given: `-v /src:/dst`, `--mount type=bind,src=/src,dst=/dst`.
    private static func mounted(_ argument: String, after option: String) -> String {
        var text = argument[...]
        if let equals = text.firstIndex(of: "="), text.hasPrefix("--") { text = text[text.index(after: equals)...] }
        let isVolume =
            option == "-v" || option == "--volume" || argument.hasPrefix("--volume=") || argument.hasPrefix("-v=")
        if isVolume {
            let drive = text.dropFirst().hasPrefix(":") ? 2 : 0
            let rest = text.dropFirst(drive)
            return String(text.prefix(drive)) + String(rest.hasPrefix("${") ? rest : rest.prefix { $0 != ":" })
        }
        for field in text.split(separator: ",") {
            for name in ["src=", "source="] where field.hasPrefix(name) { return String(field.dropFirst(name.count)) }
        }
        return String(text)
    }

    private static func isProgram(_ path: String) -> Bool {
        let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let endings = [
            ".js", ".mjs", ".cjs", ".ts", ".py", ".sh", ".jar", ".exe", ".cmd", ".bat", ".ps1", ".dll", ".wasm", ".rb",
            ".json", ".yaml", ".yml", ".toml", ".env", ".db", ".sqlite", ".md", ".txt", ".log", ".csproj", ".sock",
        ]
        return endings.contains(where: name.hasSuffix)
    }

    private static let homes = ["~", "$HOME", "${HOME}", "${env:HOME}", "%USERPROFILE%", "${userHome}"]
    private static let workspaces: Set<String> = [
        ".", "./", "${workspaceFolder}", "$PWD", "${PWD}", "${CLAUDE_PROJECT_DIR}", "$CLAUDE_PROJECT_DIR",
    ]
    /// Folders of a home that hold what is not of one project: documents, mail, browser profiles, keys.
    private static let personal: Set<String> = [
        "documents", "desktop", "downloads", "library", "pictures", "movies", "music", "videos", "dropbox",
        "google drive", "appdata", "icloud",
    ]

    /// How wide a path is; nil when it is none that leaves the workspace.
    static func reach(of path: String) -> String? {
        if ["/", "C:\\", "C:/", "/*", "/**"].contains(path) { return "root" }
        if workspaces.contains(path) { return "workspace" }
        guard let inside = belowHome(path) else { return nil }
        guard let first = inside.first else { return "home" }
        let name = first.lowercased()
        return personal.contains(name) || name.hasPrefix("onedrive") || (name.hasPrefix(".") && name.count > 1)
            ? "personal" : "other"
    }

    /// A row of table `data_source` with how wide its folder is.
    static func completed(_ columns: [String: Value]) -> [String: Value] {
        guard columns["kind"] == "folder", columns["reach"] == nil, let name = columns["name"]?.text else {
            return columns
        }
        return columns.merging(["reach": Value(reach(of: name))]) { $1 }
    }

    /// The parts of a path below somebody's home; nil when it is not there.
    static func belowHome(_ path: String) -> [String]? {
        let isSeparator: (Character) -> Bool = { $0 == "/" || $0 == "\\" }
        var parts = path.split(whereSeparator: isSeparator).map(String.init)
        if let start = parts.first, homes.contains(start) { return Array(parts.dropFirst()) }
        if parts.first == "mnt", parts.count > 1, parts[1].count == 1 { parts.removeFirst(2) }
        if let drive = parts.first, drive.count == 2, drive.hasSuffix(":") { parts.removeFirst() }
        guard path.first.map(isSeparator) == true || path.dropFirst().first == ":", let root = parts.first else {
            return nil
        }
        if root == "root" { return Array(parts.dropFirst()) }
        return ["home", "Users"].contains(root) ? Array(parts.dropFirst(2)) : nil
    }
}
