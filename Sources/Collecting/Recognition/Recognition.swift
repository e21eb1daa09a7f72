internal import Documents
internal import Parallel

/// Finds, among the files of a walk, those that collectors know by their content.
///
/// Each file is read once for all collectors; which of their marks hold decides whose it is.
struct Recognition {
    /// The largest file that is looked into, in bytes: exports of workflows take a few hundred kilobytes.
    private static let largest = 8 << 20

    private var claims: [String: [(FilePath, ArtifactKind)]] = [:]

    /// Looks into the files that at least one mark admits.
    init(_ walk: FolderWalk, for collectors: [any Collector]) {
        let marks = collectors.flatMap { collector in collector.marks.map { (collector: collector.name, mark: $0) } }
        let candidates = walk.files.compactMap { path -> (FilePath, [Int])? in
            let possible = marks.indices.filter { marks[$0].mark.admits(path) }
            return possible.isEmpty ? nil : (path, possible)
        }
        let found = candidates.concurrentChunks(of: 64) { chunk in
            chunk.flatMap { path, possible -> [(FilePath, Int)] in
                guard let bytes = FileBytes.regular(walk.location(of: path), atMost: Self.largest) else { return [] }
                return possible.filter { marks[$0].mark.holds(bytes) }.map { (path, $0) }
            }
        }.flatMap(\.self)
        for (path, index) in found {
            let (collector, mark) = marks[index]
            guard claims[collector]?.last?.0 != path else { continue }
            claims[collector, default: []].append((path, mark.kind))
        }
        for collector in collectors {
            let helpers = Set(collector.marks.filter(\.isAuxiliary).map(\.kind))
            guard !helpers.isEmpty, let claimed = claims[collector.name] else { continue }
            if claimed.allSatisfy({ helpers.contains($0.1) }) { claims[collector.name] = nil }
        }
    }

    /// The files of a collector, in the order of the walk.
    subscript(_ collector: any Collector) -> [(FilePath, ArtifactKind)] { claims[collector.name] ?? [] }
}
