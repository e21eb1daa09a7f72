internal import Attesting
internal import Glibc

/// Signatures over single reports, beside them, for tools that know nothing of ours.
enum ReportSignature {
    /// Name of the file with the signature over a report; nil for one that is not signed by itself.
    private static func name(over report: NamedFile) -> (name: String, form: SignatureForm)? {
        guard let form = SignatureForm(for: report.name, report.bytes), let dot = report.name.lastIndex(of: ".") else {
            return nil
        }
        return (report.name[..<dot] + form.ending, form)
    }

    /// The signature over a report; nil for one that is not signed by itself, and for a key that cannot.
    ///
    /// - Throws: `Failure` when libcrypto cannot sign, or the report is no JSON that has one canonical form.
    static func over(_ report: NamedFile, by key: SigningKey) throws -> (file: NamedFile, form: SignatureForm)? {
        guard let (name, form) = name(over: report) else { return nil }
        if form.isXML, !DetachedXMLSignature.isPossible(with: key.publicKey.kind) { return nil }
        let bytes = try Failure.asInput(about: report.name) {
            switch form {
            case .enveloped: try EnvelopedXMLSignature.file(over: report.bytes, by: key)
            case .detached: try DetachedXMLSignature.file(over: report.bytes, named: last(of: report.name), by: key)
            case .dsse:
                try Envelope.signing(payload(about: report), as: InTotoStatement.payloadType, with: key).file
            }
        }
        return (NamedFile(name: name, bytes: bytes), form)
    }

    /// Signs reports in a folder, and takes away signatures over what was just replaced.
    ///
    /// - Throws: `Failure` when a file cannot be read or written.
    static func write(over reports: [Subject], in folder: String, by key: SigningKey, xml: Bool) throws {
        for report in try read(reports, in: folder) {
            guard let (name, form) = name(over: report) else { continue }
            if form.isXML, !xml {
                unlink(folder + "/" + name)
            } else if let made = try over(report, by: key) {
                try AtomicFile.write(to: folder + "/" + name) { try $0(made.file.bytes) }
            }
        }
    }

    /// What holds of the signatures beside reports; nothing when there is none.
    ///
    /// - Throws: `Failure` when a file cannot be read.
    static func review(over reports: [Subject], in folder: String, trusting keys: [VerifyingKey]) throws -> [Outcome] {
        try read(reports, in: folder).compactMap { report in
            guard let (name, form) = name(over: report), InputFile.exists(folder + "/" + name) else { return nil }
            let file = NamedFile(name: name, bytes: try InputFile.read(folder + "/" + name))
            return review(file, over: report, form, trusting: keys)
        }
    }

    /// Whether a file is a signature of ours over a report with one of some keys.
    static func review(
        _ file: NamedFile, over report: NamedFile, _ form: SignatureForm, trusting keys: [VerifyingKey]
    ) -> Outcome {
        let signer = keys.first { key in
            switch form {
            case .enveloped: EnvelopedXMLSignature.verifies(file.bytes, over: report.bytes, by: key)
            case .detached:
                DetachedXMLSignature.verifies(file.bytes, over: report.bytes, named: last(of: report.name), by: key)
            case .dsse: verifies(file, about: report, by: key)
            }
        }
        return signer.map { Outcome(.holds, "\(file.name) was made over \(report.name) with the \($0)") }
            ?? Outcome(
                .differs, "\(file.name) is no signature of ours over \(report.name) with a key that is trusted here")
    }

    /// Whether an envelope holds what we say of a report, written as we write it, and nothing else.
    private static func verifies(_ file: NamedFile, about report: NamedFile, by key: VerifyingKey) -> Bool {
        guard let json = try? AttestationFile.json(file.bytes, name: file.name), let envelope = try? Envelope(json),
            let payload = try? payload(about: report)
        else { return false }
        return envelope.file == file.bytes && envelope.payloadType == InTotoStatement.payloadType
            && envelope.payload == payload && envelope.signatures.count == 1
            && key.verifies(envelope.signatures[0].bytes, over: envelope.preAuthentication)
    }

    private static func payload(about report: NamedFile) throws -> [UInt8] {
        let document = try AttestationFile.json(report.bytes, name: report.name)
        return OSCALStatement.payload(about: document, named: last(of: report.name))
    }

    private static func read(_ reports: [Subject], in folder: String) throws -> [NamedFile] {
        let names = reports.filter { $0.role == .report }.map(\.path).filter { path in
            [".xml", ".json"].contains(where: path.hasSuffix) && ReportFolder.isPlain(path)
                && InputFile.exists(folder + "/" + path)
        }
        return try names.map { NamedFile(name: $0, bytes: try InputFile.read(folder + "/" + $0)) }
    }

    /// What a signature calls the file that lies beside it.
    private static func last(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
