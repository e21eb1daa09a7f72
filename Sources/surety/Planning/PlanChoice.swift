internal import ArgumentParser
internal import Compliance
internal import Reporting

/// The changes of a plan that are to be made.
enum PlanChoice: ExpressibleByArgument, Equatable {
    case allSafe
    case numbers([Int])

    init?(argument: String) {
        if argument == "all-safe" {
            self = .allSafe
            return
        }
        let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.allSatisfy({ $0.map { $0 > 0 } ?? false }) else { return nil }
        self = .numbers(numbers.compactMap(\.self))
    }

    /// The files after the chosen changes, tried together once more.
    ///
    /// - Throws: `Failure` for a number that is not in the plan, for a change without an edit, and where one does not
    ///   hold without another that was not chosen.
    static func edits(_ choices: [PlanChoice], of plan: ChangePlan, by planner: Planner) throws -> [FileEdit] {
        guard !choices.contains(.allSafe) else {
            guard !plan.edits.isEmpty else {
                throw Failure.input("no change of the plan has an edit: nothing was written")
            }
            return plan.edits
        }
        let numbers = choices.flatMap { if case .numbers(let numbers) = $0 { numbers } else { [Int]() } }
        let chosen = try Set(numbers).sorted().map { number in
            guard plan.changes.indices.contains(number - 1) else {
                throw Failure.input("the plan has \(plan.changes.count) changes, no number \(number)")
            }
            guard !plan.changes[number - 1].edits.isEmpty else {
                let head = plan.changes[number - 1].group.head
                throw Failure.input("change \(number) has to be made by hand: surety explain \(head.id)")
            }
            return (number: number, cause: plan.changes[number - 1].cause)
        }
        planner.folder.reset()
        for (number, cause) in chosen {
            // What another chosen change closes as well needs no edit of its own.
            guard planner.isOpen(cause) || !planner.wasOpen(cause) else { continue }
            guard let change = try planner.attempt(cause) else {
                throw Failure.input("change \(number) does not hold without those before it: nothing was written")
            }
            try planner.folder.keep(change.edits)
        }
        return planner.folder.edits
    }
}
