internal import ArgumentParser
internal import Tracking

/// Which history, and which system in it: shared by the commands that track.
struct HistoryOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The history: one SQLite file that `surety track` makes. Keep it where it outlives a build.",
            valueName: "file"), completion: .file())
    var history = "surety-history.sqlite"

    /// Opens the history, or makes it.
    ///
    /// - Throws: `Failure` when it cannot be made, or is not a history.
    func openOrMake() throws -> History {
        try Failure.asInput { try History(path: history) }
    }

    /// Opens a history that has to be there.
    ///
    /// - Throws: `Failure` when it is not, or is not a history.
    static func opened(_ path: String) throws -> History {
        guard InputFile.exists(path) else {
            throw Failure.input("there is no history \(path): `surety track` makes one")
        }
        return try Failure.asInput { try History(path: path) }
    }
}

/// A history that is there, and which system in it: shared by the commands that read it.
struct KeptHistory: ParsableArguments {
    @OptionGroup
    var options: HistoryOptions

    @Option(name: .long, help: ArgumentHelp("Name of the system, when the history has several.", valueName: "name"))
    var system: String?

    /// Opens the history, and finds the system that is meant: the one named, else the only one there is.
    ///
    /// - Throws: `Failure` when it is not there or not a history, when it has several and none is named, or none of that name.
    func open() throws -> (log: History, scope: String) {
        let log = try HistoryOptions.opened(options.history)
        return (log, try Self.scope(system, in: log))
    }

    private static func scope(_ system: String?, in history: History) throws -> String {
        let scopes = try Failure.asInput { try history.scopes() }
        if let system {
            guard scopes.contains(system) else { throw Failure.input("the history has no system '\(system)'") }
            return system
        }
        if scopes.contains("") { return "" }
        guard let only = scopes.first, scopes.count == 1 else {
            let names = scopes.joined(separator: ", ")
            throw Failure.input(scopes.isEmpty ? "the history is empty" : "name one with --system: \(names)")
        }
        return only
    }
}

/// Who does something to a gap.
struct PersonOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Who does it, for the record. By default the user of this machine.", valueName: "name"))
    var by: String?

    /// The name.
    ///
    /// - Throws: `Failure` when none is given and the machine knows none.
    func name() throws -> String {
        guard let name = by ?? Console.environment("USER") ?? Console.environment("LOGNAME"), !name.isEmpty else {
            throw Failure.input("say who does it: --by NAME")
        }
        return name
    }
}
