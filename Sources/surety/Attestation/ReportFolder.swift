internal import Attesting
internal import Compliance
internal import Hashing
internal import Reporting

/// Reports of an assessment as bytes, and the digests of files in a folder.
enum ReportFolder {
    /// All reports of an assessment, by their paths in the folder.
    static func reports(of assessment: Assessment) -> [NamedFile] {
        Writers.all.map { NamedFile(name: $0.fileName, bytes: $0.bytes(of: assessment)) }
    }

    /// Writes reports into a folder; each becomes a subject.
    ///
    /// - Throws: `Failure` when a file cannot be written.
    static func write(_ assessment: Assessment, by writers: [any Writer], into folder: String) throws -> [Subject] {
        try writers.map { writer in
            let bytes = writer.bytes(of: assessment)
            try AtomicFile.write(to: folder + "/" + writer.fileName) { try $0(bytes) }
            return Subject(.report, writer.fileName, sha256: SHA256.hex(bytes))
        }
    }

    /// Digests of the attested reports, and of files of the same kinds that are not attested, in a folder.
    static func digests(in folder: String, of subjects: [Subject]) throws -> [String: String] {
        let attested = subjects.filter { $0.role == .report }.map(\.path)
        let names = Set(attested).union(Writers.all.map(\.fileName)).filter(isPlain)
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
