internal import Dispatch
internal import Synchronization

/// Reads files on all processors, in chunks: a task for each small file costs more than the file.
enum ParallelReading {
    /// The files for each collector, in the order in which they were found.
    static func read(_ claims: [Claim], progress: (@Sendable (Int) -> Void)?) -> [[SourceFile]] {
        let size = 32
        let chunks = (claims.count + size - 1) / size
        let results = Mutex<(chunks: [[(Int, SourceFile)]], count: Int)>((Array(repeating: [], count: chunks), 0))
        DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
            let part = claims[(chunk * size)..<min((chunk + 1) * size, claims.count)]
            let files = part.flatMap { claim in
                zip(claim.kinds.map(\.collector), FileReader.read(claim.file, as: claim.kinds.map(\.kind))).map {
                    ($0, $1)
                }
            }
            results.withLock { results in
                results.chunks[chunk] = files
                results.count += part.count
                progress?(results.count)
            }
        }
        var files = [[SourceFile]](repeating: [], count: Collectors.all.count)
        for (collector, file) in results.withLock({ $0.chunks.joined() }) { files[collector].append(file) }
        return files
    }
}
