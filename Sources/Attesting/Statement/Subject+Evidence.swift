public import Compliance

extension Subject {
    /// The files of evidence whose bytes were read, with the digests that the collector took.
    public static func all(in evidence: Evidence) -> [Subject] {
        let files = evidence[.artifact].compactMap { row -> Subject? in
            guard let path = row["path"].text, let digest = row["sha256"].text else { return nil }
            return Subject(.evidence, path, sha256: digest)
        }
        return Set(files).sorted { $0.name < $1.name }
    }
}
