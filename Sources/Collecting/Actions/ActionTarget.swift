/// What kind of thing an action acted on, and the worst that it does.
///
/// Only words of closed lists and names of hosts come out: arguments hold secrets and what people wrote.
struct ActionTarget: Hashable {
    /// In the words of `action.target`.
    var kind: String?
    /// In the words of `action.hazard`.
    var hazard: String?

    private static let longestHost = 100

    /// Looks at an action.
    init(_ action: SeenAction) {
        switch action.capability {
        case "shell": self.init(command: action.subject, action.commands)
        case "read", "write": self.init(path: action.subject, in: action.source.folder, capability: action.capability)
        case "network", "browser": self.init(kind: action.subject.flatMap(Self.host), hazard: "network")
        case "search": self.init(kind: nil, hazard: "network")
        case "agent": self.init(kind: nil, hazard: "none")
        // What is left of a product's own tools manages the session.
        case "tool" where action.origin == "built-in": self.init(kind: nil, hazard: "none")
        default:
            self.init(
                kind: action.subject.flatMap { Self.named($0, action.source.folder) }, hazard: Self.hazard(action.tool))
        }
    }

    private init(kind: String?, hazard: String?) {
        self.kind = kind
        self.hazard = hazard
    }

    private init(path: String?, in folder: String?, capability: String) {
        let kind = path.map { Self.place($0, folder) }
        self.init(kind: kind, hazard: kind == "secrets" ? "secrets" : capability)
    }

    /// The program that does the worst of a command line, with its subcommand.
    private init(command: String?, _ commands: [[String]]) {
        let isWhole = command.map { $0.utf8.count <= SeenAction.longestSubject } ?? true
        // A star is the shell's here, and stands for files; in a rule it stands for any words.
        let plain = commands.map { $0.map { $0.contains("*") ? $0.replacing("*", with: "_") : $0 } }
        let worst = plain.map { (hazard: ShellHazard.of($0), words: $0) }.max { $0.hazard < $1.hazard }
        kind = isWhole ? worst.map { Self.program($0.words) } : "another program"
        // What was not looked at can be anything.
        hazard =
            isWhole
            ? command.map { _ in (worst?.hazard ?? ShellHazard.none).rawValue } : ShellHazard.arbitraryCode.rawValue
    }

    /// Subcommands that are shown, of programs that the table of subcommands does not have.
    private static let subcommands: [String: Set<String>] = [
        "git": [
            "add", "branch", "checkout", "clean", "clone", "commit", "config", "diff", "fetch", "log", "merge", "pull",
            "push", "rebase", "remote", "reset", "restore", "rm", "show", "stash", "status", "switch", "tag",
        ],
        "gh": ["api", "auth", "issue", "pr", "release", "repo", "secret", "workflow"],
        "aws": ["iam", "s3", "ec2", "lambda", "sts", "secretsmanager"],
        "gcloud": ["iam", "compute", "auth", "secrets"],
        "az": ["ad", "vm", "keyvault", "login"],
    ]

    private static func program(_ words: [String]) -> String {
        let words = ShellWords.unwrapped(words)
        guard let first = words.first, let name = ShellWords.program(first).name else { return "another program" }
        let subcommand = ShellWords.withoutGlobalOptions(Array(words.dropFirst())).first ?? ""
        if subcommands[name]?.contains(subcommand) == true || ShellSubcommandTable.programs[name]?[subcommand] != nil {
            return "\(name) \(subcommand)"
        }
        let isKnown =
            subcommands[name] != nil || ShellSubcommandTable.programs[name] != nil
            || ShellHazardTable.programs[name] != nil
        return isKnown || ["find", "docker"].contains(name) ? name : "another program"
    }

    /// The kind of place that a path lies in.
    static func place(_ path: String, _ folder: String?) -> String {
        if SecretPath.isSecret(path) { return "secrets" }
        if path.split(separator: "/").contains("..") { return "elsewhere" }
        if let folder, path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") {
            return "workspace"
        }
        let roots = [
            ("temporary", ["/tmp/", "/var/tmp/", "/private/tmp/"]),
            ("home", ["~", "/home/", "/Users/", "$HOME", "C:\\Users\\"]),
            ("system", ["/etc/", "/usr/", "/bin/", "/sbin/", "/lib", "/opt/", "/var/", "/boot/", "/root/", "/proc/"]),
        ]
        for (kind, prefixes) in roots where prefixes.contains(where: path.hasPrefix) { return kind }
        return path.hasPrefix("/") || path.dropFirst().hasPrefix(":\\") ? "elsewhere" : "workspace"
    }

    /// The host of an address, with whatever secret is in it; nil when it does not look like one.
    private static func host(_ address: String) -> String? {
        let host = ServerAddress(String(address.prefix(2000))).host.lowercased()
        let isHost = host.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E || byte == 0x3A
        }
        guard isHost, host.contains("."), host.utf8.count <= longestHost else { return nil }
        return host
    }

    private static func named(_ subject: String, _ folder: String?) -> String? {
        if subject.contains("://") { return host(subject) }
        let isPath = ["/", "~", "./", "../"].contains(where: subject.hasPrefix)
        return isPath ? place(subject, folder) : nil
    }

    private static func hazard(_ tool: String) -> String? {
        switch ToolName.effect(tool) {
        case "execute": "arbitrary-code"
        case "scope": "privilege"
        case let effect: effect
        }
    }
}
