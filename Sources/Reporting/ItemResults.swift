internal import Compliance

/// What an item's results say of all agents, each thing said once.
struct ItemResults {
    /// One thing that is said, and of whom.
    struct Entry {
        let result: ControlResult
        let agents: [AgentID]

        var reading: Reading { Reading(result) }
    }

    /// What is said, agents with the same result together.
    let entries: [Entry]
    /// Agents without a result.
    let absent: Int

    /// The order in which readings are listed: what needs work first.
    static let order: [Reading] = [.failed, .partly, .shown, .notApplicable, .open]

    /// How many agents a reading is true of.
    func count(_ reading: Reading) -> Int {
        entries.reduce(reading == .open ? absent : 0) { $0 + ($1.reading == reading ? $1.agents.count : 0) }
    }

    /// The entries that evidence, a statement or an inference speaks in, what needs work first.
    var speaking: [Entry] {
        let speaking = entries.filter {
            !$0.result.checks.isEmpty || !$0.result.statements.isEmpty || $0.result.inferred != nil
        }
        return Self.order.flatMap { reading in speaking.filter { $0.reading == reading } }
    }

    /// What is missing and is said nowhere else: checks are named with their verdicts, questions stand in an annex.
    var missing: [String] {
        var words: [String] = []
        var isAsked = false
        func add(_ text: String) { if !words.contains(text) { words.append(text) } }
        for entry in entries where entry.reading != .notApplicable {
            for missing in entry.result.missing {
                switch missing {
                case .check: break
                case .statement: isAsked = true
                case .parts(let parts): add("\(Counted.of(parts.count, "part is", "parts are")) open")
                case .leftOut, .evidence: add(missing.description)
                }
            }
        }
        return words + (isAsked ? ["a statement"] : [])
    }

    /// What is said of every item, by item.
    static func all(in index: AssessmentIndex) -> [ControlID: ItemResults] {
        let agents = index.assessment.agents
        var entries: [ControlID: [Entry]] = [:]
        for same in index.classes {
            for result in same.results {
                entries[result.control, default: []].append(Entry(result: result, agents: same.agents))
            }
        }
        return entries.mapValues { entries in
            ItemResults(
                entries: entries, absent: max(0, agents.count - entries.reduce(0) { $0 + $1.agents.count }))
        }
    }
}
