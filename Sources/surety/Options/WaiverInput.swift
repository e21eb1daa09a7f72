internal import Compliance

/// Files of accepted risks: those that the user names and those that lie in the evidence.
enum WaiverInput {
    /// Reads the files; one that was named and lies in the evidence counts once.
    ///
    /// - Throws: `Failure` when one cannot be read.
    static func read(named: [String], beside evidence: Evidence, in paths: [String]) throws -> [NamedFile] {
        let lying = JudgedFile.all("waivers", in: evidence, of: paths)
        var seen: Set<String> = []
        return try named.filter { seen.insert($0).inserted }.map { try NamedFile(given: $0) }
            + lying.filter { seen.insert($0.place).inserted }.map {
                NamedFile(name: $0.path, bytes: try InputFile.read($0.place))
            }
    }
}

/// A file that was judged, and where it lies.
struct JudgedFile {
    /// Its path in the assessed folder.
    let path: String
    /// Its digest when it was collected.
    let sha256: String?
    /// Where it lies.
    let place: String

    /// The files of a kind that lie in what was assessed; not those of which only saved evidence speaks.
    ///
    /// - Parameters:
    ///   - kind: Name of the kind.
    ///   - evidence: What was collected.
    ///   - paths: What was assessed.
    ///   - read: Whether those that could not be read are left out.
    /// - Returns: The files that are there.
    static func all(_ kind: String, in evidence: Evidence, of paths: [String], read: Bool = false) -> [JudgedFile] {
        let roots = paths.map { $0.hasSuffix("/") ? $0 : $0 + "/" } + [""]
        return evidence[.artifact].filter { $0["kind"].text == kind }.compactMap { row in
            guard let path = row["path"].text, !read || row["status"].text == "read",
                let place = roots.lazy.map({ $0 + path }).first(where: InputFile.exists)
            else { return nil }
            return JudgedFile(path: path, sha256: row["sha256"].text, place: place)
        }
    }
}
