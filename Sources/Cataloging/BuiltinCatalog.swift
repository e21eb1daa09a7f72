internal import Documents
internal import Parallel

/// The catalog that is compiled into the program.
enum BuiltinCatalog {
    /// Files that are read together: a task for each costs more than most files do.
    private static let filesAtOnce = 24

    /// Its files.
    ///
    /// The build tool has turned their YAML into JSON, which is read at once. `surety catalog lint` and the tests take them
    /// as not reviewed, and so review them; a run does not do so again.
    ///
    /// - Throws: `Diagnostic` when the embedded text is not JSON: a fault of the build.
    static func files(areReviewed: Bool = true) throws -> [CatalogFile] {
        let lines = Array(embeddedCatalogs.utf8).split(separator: UInt8(ascii: "\n"))
        return try lines.concurrentChunks(of: filesAtOnce) { lines in
            lines.map { line in Result { try file(line, isReviewed: areReviewed) } }
        }.joined().map { try $0.get() }
    }

    /// All files as one object of JSON, by their paths: for those who hand on what was judged by.
    static var json: [UInt8] {
        var json = Array("{".utf8)
        for (position, line) in Array(embeddedCatalogs.utf8).split(separator: UInt8(ascii: "\n")).enumerated() {
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
            guard parts.count == 3 else { continue }
            json += Array((position > 0 ? ",\n\"" : "\"").utf8) + parts[0] + Array("\":{\"sha256\":\"".utf8) + parts[1]
            json += Array("\",\"content\":".utf8) + parts[2] + Array("}".utf8)
        }
        return json + Array("}\n".utf8)
    }

    private static func file(_ line: ArraySlice<UInt8>, isReviewed: Bool) throws -> CatalogFile {
        let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard parts.count == 3 else { throw Diagnostic(.syntax, "the built-in catalog is damaged", at: nil) }
        return CatalogFile(
            path: String(decoding: parts[0], as: UTF8.self), digest: String(decoding: parts[1], as: UTF8.self),
            root: try Document(Array(parts[2]), as: .json).root, isReviewed: isReviewed)
    }
}
