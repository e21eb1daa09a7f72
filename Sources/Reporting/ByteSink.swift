/// Takes the bytes of a report and hands them on in chunks, so that no report is held in memory whole.
///
/// The first error of the receiver is kept and ends the handing on; `finish()` throws it. Writers therefore need not
/// think about errors between one byte and the next.
public final class ByteSink {
    /// Size from which a chunk is handed on, in bytes.
    public static let chunkSize = 1 << 16

    // The sink is not Sendable and calls nobody while it appends, so accesses cannot overlap; checking each of the
    // millions at run time took a tenth of the time of a large report.
    @exclusivity(unchecked) private var buffer: [UInt8] = []
    private let receive: ([UInt8]) throws -> Void
    private var failure: (any Error)?

    /// Bytes that were written so far.
    @exclusivity(unchecked) public private(set) var count = 0

    /// A sink that hands chunks to a receiver.
    ///
    /// - Parameter receive: Takes each chunk in order, for example by writing it to a file.
    public init(_ receive: @escaping ([UInt8]) throws -> Void) {
        self.receive = receive
        buffer.reserveCapacity(Self.chunkSize + 1024)
    }

    /// The bytes that a body writes, all in memory.
    public static func bytes(_ body: (ByteSink) -> Void) -> [UInt8] {
        var bytes: [UInt8] = []
        let sink = ByteSink { bytes += $0 }
        body(sink)
        // The receiver only appends and never throws.
        try? sink.finish()
        return bytes
    }

    /// Writes a text as UTF-8.
    public func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Writes a literal.
    func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append($0) }
    }

    /// Writes bytes.
    func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        buffer.append(contentsOf: bytes)
        count += bytes.count
        if buffer.count >= Self.chunkSize { flush() }
    }

    /// Writes bytes, those that may not stand as they are as what stands for them.
    @inline(__always)
    func append(_ bytes: UnsafeBufferPointer<UInt8>, replacing replacement: (UInt8) -> StaticString?) {
        var start = 0
        for index in bytes.indices {
            guard let other = replacement(bytes[index]) else { continue }
            if start < index { append(UnsafeBufferPointer(rebasing: bytes[start..<index])) }
            append(other)
            start = index + 1
        }
        if start < bytes.count { append(UnsafeBufferPointer(rebasing: bytes[start...])) }
    }

    /// Writes one byte.
    public func append(_ byte: UInt8) {
        buffer.append(byte)
        count += 1
        if buffer.count >= Self.chunkSize { flush() }
    }

    /// Hands on what is left.
    ///
    /// - Throws: The first error of the receiver.
    public func finish() throws {
        flush()
        if let failure { throw failure }
    }

    private func flush() {
        guard !buffer.isEmpty else { return }
        if failure == nil {
            do { try receive(buffer) } catch { failure = error }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
