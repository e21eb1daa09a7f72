internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
    /// What a body makes of consecutive chunks of the array, worked on by all cores, in the array's order.
    ///
    /// A task for each element costs more than most elements do, so work is handed out in chunks.
    ///
    /// - Parameters:
    ///   - size: Elements of a chunk; the last may be shorter.
    ///   - body: What is done with a chunk.
    /// - Returns: The results, one for each chunk.
    public func concurrentChunks<Result: Sendable>(
        of size: Int, _ body: @Sendable (ArraySlice<Element>) -> Result
    ) -> [Result] {
        guard !isEmpty else { return [] }
        let chunks = (count + size - 1) / size
        guard chunks > 1 else { return [body(self[...])] }
        let results = Mutex<[Int: Result]>([:])
        DispatchQueue.concurrentPerform(iterations: chunks) { number in
            let result = body(self[(number * size)..<Swift.min((number + 1) * size, count)])
            results.withLock { $0[number] = result }
        }
        return results.withLock { all in (0..<chunks).compactMap { all[$0] } }
    }
}
