internal import Attesting
internal import Glibc

/// The XML signature over the OSCAL results, beside them.
enum XMLSignatureFile {
    private static let signed = "assessment-results.xml"
    private static let name = "assessment-results.dsig.xml"

    /// Signs the results in a folder.
    ///
    /// - Throws: `Failure` when a file cannot be read or written.
    static func write(in folder: String, by key: SigningKey) throws {
        let bytes = try InputFile.read(folder + "/" + signed)
        let file = try Failure.asInput { try DetachedXMLSignature.file(over: bytes, named: signed, by: key) }
        try AtomicFile.write(to: folder + "/" + name) { try $0(file) }
    }

    /// Takes away a signature over results that were just replaced.
    static func removeStale(in folder: String) { unlink(folder + "/" + name) }

    /// What holds of the signature in a folder; nothing when there is none.
    ///
    /// - Throws: `Failure` when a file cannot be read.
    static func review(in folder: String, trusting keys: [VerifyingKey]) throws -> [Outcome] {
        guard InputFile.exists(folder + "/" + name), InputFile.exists(folder + "/" + signed) else { return [] }
        let file = try InputFile.read(folder + "/" + name)
        let bytes = try InputFile.read(folder + "/" + signed)
        let signer = keys.first { DetachedXMLSignature.verifies(file, over: bytes, named: signed, by: $0) }
        return [
            signer.map { Outcome(.holds, "\(name) was made over \(signed) with the \($0)") }
                ?? Outcome(.differs, "\(name) is no signature of ours over \(signed) with a key that is trusted here")
        ]
    }
}
