internal import Compliance
internal import Documents

/// Reads logs of actions beside the evidence of the agents, and says what the agents were seen to do.
struct ActionCollection {
    /// Name that the rows bear.
    static let name = "actions"

    /// A log that was read, or why it was not.
    struct Reading {
        let file: ActionLogFile
        var format: String?
        var summary = LogLines.Summary()
        var log = LogSink.Log()
        var refusal: Diagnostic?
    }

    private let evidence: Evidence
    private let match: AgentMatch
    private var tally = ActionTally()
    private var readings: [Reading] = []

    /// Begins beside evidence; the root is the assessed folder, when there is one only.
    init(beside evidence: Evidence, root: String?) {
        self.evidence = evidence
        match = AgentMatch(evidence, root: root)
    }

    /// The evidence of some logs: what they hold, and what could not be seen.
    static func evidence(of logs: [ActionLogFile], beside evidence: Evidence, root: String?) -> Evidence {
        guard !logs.isEmpty else { return Evidence() }
        var collection = ActionCollection(beside: evidence, root: root)
        for log in logs { collection.read(log) }
        return ActionRows(collection.tally, collection.readings, agents: collection.match.found, beside: evidence)
            .written()
    }

    private mutating func read(_ file: ActionLogFile) {
        var reading = Reading(file: file)
        do throws(Diagnostic) {
            if let problem = file.problem { throw Diagnostic(.forbidden, problem, at: nil) }
            guard let format = try LogFormats.format(of: file.location) else {
                // What only might have been a log, in the assessed folder, is none.
                if file.place != nil, !file.isMeant { return }
                throw Diagnostic(.syntax, "holds no record of a format that is known", at: nil)
            }
            reading.format = format.name
            let before = file.place != nil && !file.isMeant ? tally : nil
            var sink = LogSink(tally, match, number: readings.count, place: file.place, name: file.path.name)
            // The tally is handed over, not copied.
            tally = ActionTally()
            defer { tally = sink.tally }
            reading.summary = try Self.read(file.location, format, into: &sink)
            reading.log = sink.log
            if let before, sink.log.actions.keys.contains(where: { !match.isDeclared($0) }) {
                // What lies there is test data, or of somebody else: its agents are not among those that are assessed.
                sink.tally = before
                reading.log = LogSink.Log()
                throw Diagnostic(.forbidden, "is a log of agents that are not in the evidence", at: nil)
            }
        } catch {
            reading.refusal = error
        }
        readings.append(reading)
    }

    private static func read(
        _ location: String, _ format: any LogFormat.Type, into sink: inout LogSink
    ) throws(Diagnostic) -> LogLines.Summary {
        var reader: any LogFormat = format.init()
        var current = sink
        // What follows is the only holder of the tally.
        sink.tally = ActionTally()
        defer { sink = current }
        let summary = try LogLines.read(location) { line, number in
            read(line, number, by: &reader, into: &current)
            return true
        }
        reader.finish(into: &current)
        return summary
    }

    private static func read(
        _ line: LogLines.Line, _ number: Int, by reader: inout any LogFormat, into sink: inout LogSink
    ) {
        guard case .text(let bytes) = line else {
            return sink.refuse(number, because: "is longer than \(LogLines.longest) bytes")
        }
        guard bytes.contains(where: { $0 > 0x20 }) else { return }
        do throws(Diagnostic) {
            let record = try Document(bytes, as: .json, limits: LogFormats.limits).root
            reader.read(record, line: number, into: &sink)
        } catch {
            // A parser's message may show what stands there.
            let isRead =
                error.kind == .syntax
                && reader.read(
                    text: String(decoding: bytes.prefix(4096), as: UTF8.self), line: number, into: &sink)
            if !isRead { sink.refuse(number, because: "is no JSON that can be read") }
        }
    }
}
