internal import Compliance
internal import Reporting

/// Changes in the order in which they are best made, and how far they lead.
struct ChangePlan {
    /// The changes, the heaviest first; each is judged as if those with edits before it were made.
    let changes: [PlannedChange]
    /// The causes that were planned for, the heaviest first.
    let causes: [CauseGroup]
    /// The least severity that was planned for.
    let least: Severity
    /// How many causes there are, those beyond the limit among them.
    let total: Int
    /// Those that the edits close.
    let closed: [CauseGroup]
    /// The files after all edits, each with what it is now.
    let edits: [FileEdit]

    /// How far the edits lead, and what is counted.
    var summary: String {
        guard !causes.isEmpty else { return "Nothing of this severity can be changed: no cause is open." }
        return "\(lead) \(scope)"
    }

    private var lead: String {
        let made = changes.count { !$0.edits.isEmpty }
        guard made > 0 else {
            return
                "\(Counted.of(causes.count, "cause")), and no edit of a file closes one: all are left to you."
        }
        let by = Severity.allCases.sorted(by: >).compactMap { severity -> String? in
            let all = causes.count { $0.head.severity == severity }
            guard all > 0 else { return nil }
            return "\(closed.count { $0.head.severity == severity }) of \(all) \(severity.rawValue)"
        }
        let verb = made == 1 ? "closes" : "close"
        let beyond = total > causes.count ? ", the heaviest of \(total)" : ""
        return "\(Counted.of(made, "edit")) \(verb) \(closed.count) of "
            + "\(Counted.of(causes.count, "cause"))\(beyond): \(by.joined(separator: ", "))."
    }

    /// Reports count what files say apart from product defaults, and show notes, too: who reads both wants to know.
    private var scope: String {
        let unset = causes.count { $0.origin == .unset }
        let written = causes.count - unset
        let parts = [
            written > 0 ? "\(written) written in files" : "", unset > 0 ? Counted.of(unset, "product default") : "",
        ]
        let kinds = parts.filter { !$0.isEmpty }.joined(separator: " and ")
        return "Counted: \(kinds), " + (least == .info ? "of any severity." : "\(least.rawValue) or heavier.")
    }
}
