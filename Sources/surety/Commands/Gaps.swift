internal import ArgumentParser

/// `surety gaps`: what is open, and who sees to it.
struct Gaps: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List what is open, and keep track of who sees to it.",
        discussion: """
            `surety gaps` alone assesses and lists what is open now. The other commands work on the history that \
            `surety track` keeps.

            Examples:
              surety gaps . --severity high
              surety gaps tracked --overdue
              surety gaps assign G-5CFBF36DD9 --to ana
              surety gaps due G-5CFBF36DD9 --on 2026-12-31
              surety gaps close G-5CFBF36DD9 --note "deny rules added"
            """,
        subcommands: [
            GapList.self, GapsTracked.self, GapsAssign.self, GapsDue.self, GapsTicket.self, GapsNote.self,
            GapsClose.self,
        ], defaultSubcommand: GapList.self)
}
