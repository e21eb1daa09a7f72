internal import Glibc

/// Standard output and standard error.
enum Console {
    /// Writes bytes to standard output.
    static func write(_ bytes: [UInt8]) { send(bytes, to: STDOUT_FILENO) }

    /// Writes a text and a line end to standard output.
    static func say(_ text: String) { send(Array((text + "\n").utf8), to: STDOUT_FILENO) }

    /// Writes a text and a line end to standard error.
    static func note(_ text: String) { send(Array((text + "\n").utf8), to: STDERR_FILENO) }

    /// Reports a failure on standard error.
    static func complain(_ text: String) { note("surety: \(text)") }

    /// Whether a person watches standard output.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether a person watches standard error.
    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal; 100 where there is none.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return Int(size.ws_col)
    }

    /// Value of an environment variable.
    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    private static func send(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            // A closed pipe ends the output, not the run.
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
