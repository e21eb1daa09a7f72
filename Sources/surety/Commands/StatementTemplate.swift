internal import ArgumentParser
internal import Reporting

/// `surety statement template`.
struct StatementTemplate: ParsableCommand {
    enum Layout: String, CaseIterable, ExpressibleByArgument {
        case yaml, csv, markdown
    }

    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Write a questionnaire of exactly the open points, ready to fill in.",
        discussion: """
            Assesses what is there and asks, agent by agent, for what nobody has stated yet. Where no agent is found, it asks \
            everything that the frameworks ask people. What comes back as CSV or Markdown goes in by `surety statement import`.

            Examples:
              surety statement template . --framework nist-ai-rmf-1.0 > statements.yaml
              surety statement template . --format csv --output questions.csv
              surety statement template services/api --output services/api/statements.yaml
            """)

    @Argument(help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["."]

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @Option(name: .shortAndLong, help: "How to write: yaml, csv, markdown.")
    var format: Layout = .yaml

    @Option(
        name: .shortAndLong, help: ArgumentHelp("File to write instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    func run() throws {
        let questionnaire = Questionnaire(try judging.assess(paths, quiet: true))
        let bytes =
            switch format {
            case .yaml: Array(questionnaire.yaml.utf8)
            case .csv: questionnaire.csv
            case .markdown: Array(questionnaire.markdown.utf8)
            }
        guard let output else { return Console.write(bytes) }
        if InputFile.exists(output) {
            throw Failure.input(
                "\(output) is there already: give another name, what people stated is not overwritten")
        }
        try AtomicFile.write(to: output) { try $0(bytes) }
        Console.note("\(output): \(questionnaire.count) questions")
    }
}
