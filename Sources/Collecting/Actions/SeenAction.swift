/// One action as a record of a log tells of it.
///
/// What it acted on (`subject`) is looked at once, to tell the kind of target and the rule that is for it, and forgotten.
struct SeenAction {
    /// What became of the gate.
    enum Decision: String { case allowed, asked, denied }
    /// What became of the action.
    enum Outcome: String { case done, failed, blocked }

    /// Whose action it is, as far as the log says.
    var source = LogSource()
    /// Line of the record.
    var line: Int
    /// When, in seconds since 1970.
    var at: Int?
    /// Tool that acted.
    var tool: String
    /// MCP server that offers it.
    var server: String?
    /// Where the tool comes from, in the words of `action.origin`.
    var origin: String?
    /// What kind of action it is, in the words of `action.capability`.
    var capability: String
    /// Command, path or address that it acted on.
    var subject: String?
    var decision: Decision?
    var approvedBy: String?
    var outcome: Outcome?
    /// Session or trace.
    var trace: String?
    /// Name of the credential that was used.
    var credential: String?
    /// Whether the credential's scope covered it.
    var inScope: Bool?
    /// Minutes since a person last said something.
    var unprompted: Int?
    /// The words of the commands of a command line, once it was taken apart.
    var commands: [[String]] = []

    /// An action of a tool.
    init(_ tool: String, capability: String, line: Int) {
        self.tool = tool
        self.capability = capability
        self.line = line
    }

    /// Longest command that is looked at whole, in bytes: as much as `ShellScript` takes apart.
    static let longestSubject = 65_536

    /// The same action with no text longer than is looked at.
    var bounded: SeenAction {
        var copy = self
        copy.tool = LogText.bounded(tool, 400)
        copy.server = server.map { LogText.bounded($0, 400) }
        copy.subject = subject.map { LogText.bounded($0, Self.longestSubject + 1) }
        copy.approvedBy = approvedBy.map { LogText.bounded($0, 400) }
        copy.trace = trace.map { LogText.bounded($0) }
        copy.credential = credential.map { LogText.bounded($0, 400) }
        copy.source = source.bounded
        return copy
    }

    /// The same action with its command line taken apart.
    var parsed: SeenAction {
        guard capability == "shell", let subject else { return self }
        var copy = self
        copy.commands = ShellScript(subject).all.map(\.words)
        return copy
    }
}

/// Whose records they are, as far as a log says.
struct LogSource: Hashable {
    /// Name of the agent.
    var name: String?
    /// How identifiers of the product's agents begin: `claude-code`.
    var product: String?
    /// Folder that the agent works in.
    var folder: String?

    /// The same source with no text longer than names and paths are.
    var bounded: LogSource {
        LogSource(
            name: name.map { LogText.bounded($0) }, product: product, folder: folder.map { LogText.bounded($0, 1024) })
    }
}
