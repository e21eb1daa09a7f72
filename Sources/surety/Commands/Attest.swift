internal import ArgumentParser
internal import Attesting
internal import Compliance
internal import Reporting

/// `surety attest`: assess, report, and sign what was found.
struct Attest: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assess, write the reports, and sign what they say of which files.",
        discussion: """
            Writes the reports and beside them attestation.dsse.json: an in-toto Statement v1 with the SHA-256 of every \
            report and of every file that was judged, the digest of the catalogs, every verdict and what was not read, in a \
            signed DSSE envelope. svr.dsse.json and test-result.dsse.json say the same in in-toto's own words, for policy \
            engines. It attests what Surety found, with every gap; it does not say that all is well.

            With --bundle everything goes into one folder or ZIP archive, with the evidence (as `surety collect` writes it), \
            the catalogs, accepted risks and statements, and a manifest that is signed: whoever has it and the public key \
            can verify it, and assess again, without the repository. XML reports are signed in it where the key can.

            With --history the reports say what it knows of each gap. What was used of it is written beside them, or into \
            the bundle, as gap-records.json, and is attested like them.

            The same inputs and --at give the same statement. Ed25519 and RSA give the same signature too.

            Examples:
              surety key new key.pem
              surety attest . --key key.pem --at 2026-11-24
              surety verify output/attestation.dsse.json --key key.pub.pem --evidence .
              surety attest . --key key.pem --bundle evidence.zip

            Exit codes: 0 signed, 2 signed, and something could not be read, 64 usage, 65 bad input or key.
            """)

    @Argument(help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["evidence"]

    @OptionGroup(title: "Signing")
    var signing: SigningOptions

    @Flag(
        help: """
            Also sign the XML reports with XML-DSig: OSCAL in assessment-results.dsig.xml, CycloneDX in \
            attestations.cdx.signed.xml; not with Ed25519.
            """)
    var xml = false

    @OptionGroup(title: "History")
    var known: KnownHistory

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Folder for the reports and the envelope.", valueName: "folder"), completion: .directory)
    var output = "output"

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write everything into this folder, or ZIP archive when it ends in .zip, and nothing elsewhere.",
            valueName: "path"), completion: .file())
    var bundle: String?

    @OptionGroup(title: "Formats")
    var formats: EditionOptions

    @OptionGroup(title: "Talking")
    var talk: TalkOptions

    func run() throws {
        // A key that cannot be used is said before anything is written.
        let (key, certificate) = try signing.load()
        if xml, !DetachedXMLSignature.isPossible(with: key.publicKey.kind) {
            throw Failure.input("\(signing.key): XML signatures need an ECDSA P-256 or RSA key")
        }
        var inputs = try judging.inputs(paths, quiet: talk.quiet)
        let assessment = try inputs.assess(known)
        let given =
            try NamedFiles.subjects(.waivers, judging.waivers) + NamedFiles.collected(paths)
            + NamedFiles.subjects(.findings, judging.evidence.findings + judging.judges.findingsMap)
            + (inputs.history.map { [Subject(.history, $0.name, sha256: $0.sha256)] } ?? [])
        let written: (path: String, subjects: Int)
        if let bundle {
            var maker = BundleMaker(assessment, of: inputs, in: formats.editions())
            let made = try maker.make(by: key, certificate, given: given, paths: paths)
            try BundleFiles.write(made.files, to: bundle)
            written = (bundle, made.subjects)
        } else {
            if let file = inputs.history {
                try AtomicFile.write(to: output + "/" + file.name) { try $0(file.bytes) }
            }
            written = try write(assessment, given, by: key, certificate)
        }
        if !talk.quiet {
            Console.say("Signed with the \(key.publicKey): \(written.subjects) files, \(written.path)")
            let given =
                paths + judging.evidence.actions.flatMap { ["--actions", $0] }
                + judging.signers.statementKey.flatMap { ["--statement-key", $0.contains(" ") ? "\"\($0)\"" : $0] }
            Console.say(
                "surety verify \(written.path) --key <public key> --evidence \(given.joined(separator: " "))")
        }
        throw Threshold.never.exitCode(for: assessment)
    }

    /// Writes reports and envelopes into the output folder.
    private func write(
        _ assessment: Assessment, _ given: [Subject], by key: SigningKey, _ certificate: [UInt8]?
    ) throws -> (path: String, subjects: Int) {
        let editions = formats.editions()
        let reports = try ReportFolder.write(assessment, in: Writers.formats(in: editions), into: output)
        let subjects = reports + Subject.all(in: assessment.evidence) + given
        for (name, statement) in StatementSet.statements(
            of: assessment, subjects: subjects, editions: editions.names)
        {
            let envelope = try Failure.asInput {
                try Envelope.signing(statement.payload, as: InTotoStatement.payloadType, with: key)
            }
            try AtomicFile.write(to: output + "/" + name) { try $0(envelope.file) }
        }
        try ReportSignature.write(over: reports, in: output, by: key, xml: xml)
        if let certificate { try AtomicFile.write(to: output + "/attestation.crt.pem") { try $0(certificate) } }
        return (output + "/" + StatementSet.own, Set(subjects).count)
    }
}
