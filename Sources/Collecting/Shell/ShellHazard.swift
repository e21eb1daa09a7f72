/// The worst that a command can do, in the words of the column `permission.hazard`, worst first.
enum ShellHazard: String, CaseIterable, Comparable {
    case arbitraryCode = "arbitrary-code"
    case privilege, destructive, network, publish, secrets, install, write, read, none

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Harmless comes before harmful.
    static func < (left: ShellHazard, right: ShellHazard) -> Bool { left.rank > right.rank }
}
