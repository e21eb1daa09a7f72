internal import Hashing

extension BundleManifest {
    /// Files that stand beside the manifest and are not in it: they are what signs it.
    public static let unlisted = Set(StatementSet.names + [fileName, "attestation.crt.pem"])

    /// Holds files against the manifest: each has to be there with its digest, and none beside them.
    public func review(_ found: [String: [UInt8]]) -> [Outcome] {
        var outcomes: [Outcome] = []
        var matching = 0
        for file in files {
            guard let bytes = found[file.path] else {
                outcomes.append(Outcome(.differs, "\(file.path): is not there"))
                continue
            }
            let actual = File(file.path, bytes)
            if actual == file {
                matching += 1
            } else if actual.sha256 == file.sha256 {
                outcomes.append(Outcome(.differs, "\(file.path): its size or type is not as the manifest says"))
            } else {
                outcomes.append(
                    Outcome(.differs, "\(file.path): SHA-256 is \(actual.sha256), attested is \(file.sha256)"))
            }
        }
        for signature in signatures where found[signature.path] == nil {
            outcomes.append(Outcome(.differs, "\(signature.path): is not there"))
        }
        let known = Set(files.map(\.path) + signatures.map(\.path)).union(Self.unlisted)
        for path in found.keys.filter({ !known.contains($0) }).sorted() {
            outcomes.append(Outcome(.differs, "\(path): was added, and is not attested"))
        }
        return [Outcome(.holds, "\(matching) of \(files.count) files are those of the manifest")] + outcomes
    }
}
