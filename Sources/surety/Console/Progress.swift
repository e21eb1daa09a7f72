internal import Glibc

/// A count on standard error while the work is long and a person watches.
final class Progress: @unchecked Sendable {
    // Written only by the thread that collects.
    private let isShown: Bool
    private let started = time(nil)
    private var wrote = false

    init(isShown: Bool) { self.isShown = isShown }

    /// Says how many files were read so far.
    func advance(_ files: Int) {
        guard isShown, time(nil) - started >= 1 else { return }
        wrote = true
        let bytes = Array("\r\(files) files read".utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }

    /// Takes the count away.
    func finish() {
        guard wrote else { return }
        let bytes = Array("\r\u{1B}[K".utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
