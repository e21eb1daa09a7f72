internal import Collecting
internal import Compliance

/// Evidence from folders, files, and evidence files that `surety collect` wrote.
enum EvidenceInput {
    /// Reads and collects.
    ///
    /// - Throws: `Failure` when a path is not there or an evidence file is malformed.
    static func read(_ paths: [String], options: EvidenceOptions, quiet: Bool) throws -> Evidence {
        let outside = try options.collectors()
        let reports = try options.reports()
        let progress = Progress(isShown: !quiet && Console.isErrorTerminal)
        defer { progress.finish() }
        var evidence = Evidence()
        var folders: [String] = []
        for path in paths {
            if InputFile.exists(path), let saved = try saved(path) {
                evidence.merge(saved)
            } else {
                folders.append(path)
            }
        }
        if folders.isEmpty, !outside.isEmpty || !reports.isEmpty {
            throw Failure.input("--collector and --findings need a folder or file; saved evidence holds what it holds")
        }
        if !folders.isEmpty {
            evidence.merge(
                try Failure.asInput {
                    try Collection.run(folders, outside: outside, findings: reports, progress: progress.advance)
                })
        }
        if !options.actions.isEmpty {
            evidence = try Failure.asInput {
                try Collection.observing(options.actions, beside: evidence, in: folders)
            }
        }
        if !options.identities.isEmpty {
            evidence = try Failure.asInput {
                try Collection.identifying(options.identities, beside: evidence, in: folders)
            }
        }
        if let fault = evidence.faults.first { throw Failure.fault("a collector wrote what does not fit: \(fault)") }
        return evidence
    }

    /// The evidence of a file that `surety collect` wrote; nil for any other.
    ///
    /// - Throws: `Failure` when it says that it is evidence and is malformed.
    static func saved(_ path: String) throws -> Evidence? {
        guard path.hasSuffix(".json") else { return nil }
        return try Failure.asInput { try EvidenceFile.decode(InputFile.read(path), name: path) }
    }
}
