internal import Glibc

/// A collector while it runs: in a process group of its own, in the folder `/`, within its bounds of time and output.
///
/// However it ends, nothing of its group is left behind.
struct CollectorProcess {
    /// How it ended.
    enum Ending: Equatable {
        case exited(Int)
        case killed(Int)
        case tookTooLong
        case wroteTooMuch
        case notStarted(String)
    }

    /// What it wrote, and how it ended.
    struct Outcome {
        let output: [UInt8]
        /// The beginning of what it wrote to standard error.
        let complaint: [UInt8]
        let ending: Ending
    }

    /// What is kept of standard error.
    private static let keptComplaint = 4096

    private let process: pid_t
    private var pipes: CollectorPipes
    private let bounds: CollectorBounds
    private let deadline: Double

    /// Runs a program to its end.
    static func run(_ run: CollectorRun) -> Outcome {
        do throws(CollectionError) {
            var process = try CollectorProcess(run)
            return process.finish(input: run.input)
        } catch {
            return Outcome(output: [], complaint: [], ending: .notStarted(error.description))
        }
    }

    private init(_ run: CollectorRun) throws(CollectionError) {
        bounds = run.bounds
        deadline = Self.now + Double(run.bounds.seconds)
        pipes = try CollectorPipes()
        process = try Self.spawn(run, pipes)
        pipes.closeFarEnds()
    }

    /// Starts it where no relative name leads into the assessed folder: the shell changes the folder and becomes it.
    private static func spawn(_ run: CollectorRun, _ pipes: CollectorPipes) throws(CollectionError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, end) in pipes.farEnds.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        let words = ["/bin/sh", "-c", "cd / && exec \"$@\"", "sh"] + run.command
        let arguments = words.map { strdup($0) } + [nil]
        let variables = run.environment.map { $0.map { strdup($0) } + [nil] }
        defer { (arguments + (variables ?? [])).forEach { free($0) } }
        var process: pid_t = 0
        let failure =
            if let variables {
                posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, variables)
            } else {
                posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environ)
            }
        guard failure == 0 else { throw CollectionError("cannot be started: \(String(cString: strerror(failure)))") }
        return process
    }

    private mutating func finish(input: [UInt8]) -> Outcome {
        var output: [UInt8] = []
        var complaint: [UInt8] = []
        var rest = input[...]
        var ending: Ending?
        while pipes.isReading, ending == nil {
            guard let left = remaining else {
                ending = .tookTooLong
                break
            }
            pipes.exchange(&rest, &output, &complaint, waiting: left)
            if complaint.count > Self.keptComplaint { complaint.removeLast(complaint.count - Self.keptComplaint) }
            if output.count > bounds.output { ending = .wroteTooMuch }
        }
        pipes.closeNearEnds()
        return Outcome(output: output, complaint: complaint, ending: reap(ending))
    }

    /// Waits for the end, and ends what is left of the group before its number can be another's.
    private func reap(_ ending: Ending?) -> Ending {
        var ending = ending
        while ending == nil {
            var info = siginfo_t()
            let waited = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
            if waited != 0 || info.si_signo != 0 { break }
            if remaining == nil { ending = .tookTooLong } else { usleep(2000) }
        }
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return ending ?? (signal == 0 ? .exited(Int(status >> 8 & 0xFF)) : .killed(Int(signal)))
    }

    /// Milliseconds that are left; nil when the time is up.
    private var remaining: Int32? {
        let left = deadline - Self.now
        return left > 0 ? Int32(min(left * 1000, 1_000_000)) + 1 : nil
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
