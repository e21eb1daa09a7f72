internal import ArgumentParser
internal import Attesting
internal import Reporting

/// `surety verify`: what of an attestation holds.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Verify an attestation or an evidence bundle: signatures, files, and the verdicts anew.",
        discussion: """
            Checks the signatures with the keys you bring, then the SHA-256 of every report beside the envelope. With \
            --evidence it reads the evidence again, assesses it for the recorded date, and compares digests, verdicts, gaps \
            and the bytes of every report. What nothing was given for is said as not checked.

            Of an evidence bundle, a folder or a ZIP archive, it checks every file against the signed manifest, the XML \
            signatures, and the form of each file; then it assesses the evidence in it anew, by the catalogs of this \
            version, and names what differs first. With --evidence it also collects the evidence again. Signatures under \
            statements are held against the keys of --statement-key; without them they are said as not checked.

            With --pae the bytes that were signed are written, for tools that are not ours:
              surety verify attestation.dsse.json --key key.pub.pem --pae pae.bin --signature sig.bin
              openssl pkeyutl -verify -pubin -inkey key.pub.pem -rawin -in pae.bin -sigfile sig.bin           Ed25519
              openssl dgst -sha256 -verify key.pub.pem -signature sig.bin pae.bin                             P-256, RSA

            Exit codes: 0 all that was checked holds, 1 something differs or the signature is not by that key, 64 usage, \
            65 not readable.
            """)

    @Argument(
        help: "The envelope attestation.dsse.json, or an evidence bundle: a folder or a ZIP archive.",
        completion: .file(extensions: ["json", "zip"]))
    var envelope: String

    @OptionGroup(title: "Trust")
    var trust: TrustOptions

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp("The folders and files that were attested, as they were given then.", valueName: "path"),
        completion: .file())
    var evidence: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Folder of the reports; that of the envelope by default.", valueName: "folder"),
        completion: .directory)
    var reports: String?

    @OptionGroup(title: "Judging, as it was given then")
    var judges: JudgeOptions

    @Option(
        name: .long,
        help: ArgumentHelp("A file of accepted risks, as it was given then.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var waivers: [String] = []

    @OptionGroup(title: "Signed statements")
    var signers: StatementKeyOptions

    @OptionGroup(title: "Evidence, as it was given then")
    var outside: EvidenceOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A folder with XML schemas (XSD) of OSCAL, CycloneDX, XCCDF: the XML reports of a bundle are held against those that declare them.",
            valueName: "folder"),
        completion: .directory)
    var schemas: String?

    @Option(
        name: .long, help: ArgumentHelp("Write the bytes that were signed.", valueName: "file"), completion: .file())
    var pae: String?

    @Option(name: .long, help: ArgumentHelp("Write the first signature.", valueName: "file"), completion: .file())
    var signature: String?

    @OptionGroup(title: "Talking")
    var talk: TalkOptions

    func validate() throws {
        if schemas != nil, !BundleFiles.isBundle(envelope) {
            throw ValidationError("--schemas is for the reports of a bundle: give a folder or a ZIP archive")
        }
        guard trust.isGiven || pae != nil || signature != nil else {
            throw ValidationError("a signature proves nothing without a key that you trust: give --key, or --cert")
        }
    }

    func run() throws {
        let bundle = BundleFiles.isBundle(envelope) ? try BundleFiles.read(envelope) : nil
        let sealed = try bundle.map { try BundleReview(envelope, $0, trusting: []).envelope() } ?? single()
        if let pae { try AtomicFile.write(to: pae) { try $0(sealed.preAuthentication) } }
        if let signature { try AtomicFile.write(to: signature) { try $0(sealed.signatures[0].bytes) } }
        guard trust.isGiven else { return }
        let trusted = try trust.load()
        var outcomes = trusted.outcomes
        if outcomes.contains(where: { $0.standing == .differs }) {
            outcomes.append(Outcome(.unchecked, "everything else: nobody who is trusted signed it"))
        } else if let bundle {
            let signers = try signers.trust(judging: evidence + [envelope])
            outcomes += try BundleReview(
                envelope, bundle, trusting: trusted.keys, signers: signers, schemas: reportSchemas()
            )
            .outcomes(repository())
        } else {
            outcomes += try review(sealed, trusting: trusted.keys)
        }
        let holds = !outcomes.contains { $0.standing == .differs }
        if !talk.quiet {
            for outcome in outcomes { Console.say(PlainText.oneLine("\(outcome.standing.rawValue): \(outcome.text)")) }
            Console.say(holds ? "All that was checked holds." : "The attestation does not hold.")
        }
        if !holds { throw ExitCode.failure }
    }

    private func reportSchemas() throws -> ReportSchemas {
        try schemas.map { try ReportSchemas($0) } ?? ReportSchemas.none
    }

    private func single() throws -> Envelope {
        try Failure.asInput(about: envelope) {
            try Envelope(AttestationFile.json(InputFile.read(envelope), name: envelope))
        }
    }

    private func review(_ sealed: Envelope, trusting keys: [VerifyingKey]) throws -> [Outcome] {
        let signatures = SignatureReview.review(sealed, trusting: keys)
        guard !signatures.contains(where: { $0.standing == .differs }) else {
            return signatures + [Outcome(.unchecked, "everything else: nobody who is trusted signed it")]
        }
        return try signatures + AttestationReview(self, trusting: keys).outcomes(of: sealed)
    }

    /// What was assessed, collected again; nil when it is not at hand.
    private func repository() throws -> Repository? {
        guard !evidence.isEmpty else { return nil }
        let again = try EvidenceInput.read(evidence, options: outside, quiet: talk.quiet)
        return Repository(evidence: again, waivers: try WaiverInput.read(named: [], beside: again, in: evidence))
    }
}
