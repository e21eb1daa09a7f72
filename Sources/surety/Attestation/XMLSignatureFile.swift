internal import Attesting
internal import Glibc

/// XML signatures over reports, beside them: detached over OSCAL, enveloped in a copy of CycloneDX.
enum XMLSignatureFile {
    /// Name of the file with the signature over a report; nil for one that is not signed so.
    private static func name(over report: NamedFile) -> (name: String, isEnveloped: Bool)? {
        guard report.name.hasSuffix(".xml") else { return nil }
        let stem = report.name.dropLast(4)
        if EnvelopedXMLSignature.isFor(report.name) { return (stem + ".signed.xml", true) }
        return DetachedXMLSignature.isFor(report.name, report.bytes) ? (stem + ".dsig.xml", false) : nil
    }

    /// The signature over a report; nil for one that is not signed so, and for a key that cannot.
    ///
    /// - Throws: `Failure` when libcrypto cannot sign.
    static func over(_ report: NamedFile, by key: SigningKey) throws -> (file: NamedFile, isEnveloped: Bool)? {
        guard DetachedXMLSignature.isPossible(with: key.publicKey.kind), let form = name(over: report) else {
            return nil
        }
        let bytes = try Failure.asInput(about: report.name) {
            form.isEnveloped
                ? try EnvelopedXMLSignature.file(over: report.bytes, by: key)
                : try DetachedXMLSignature.file(over: report.bytes, named: last(of: report.name), by: key)
        }
        return (NamedFile(name: form.name, bytes: bytes), form.isEnveloped)
    }

    /// Signs reports in a folder.
    ///
    /// - Throws: `Failure` when a file cannot be read or written.
    static func write(over reports: [Subject], in folder: String, by key: SigningKey) throws {
        for report in try read(reports, in: folder) {
            guard let made = try over(report, by: key) else { continue }
            try AtomicFile.write(to: folder + "/" + made.file.name) { try $0(made.file.bytes) }
        }
    }

    /// Takes away signatures over reports that were just replaced.
    ///
    /// - Throws: `Failure` when a report cannot be read.
    static func removeStale(over reports: [Subject], in folder: String) throws {
        for report in try read(reports, in: folder) {
            if let form = name(over: report) { unlink(folder + "/" + form.name) }
        }
    }

    /// What holds of the signatures beside reports; nothing when there is none.
    ///
    /// - Throws: `Failure` when a file cannot be read.
    static func review(over reports: [Subject], in folder: String, trusting keys: [VerifyingKey]) throws -> [Outcome] {
        try read(reports, in: folder).compactMap { report in
            guard let form = name(over: report), InputFile.exists(folder + "/" + form.name) else { return nil }
            let file = NamedFile(name: form.name, bytes: try InputFile.read(folder + "/" + form.name))
            return review(file, over: report, isEnveloped: form.isEnveloped, trusting: keys)
        }
    }

    private static func read(_ reports: [Subject], in folder: String) throws -> [NamedFile] {
        let names = reports.filter { $0.role == .report && $0.path.hasSuffix(".xml") }.map(\.path)
        return try names.filter { ReportFolder.isPlain($0) && InputFile.exists(folder + "/" + $0) }.map {
            NamedFile(name: $0, bytes: try InputFile.read(folder + "/" + $0))
        }
    }

    /// What a signature calls the file that lies beside it.
    private static func last(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Whether a file is a signature of ours over a report with one of some keys.
    static func review(
        _ file: NamedFile, over report: NamedFile, isEnveloped: Bool, trusting keys: [VerifyingKey]
    ) -> Outcome {
        let signer = keys.first { key in
            isEnveloped
                ? EnvelopedXMLSignature.verifies(file.bytes, over: report.bytes, by: key)
                : DetachedXMLSignature.verifies(file.bytes, over: report.bytes, named: last(of: report.name), by: key)
        }
        return signer.map { Outcome(.holds, "\(file.name) was made over \(report.name) with the \($0)") }
            ?? Outcome(
                .differs, "\(file.name) is no signature of ours over \(report.name) with a key that is trusted here")
    }
}
