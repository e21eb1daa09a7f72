internal import Compliance

/// What a result rests on: the files that were read and those that were not, and what is known of the agents.
struct Coverage {
    private static let keptNames = 3

    private let files: [ArtifactRecord]
    private let agents: [AgentSummary]
    /// Agents that are in force, by how autonomous they are.
    private let classes: [AutonomyProfile.Class: Int]

    init(_ assessment: Assessment) { self.init(assessment, ArtifactRecord.all(in: assessment.evidence)) }

    init(_ assessment: Assessment, _ files: [ArtifactRecord]) {
        self.files = files
        agents = assessment.agents
        let profiles = Dictionary(
            assessment.autonomy.map { ($0.agent, $0.autonomy) }, uniquingKeysWith: { first, _ in first })
        classes = Dictionary(
            assessment.agents.filter { !$0.isTemplate }.map { (profiles[$0.id] ?? .unknown, 1) }, uniquingKeysWith: +)
    }

    /// The first paragraph of a result.
    var sentences: String {
        ([counts, reading("refused"), inPart, reading("unsupported"), free, templates]).compactMap(\.self).joined(
            separator: " ")
    }

    /// Why nothing that was found would not mean that nothing is wrong; empty when all was seen.
    var doubt: String {
        let unread = files.count { $0.status == "refused" || $0.status == "unsupported" }
        let parts = files.count(where: \.isInPart)
        let unknown = classes[.unknown] ?? 0
        return Counted.list(
            [
                unread > 0 ? "\(Counted.of(unread, "file")) \(unread == 1 ? "was" : "were") not read" : nil,
                parts > 0 ? "\(Counted.of(parts, "file")) \(parts == 1 ? "was" : "were") read in part" : nil,
                unknown > 0 ? "how autonomous \(Counted.of(unknown, "agent")) may be is not known" : nil,
            ].compactMap(\.self))
    }

    /// How many files were read, and how many agents of which products assessed.
    private var counts: String {
        let counts = Dictionary(files.map { ($0.status, 1) }, uniquingKeysWith: +)
        let others = ["refused", "unsupported", "excluded"].compactMap { status in
            counts[status].map { "\($0) \(status)" }
        }
        let products = Dictionary(grouping: agents, by: \.product)
        let parts = products.keys.sorted().map { "\(products[$0]?.count ?? 0) \($0)" }
        return "Read: \(counts["read"] ?? 0) of \(Counted.of(files.count, "file")) found"
            + (others.isEmpty ? "." : " (\(others.joined(separator: ", "))).")
            + " Agents assessed: \(agents.count) (\(parts.joined(separator: ", ")))."
    }

    /// The files of a state by name, with the first one's reason.
    private func reading(_ status: String) -> String? {
        let names = Set(files.filter { $0.status == status }.map(\.path)).sorted()
        guard !names.isEmpty else { return nil }
        let list = Self.list(names)
        let isOne = names.count == 1
        let reason = isOne ? files.first { $0.path == names[0] && $0.status == status }?.reason : nil
        if status == "refused" {
            let why = reason.map { " (\($0))" } ?? ""
            return "\(list) could not be read\(why): what \(isOne ? "it" : "they") would show counts as unknown."
        }
        return "Nothing in \(list) was assessed: \(reason ?? "no collector reads \(isOne ? "it" : "them")")."
    }

    /// The files of which parts were read, with the reason of one.
    private var inPart: String? {
        let parts = files.filter(\.isInPart)
        let names = Set(parts.map(\.path)).sorted()
        guard !names.isEmpty else { return nil }
        let why = names.count == 1 ? parts.first?.reason.map { " (\($0))" } ?? "" : ""
        return "Only parts of \(Self.list(names)) were read\(why): the rest counts as unknown."
    }

    /// How many agents may act unasked; of how many that is not known is never left out.
    private var free: String? {
        let all = classes.values.reduce(0, +)
        let free = classes[.autonomous] ?? 0
        let unknown = classes[.unknown] ?? 0
        let act = "choose and act on consequential things without a person"
        guard all > 0 else { return nil }
        if all == 1, let only = classes.keys.first {
            let agent = agents.count == 1 ? "agent" : "agent in force"
            switch only {
            case .autonomous: return "The \(agent) may \(act)."
            case .unknown: return "Whether the \(agent) may \(act) is not known."
            case .supervised, .scripted: return "The \(agent) is \(only.sentence)."
            }
        }
        if unknown == all { return "Of none of them is it known whether it may \(act)." }
        let count = free == 0 && unknown == 0 ? "none" : "\(free)"
        return "Of \(all) agents \(count) may \(act)" + (unknown > 0 ? ", \(unknown) not known." : ".")
    }

    /// That templates are in force nowhere, and weigh less for it.
    private var templates: String? {
        let names = agents.filter(\.isTemplate).map(\.id.rawValue)
        guard !names.isEmpty else { return nil }
        return "\(Self.list(names)) \(names.count == 1 ? "is a template" : "are templates"), in force nowhere here: "
            + "what \(names.count == 1 ? "it fails weighs" : "they fail weighs") a step less than it would in force."
    }

    /// The first of some names, as code, and how many more there are.
    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(keptNames).map { "`\($0)`" }
        let rest = names.count - shown.count
        return Counted.list(shown + (rest > 0 ? ["\(rest) more"] : []))
    }
}
