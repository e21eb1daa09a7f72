internal import ArgumentParser
internal import Attesting
internal import Compliance
internal import Reporting

/// `surety report`: formats of an assessment that was saved.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write more formats of a saved assessment, the same bytes as when it was made.",
        discussion: """
            Takes assessment.json with the evidence that `surety collect` wrote, or an evidence bundle, which holds both. \
            It assesses the evidence again, for the date, frameworks, profile, system and accepted risks that were saved. \
            Only when that gives the saved assessment, byte for byte, is anything written: a changed file, or another \
            version, is refused with the first line that differs. Signatures are `surety verify`'s.

            Examples:
              surety collect . --output output/evidence.json && surety assess output/evidence.json
              surety report --from output/assessment.json --format sarif --format oscal-ar
              surety report --from evidence.zip --format all --output reports

            Exit codes: 0 written, 64 usage, 65 not the assessment of this evidence, or not readable.
            """)

    @Option(
        name: .long,
        help: ArgumentHelp("assessment.json, or an evidence bundle: a folder or a ZIP archive.", valueName: "path"),
        completion: .file(extensions: ["json", "zip"]))
    var from: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The evidence of assessment.json, as `surety collect` wrote it; evidence.json beside it by default.",
            valueName: "file"), completion: .file(extensions: ["json"]))
    var evidence: String?

    @Option(
        name: .long,
        help: ArgumentHelp("A folder with your own frameworks and checks, as it was given then.", valueName: "folder"),
        completion: .directory)
    var catalogs: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("A file on the rules of other scanners, as it was given then.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var findingsMap: [String] = []

    @OptionGroup(title: "Signed statements, as they were given then")
    var signers: StatementKeyOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "What to write, as `surety assess` names it; repeat for several, or all.", valueName: "format"))
    var format: [String] = []

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder for the reports.", valueName: "folder"), completion: .directory)
    var output = "output"

    @OptionGroup(title: "OSCAL")
    var oscal: OSCALOptions

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
        if let unknown = format.first(where: { Writers.named([$0]).isEmpty }) {
            throw ValidationError("there is no format '\(unknown)'")
        }
        if BundleFiles.isBundle(from), evidence != nil || !catalogs.isEmpty || !findingsMap.isEmpty || signers.isGiven {
            throw ValidationError("a bundle holds its evidence and what judged it: give nothing beside it")
        }
    }

    func run() throws {
        let saved = try BundleFiles.isBundle(from) ? SavedAssessment(bundle: from) : single()
        let assessment = try saved.inputs.assess()
        let again = JSONWriter().bytes(of: assessment)
        guard again == saved.bytes else {
            throw Failure.input(
                PlainText.oneLine(
                    "\(from) is not what this version finds in the evidence; \(FirstLine.differing(saved.bytes, again))"
                ))
        }
        let subjects = try ReportFolder.write(
            assessment, in: Writers.named(format, oscal: oscal.oscalVersion), into: output)
        if !quiet { Console.say("Written: " + subjects.map { output + "/" + $0.path }.joined(separator: ", ")) }
    }

    private func single() throws -> SavedAssessment {
        let folder = from.lastIndex(of: "/").map { String(from[...$0]) } ?? ""
        return try SavedAssessment(
            from, evidence: evidence ?? folder + "evidence.json", catalogs: catalogs, findingsMaps: findingsMap,
            signers: signers.trust(judging: []))
    }
}
