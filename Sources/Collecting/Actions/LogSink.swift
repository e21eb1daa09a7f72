internal import Compliance

/// Takes what a format reads in one log.
struct LogSink {
    /// What is known of the log as a whole.
    struct Log {
        var records = 0
        var refused = 0
        /// The first line that could not be read, and why.
        var problem: String?
        var first: Int?
        var last: Int?
        /// Records that are known to be missing; nil where the format cannot tell.
        var missing: Int?
        /// Longest silence in an open session, in seconds; nil where the format cannot tell.
        var silence: Int?
        /// Whether the log says where it begins and ends; nil where the format cannot.
        var isClosed: Bool?
        /// Actions by agent.
        var actions: [AgentID: Int] = [:]
    }

    var tally: ActionTally
    var log = Log()
    private let match: AgentMatch
    private let number: Int
    private let place: FilePath?
    private let name: String

    /// A sink for one log.
    init(_ tally: ActionTally, _ match: AgentMatch, number: Int, place: FilePath?, name: String) {
        self.tally = tally
        self.match = match
        self.number = number
        self.place = place
        self.name = name
    }

    /// Counts a record of a time.
    mutating func record(at time: Int?) {
        log.records += 1
        guard let time else { return }
        log.first = min(log.first ?? time, time)
        log.last = max(log.last ?? time, time)
    }

    /// Counts an action.
    mutating func act(_ action: SeenAction) {
        let action = action.bounded
        let agent = match.agent(action.source, log: place, named: name)
        tally.add(action.parsed, of: agent, in: number)
        log.actions[agent.id, default: 0] += 1
    }

    /// Notes an agent of which the log is, though it may do nothing in it.
    mutating func mention(_ source: LogSource) {
        log.actions[match.agent(source.bounded, log: place, named: name).id, default: 0] += 0
    }

    /// Takes down the revocation of a credential.
    mutating func revoke(_ credential: String, of source: LogSource, at time: Int) {
        tally.revoke(credential, of: match.agent(source.bounded, log: place, named: name).id, at: time)
    }

    /// Counts a line that cannot be read.
    ///
    /// The reason says nothing of its content.
    mutating func refuse(_ line: Int, because reason: String) {
        log.refused += 1
        if log.problem == nil { log.problem = "line \(line) \(reason)" }
    }

    /// Notes a silence in an open session.
    mutating func silence(_ seconds: Int) {
        log.silence = max(log.silence ?? 0, seconds)
    }
}
