internal import Glibc

/// A program outside Surety that the user named, and that collects evidence by the public protocol (`COLLECTORS.md`).
///
/// Nothing of an assessed folder is ever run: a program that lies in one is refused, so that nobody who is judged writes
/// the evidence.
public struct ExternalCollector: Sendable {
    /// Version of the protocol that is spoken.
    public static let protocolVersion = 1

    let executable: String
    let bounds: CollectorBounds

    /// A collector at a path.
    ///
    /// - Parameters:
    ///   - path: Path of the executable; `PATH` is not searched.
    ///   - seconds: Time that one run may take.
    /// - Throws: `CollectionError` when there is no executable file of that name.
    public init(path: String, seconds: Int = CollectorBounds.standard.seconds) throws {
        guard let real = realpath(path, nil) else {
            throw CollectionError("collector \(path): \(String(cString: strerror(errno)))")
        }
        defer { free(real) }
        executable = String(cString: real)
        var status = stat()
        guard stat(executable, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(executable, X_OK) == 0 else {
            throw CollectionError("collector \(path): is not an executable file")
        }
        var bounds = CollectorBounds.standard
        bounds.seconds = seconds
        self.bounds = bounds
    }

    /// The last part of its path, by which it is named until it says its own name.
    var fileName: String { executable.split(separator: "/").last.map(String.init) ?? executable }

    /// The run over one folder or file.
    func run(on location: String) -> CollectorRun {
        CollectorRun(
            command: [executable, "--protocol", String(Self.protocolVersion), location], bounds: bounds)
    }
}

/// What one run of a collector may take.
public struct CollectorBounds: Sendable {
    /// Time from start to end.
    public var seconds: Int
    /// Bytes that it may write.
    public var output: Int
    /// Lines that it may write.
    public var lines: Int

    /// Bounds for everybody.
    public static let standard = CollectorBounds(seconds: 60, output: 64 << 20, lines: 1_000_000)
}

/// One run of a program that collects.
struct CollectorRun {
    /// The executable's path and its arguments.
    let command: [String]
    /// `NAME=value`; nil for Surety's own environment.
    var environment: [String]?
    /// What it reads from standard input.
    var input: [UInt8] = []
    let bounds: CollectorBounds
}
