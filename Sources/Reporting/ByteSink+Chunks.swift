internal import Parallel

extension ByteSink {
    /// Elements that are written together.
    private static let elementsAtOnce = 2048

    /// Writes what a body makes of elements: all cores work on stretches of them, whose bytes follow in their order.
    ///
    /// Only as many stretches as there are cores are held in memory.
    func append<Elements: RandomAccessCollection & Sendable>(
        _ elements: Elements, _ body: @Sendable (Elements.SubSequence, ByteSink) -> Void
    ) where Elements.Index == Int {
        let round = Self.elementsAtOnce * Cores.count
        for first in stride(from: elements.startIndex, to: elements.endIndex, by: round) {
            let end = Swift.min(first + round, elements.endIndex)
            let starts = Array(stride(from: first, to: end, by: Self.elementsAtOnce))
            let stretches = starts.concurrentChunks(of: 1) { starts in
                starts.map { start in
                    Self.bytes { body(elements[start..<Swift.min(start + Self.elementsAtOnce, end)], $0) }
                }
            }
            for bytes in stretches.joined() { append(bytes) }
        }
    }

    /// Writes bytes piece by piece, so that none that is handed on is much larger than a chunk.
    private func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            for start in stride(from: 0, to: bytes.count, by: Self.chunkSize) {
                append(UnsafeBufferPointer(rebasing: bytes[start..<Swift.min(start + Self.chunkSize, bytes.count)]))
            }
        }
    }
}
