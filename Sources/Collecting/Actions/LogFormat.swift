internal import Documents

/// What the records of one kind of log mean; one value reads one log from its first line to its last.
protocol LogFormat {
    /// Name in the words of `action_log.format`.
    static var name: String { get }

    /// Whether a record is one of this kind of log.
    static func recognises(_ record: Node) -> Bool

    init()

    /// Reads a record.
    mutating func read(_ record: Node, line: Int, into sink: inout LogSink)

    /// Reads a line that is no JSON.
    ///
    /// - Returns: False when the format has no such lines.
    mutating func read(text: String, line: Int, into sink: inout LogSink) -> Bool

    /// Hands over what waits for a record that did not come.
    mutating func finish(into sink: inout LogSink)
}

extension LogFormat {
    mutating func read(text: String, line: Int, into sink: inout LogSink) -> Bool { false }
}

/// The formats, and which of them a log is in.
enum LogFormats {
    static var all: [any LogFormat.Type] {
        [OTLPRecords.self, CodexRollout.self, ClaudeTranscript.self, GatewayLog.self, PlainActions.self]
    }

    /// Bounds of one record: no tree of a hostile line grows beyond some tens of megabytes.
    static let limits = Limits(bytes: LogLines.longest, depth: 64, nodes: 200_000)
    private static let looks = 50
    /// A file whose first line does not end is not read whole to learn that.
    private static let lookedInto = LogLines.longest + (4 << 20)

    /// The format of a log, by its first records; nil when none of the first lines is of a known kind.
    static func format(of location: String) throws(Diagnostic) -> (any LogFormat.Type)? {
        var found: (any LogFormat.Type)?
        _ = try LogLines.read(location, atMost: lookedInto) { line, number in
            guard case .text(let bytes) = line, !bytes.isEmpty else { return number < looks }
            if let record = try? Document(bytes, as: .json, limits: limits).root {
                found = all.first { $0.recognises(record) }
            } else if GatewayLog.recognises(text: String(decoding: bytes.prefix(4096), as: UTF8.self)) {
                found = GatewayLog.self
            }
            return found == nil && number < looks
        }
        return found
    }
}

/// Actions whose end is told by a later record.
struct PendingActions {
    private static let most = 256
    private var waiting: [String: SeenAction] = [:]
    private var order: [String] = []

    /// Keeps an action until its end is known; the oldest goes when too many wait.
    mutating func add(_ action: SeenAction, id: String, into sink: inout LogSink) {
        let id = LogText.bounded(id)
        if let former = waiting.updateValue(action.bounded, forKey: id) {
            sink.act(former)
        } else {
            order.append(id)
        }
        if order.count > Self.most, let action = waiting.removeValue(forKey: order.removeFirst()) { sink.act(action) }
    }

    func holds(_ id: String) -> Bool { waiting[LogText.bounded(id)] != nil }

    /// The action of an identifier, which waits no longer.
    mutating func take(_ id: String) -> SeenAction? {
        let id = LogText.bounded(id)
        guard let action = waiting.removeValue(forKey: id) else { return nil }
        order.firstIndex(of: id).map { _ = order.remove(at: $0) }
        return action
    }

    /// Hands over all that wait: what became of them is not known.
    mutating func finish(into sink: inout LogSink) {
        for id in order { waiting[id].map { sink.act($0) } }
        self = PendingActions()
    }
}

/// Counts the records that sequence numbers leave out, for some thousand sequences.
struct Sequences {
    private static let most = 4096
    private var seen: [String: (low: Int, high: Int, count: Int)] = [:]

    /// Notes a number of a sequence.
    mutating func add(_ number: Int, of sequence: String) {
        let sequence = LogText.bounded(sequence)
        guard let known = seen[sequence] else {
            if seen.count < Self.most { seen[sequence] = (number, number, 1) }
            return
        }
        // Numbers from a log may be any: nothing overflows.
        seen[sequence] = (min(known.low, number), max(known.high, number), known.count + 1)
    }

    /// Records that are missing between the first and the last; nil when there were no numbers.
    var missing: Int? {
        guard !seen.isEmpty else { return nil }
        return seen.values.reduce(0) { sum, one in
            let (span, isHuge) = one.high.subtractingReportingOverflow(one.low)
            let missing = isHuge ? Int.max / 2 : max(0, span - one.count + 1)
            return sum > Int.max / 4 ? sum : sum + min(missing, Int.max / 4)
        }
    }
}
