internal import Compliance
internal import Documents
internal import Reporting
internal import Tracking

/// An assessment that was saved, as the history would remember it: `assessment.json`, or the one in an evidence bundle.
///
/// It is taken at its word. Whether a bundle is signed, and whether its evidence gives what it says, is asked by
/// `surety verify`.
struct SnapshotFile {
    /// What it said.
    let snapshot: Snapshot
    /// Name of the system; nil when none was given.
    let system: String?

    private let path: String

    /// Reads an `assessment.json`, a bundle as folder or ZIP archive, or a folder of reports.
    ///
    /// - Throws: `Failure` for anything else.
    init(_ path: String) throws {
        self.path = path
        let root = try Self.root(path)
        guard root["schema"]?.string == "surety-assessment" else {
            throw Failure.input("\(path) is no assessment.json of Surety")
        }
        guard root["schema_version"]?.integer == JSONWriter.schemaVersion else {
            throw Failure.input("\(path) was written by a version of Surety whose assessment.json is another")
        }
        let reading = SavedReading(path: path)
        system = root["system"]?.string
        snapshot = try reading.snapshot(root)
    }

    private static func root(_ path: String) throws -> Node {
        let bytes = try bytes(path)
        return try Failure.asInput(about: path) { try Document(bytes, as: .json, limits: .saved).root }
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        let name = JSONWriter().fileName
        guard BundleFiles.isBundle(path) else { return try InputFile.read(path) }
        if !path.lowercased().hasSuffix(".zip") {
            for inner in ["reports/" + name, name] where InputFile.exists(path + "/" + inner) {
                return try RegularFile.read(path + "/" + inner, atMost: Limits.saved.bytes)
            }
        } else if let saved = try BundleFiles.read(path)["reports/" + name] {
            return saved
        }
        throw Failure.input("\(path) holds no assessment: there is no reports/\(name) in it")
    }
}
