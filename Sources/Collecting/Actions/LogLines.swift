internal import Documents
internal import Glibc
internal import Hashing

/// Reads a log line by line: of a file of any size only one line and one piece are in memory.
struct LogLines {
    /// One line without its end.
    enum Line {
        case text([UInt8])
        /// Longer than is read.
        case tooLong
    }

    /// What the file was, once it is read.
    struct Summary {
        /// SHA-256 of all bytes; nil when it was not read to its end.
        var sha256: String?
        var bytes = 0
        /// Whether the last line has no end.
        var isCutOff = false
    }

    /// Longest line that is read, in bytes; a record of a tool's output can take some megabytes.
    static let longest = 16 << 20
    private static let piece = 1 << 18

    private let descriptor: Int32
    private var line: [UInt8] = []
    private var isTooLong = false

    /// Opens a regular file.
    ///
    /// - Throws: `Diagnostic` for everything else: a pipe would hold the run.
    private init(_ location: String) throws(Diagnostic) {
        descriptor = open(location, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Diagnostic(.syntax, "cannot be opened: \(String(cString: strerror(errno)))", at: nil)
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw Diagnostic(.forbidden, "is not a regular file", at: nil)
        }
    }

    /// Hands over the lines with their numbers, from 1, until there are none or the receiver returns false.
    ///
    /// - Parameters:
    ///   - location: The file.
    ///   - most: Bytes after which reading ends.
    ///   - receive: Takes a line.
    /// - Returns: What the file was.
    /// - Throws: `Diagnostic` when the file cannot be opened or read.
    static func read(
        _ location: String, atMost most: Int = .max, _ receive: (Line, Int) -> Bool
    ) throws(Diagnostic) -> Summary {
        var lines = try LogLines(location)
        defer { close(lines.descriptor) }
        return try lines.run(most, receive)
    }

    private mutating func run(_ most: Int, _ receive: (Line, Int) -> Bool) throws(Diagnostic) -> Summary {
        var summary = Summary()
        let digest = SHA256Stream()
        var buffer = [UInt8](repeating: 0, count: Self.piece)
        var number = 1
        while summary.bytes < most {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else {
                throw Diagnostic(.syntax, "cannot be read: \(String(cString: strerror(errno)))", at: nil)
            }
            if count == 0 { break }
            summary.bytes += count
            buffer.withUnsafeBytes { digest.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            var start = 0
            while let end = Self.lineEnd(buffer, start, count) {
                guard receive(ended(by: buffer[start..<end]), number) else { return summary }
                number += 1
                start = end + 1
            }
            append(buffer[start..<count])
        }
        if !line.isEmpty || isTooLong {
            summary.isCutOff = true
            guard receive(ended(by: []), number) else { return summary }
        }
        summary.sha256 = digest.finish()
        return summary
    }

    private static func lineEnd(_ buffer: [UInt8], _ start: Int, _ count: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard start < count, let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, count - start)
            else { return nil }
            return base.distance(to: UnsafeRawPointer(found))
        }
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        guard !isTooLong else { return }
        guard line.count + bytes.count <= Self.longest else {
            isTooLong = true
            return line = []
        }
        line += bytes
    }

    /// The line that ends with the bytes.
    private mutating func ended(by bytes: ArraySlice<UInt8>) -> Line {
        // Most lines lie within one piece.
        if line.isEmpty, !isTooLong { return .text(Array(bytes)) }
        append(bytes)
        let whole = isTooLong ? Line.tooLong : .text(line)
        line = []
        isTooLong = false
        return whole
    }
}
