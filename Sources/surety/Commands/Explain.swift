internal import ArgumentParser
internal import Compliance

/// `surety explain`: a check, a control, a framework or a gap in full.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a check, a control, a framework, a profile or a gap.",
        discussion: """
            Examples:
              surety explain mcp/transport-encrypted
              surety explain owasp-asi-2026/asi02
              surety explain high-autonomy
              surety explain G-3F2A91C04D repo            a gap of an assessment of repo
            """)

    @Argument(help: "Identifier of a check, a control, a framework, a profile or a gap.")
    var id: String

    @Argument(help: "For a gap: what to assess.", completion: .file())
    var paths: [String] = ["evidence"]

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    func run() throws {
        if id.hasPrefix("G-") {
            let assessment = try judging.assess(paths, quiet: true)
            guard let gap = assessment.register.first(where: { $0.id.rawValue == id }) else {
                throw Failure.input("no gap \(id) in an assessment of \(paths.joined(separator: " "))")
            }
            Console.say(Explanation.text(of: gap, in: assessment))
            return
        }
        let catalog = try judging.catalog()
        if let check = catalog.check(CheckID(id)) {
            Console.say(Explanation.text(of: check, in: catalog))
        } else if let control = catalog.control(ControlID(id)) {
            Console.say(Explanation.text(of: control, in: catalog))
        } else if let framework = catalog.framework(FrameworkID(id)) {
            Console.say(Explanation.text(of: framework))
        } else if let profile = catalog.profile(ProfileID(id)) {
            Console.say(try Failure.asInput { try Explanation.text(of: profile, in: catalog) })
        } else {
            throw Failure.input(unknown(in: catalog))
        }
    }

    private func unknown(in catalog: Catalog) -> String {
        if let tailoring = catalog.tailoring,
            tailoring.leftOut.keys.contains(ControlID(id)) || tailoring.leftOutChecks.contains(CheckID(id))
        {
            return "profile \(tailoring.profile.id) leaves '\(id)' out"
        }
        let known =
            catalog.checks.map(\.id.rawValue) + catalog.frameworks.flatMap(\.controls).map(\.id.rawValue)
            + catalog.frameworks.map(\.id.rawValue) + catalog.profiles.map(\.id.rawValue)
        let close = known.filter { $0.contains(id) || $0.hasSuffix("/" + id.lowercased()) }.prefix(5)
        let hint = close.isEmpty ? "" : "; did you mean \(close.joined(separator: ", "))?"
        return "nothing is called '\(id)'\(hint)"
    }
}
