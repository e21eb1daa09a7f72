internal import ArgumentParser
internal import Compliance
internal import Glibc
internal import Tracking

/// `surety watch`: assess again on every change, and show the difference.
struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assess again whenever a file changes, and show what that changed.",
        discussion: """
            Nothing is written. Ends with Ctrl-C.

            Examples:
              surety watch .
              surety watch services/api --framework owasp-asi-2026
            """)

    @Argument(help: "Folders or configuration files.", completion: .file())
    var paths: [String] = ["."]

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @Option(name: .long, help: ArgumentHelp("Seconds between two looks at the files.", valueName: "seconds"))
    var interval = 1.0

    func validate() throws {
        guard (0.05...3600).contains(interval) else { throw ValidationError("--interval is 0.05 to 3600 seconds") }
    }

    func run() throws {
        // Whoever starts it may have blocked the signals that end it.
        var none = sigset_t()
        sigemptyset(&none)
        sigprocmask(SIG_SETMASK, &none, nil)
        var seen = FolderFingerprint(of: paths)
        var last = Snapshot(try judging.assess(paths, quiet: true))
        Console.say(Self.summary(last) + " Watching.")
        while true {
            usleep(UInt32(interval * 1_000_000))
            var now = FolderFingerprint(of: paths)
            guard now != seen else { continue }
            now = settled(now)
            seen = now
            do {
                let next = Snapshot(try judging.assess(paths, quiet: true))
                let difference = Difference(from: last, to: next)
                if !difference.isEmpty {
                    Console.say(DifferenceText(difference, from: last, to: next).plain)
                    Console.say(Self.summary(next))
                }
                last = next
            } catch let failure as Failure {
                // A file that is half typed is mended by the next change.
                Console.complain(failure.description)
            }
        }
    }

    /// The files once nobody is writing them any more.
    private func settled(_ first: FolderFingerprint) -> FolderFingerprint {
        var before = first
        while true {
            usleep(50_000)
            let now = FolderFingerprint(of: paths)
            if now == before { return now }
            before = now
        }
    }

    private static func summary(_ snapshot: Snapshot) -> String {
        let counts = [Severity.critical, .high, .medium, .low].map { severity in
            "\(snapshot.gaps.count { $0.severity == severity && $0.waivedUntil == nil }) \(severity.rawValue)"
        }
        return "Open: " + counts.joined(separator: ", ") + "."
    }
}
