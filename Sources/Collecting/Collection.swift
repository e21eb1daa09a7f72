public import Compliance
internal import Documents
internal import Glibc

/// Collects evidence: finds the files of all products, reads each once, and lets the collectors say what they mean.
public struct Collection {
    /// Collects from folders, or single files.
    ///
    /// - Parameters:
    ///   - paths: Folders or files. With several, the paths in the evidence begin with the folder's name as given.
    ///   - progress: Called with the number of files read so far, from one thread at a time.
    /// - Returns: The evidence, every table sorted: the same files give the same evidence.
    /// - Throws: `CollectionError` when a path is not there.
    public static func run(_ paths: [String], progress: (@Sendable (Int) -> Void)? = nil) throws -> Evidence {
        var found: [Claim] = []
        var evidence = Evidence()
        for (path, prefix) in zip(paths, prefixes(paths)) {
            let place = try Place(path, prefix: prefix)
            var claims = Claims(place)
            claims.gather()
            found += claims.claims
            for row in claims.rows { evidence.add(row) }
        }
        let files = ParallelReading.read(found, progress: progress)
        for (index, collector) in Collectors.all.enumerated() {
            var recorder = Recorder(collector: collector.name)
            collector.collect(files[index], into: &recorder)
            evidence.merge(recorder.finish())
        }
        var artifacts = ArtifactRows(evidence)
        artifacts.add(files)
        evidence.replace(.artifact, with: artifacts.rows)
        EvidenceOrder.sort(&evidence)
        return evidence
    }

    /// The collectors there are, in alphabetical order.
    public static var collectors: [CollectorSummary] {
        Collectors.all.map { CollectorSummary(name: $0.name, summary: $0.summary, documentation: $0.documentation) }
    }

    // One folder needs no prefix. Of several, absolute names must not show this machine's folders.
    private static func prefixes(_ paths: [String]) -> [FilePath] {
        guard paths.count > 1 else { return paths.map { _ in FilePath([]) } }
        let full = paths.map { FilePath($0.split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }) }
        let short = zip(paths, full).map {
            $0.hasPrefix("/") || $0.contains("..") ? FilePath($1.components.suffix(1)) : $1
        }
        return Set(short).count == short.count ? short : full
    }
}

extension FilePath {
    fileprivate init(_ components: ArraySlice<String>) { self.init(Array(components)) }
}
