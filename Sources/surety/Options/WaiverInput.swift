internal import Cataloging
internal import Compliance

/// Accepted risks from the files that the user names and those that lie in the evidence.
enum WaiverInput {
    /// Reads all waivers.
    ///
    /// - Throws: `Failure` when a file is malformed: a waiver that cannot be read is not quietly left out.
    static func read(named: [String], beside evidence: Evidence, in paths: [String]) throws -> [Waiver] {
        let found = evidence[.artifact].filter { $0["kind"].text == "waivers" }.compactMap { $0["path"].text }
        let lying = found.compactMap { path in
            roots(paths).map { $0 + path }.first(where: InputFile.exists).map { (path, $0) }
        }
        var seen: Set<String> = []
        return try (named.map { ($0, $0) } + lying).filter { seen.insert($0.1).inserted }.flatMap { name, path in
            let bytes = try InputFile.read(path)
            return try Failure.asInput { try WaiverFile.read(bytes, path: name) }
        }
    }

    private static func roots(_ paths: [String]) -> [String] {
        paths.map { $0.hasSuffix("/") ? $0 : $0 + "/" } + [""]
    }
}
