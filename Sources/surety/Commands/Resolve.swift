internal import ArgumentParser
internal import Cataloging
internal import Compliance
internal import Documents

/// `surety resolve`: which framework item a reference means.
struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say which framework item a reference means.",
        discussion: """
            Each argument is one reference as people write it: an identifier, a title, or both, with or without the name of the \
            framework. An identifier that means different items in different editions has all of them as candidates.

            Exit codes: 0 all resolved, 1 one is ambiguous or unknown.

            Examples:
              surety resolve ASI-1 "GOVERN 1.1" GV-1.1-001
              surety resolve LLM03:2025
              surety resolve LLM03 --framework owasp-llm-2025
              surety resolve - < references.txt
            """)

    @Argument(help: "References; - reads one from each line of standard input.")
    var references: [String]

    @Option(
        name: .long,
        help: ArgumentHelp("The framework that is meant, by identifier or as people name it.", valueName: "name"))
    var framework: String?

    @Flag(help: "Write one JSON object on a line for each reference.")
    var json = false

    @OptionGroup var options: CatalogOptions

    func run() throws {
        let catalog = try options.catalog()
        let resolver = ReferenceResolver(catalog)
        var isAllResolved = true
        for reference in try lines() {
            let resolution = resolver.resolve(reference, framework: framework)
            isAllResolved = isAllResolved && resolution.target != nil
            let lines = ResolutionText(resolution, catalog)
            Console.say(json ? lines.json : lines.plain)
        }
        if !isAllResolved { throw ExitCode(1) }
    }

    private func lines() throws -> [String] {
        try references.flatMap { reference -> [String] in
            guard reference == "-" else { return [reference] }
            let bytes = try Failure.asInput { try Document.text(InputFile.read("/dev/stdin")) }
            return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init).filter {
                !$0.allSatisfy(\.isWhitespace)
            }
        }
    }
}
