internal import Attesting
internal import Collecting
internal import Compliance
internal import Glibc
internal import Hashing
internal import Reporting

/// Reports of an assessment as bytes, and the digests of files in a folder.
enum ReportFolder {
    /// The files of an assessment in some formats.
    ///
    /// Whoever writes `assessment.json` writes the evidence that it was made of beside it: `surety report` makes the other
    /// formats of the two, and nothing else has to be given.
    static func files(of index: AssessmentIndex, in formats: [any ReportFormat]) -> [ReportFile] {
        formats.flatMap { format in
            format.files(of: index) + (format is JSONWriter ? [evidence(index.assessment.evidence)] : [])
        }
    }

    /// The evidence, as `surety collect` writes it.
    private static func evidence(_ evidence: Evidence) -> ReportFile {
        ReportFile(EvidenceFile.name) { sink in EvidenceFile.write(evidence) { sink.append($0) } }
    }

    /// All reports of an assessment, by their paths in the folder; in a bundle the evidence has a place of its own.
    static func reports(of assessment: Assessment, in editions: Editions) -> [NamedFile] {
        let index = AssessmentIndex(assessment)
        return Writers.formats(in: editions).flatMap { $0.files(of: index) }.compactMap { file in
            file.write.map { NamedFile(name: file.path, bytes: ByteSink.bytes($0)) }
        }
    }

    /// Writes one file of a report; one that this assessment has not is taken away where it lies from another run.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - folder: Where it is written.
    ///   - receive: Takes the bytes that are written.
    /// - Returns: The path of the file; nil when there is none.
    /// - Throws: `Failure` when the file cannot be written.
    static func write(
        _ file: ReportFile, into folder: String, receive: ([UInt8]) -> Void = { _ in }
    ) throws -> String? {
        let path = folder + "/" + file.path
        guard let write = file.write else {
            unlink(path)
            return nil
        }
        try withoutActuallyEscaping(receive) { receive in
            try AtomicFile.write(to: path) { append in
                let sink = ByteSink { chunk in
                    receive(chunk)
                    try append(chunk)
                }
                write(sink)
                try sink.finish()
            }
        }
        return path
    }

    /// Writes reports into a folder; each file becomes a subject.
    ///
    /// - Throws: `Failure` when a file cannot be written.
    static func write(
        _ assessment: Assessment, in formats: [any ReportFormat], into folder: String
    ) throws -> [Subject] {
        let index = AssessmentIndex(assessment)
        return try files(of: index, in: formats).compactMap { file in
            // The digest is of what was made, not of what lies there a moment later.
            var bytes: [UInt8] = []
            let path = try write(file, into: folder) { bytes += $0 }
            return path.map { _ in Subject(.report, file.path, sha256: SHA256.hex(bytes)) }
        }
    }

    /// Digests of the attested reports, and of files of the same kinds that are not attested, in a folder.
    static func digests(in folder: String, of subjects: [Subject]) throws -> [String: String] {
        let attested = subjects.filter { $0.role == .report }.map(\.path)
        let names = Set(attested).union(Writers.all.map(\.fileName) + [EvidenceFile.name]).filter(isPlain)
        return try names.reduce(into: [:]) { found, name in
            let path = folder + "/" + name
            if InputFile.exists(path) { found[name] = SHA256.hex(try InputFile.read(path)) }
        }
    }

    /// A name from a signed file still chooses no file outside the folder.
    static func isPlain(_ name: String) -> Bool {
        !name.hasPrefix("/") && !name.split(separator: "/").contains("..") && !name.contains("\0")
    }
}
