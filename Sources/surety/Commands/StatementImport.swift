internal import ArgumentParser

/// `surety statement import`.
struct StatementImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Put the answers of a questionnaire that came back into a statements file.",
        discussion: """
            Empty answers are left out; one that lacks who, when or until when is refused with its line, and nothing is written. \
            What stands in the statements file stays as it is.

            Examples:
              surety statement import questions.csv --output statements.yaml
              surety statement import questions.md --output services/api/statements.yaml
            """)

    @Argument(
        help: "The questionnaire: .csv, .md or .yaml.", completion: .file(extensions: ["csv", "md", "yaml", "yml"]))
    var questionnaire: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The statements file, beside the agents' configuration.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var output = "statements.yaml"

    func run() throws {
        let answers = try FilledQuestionnaire.read(InputFile.read(questionnaire), path: questionnaire)
        guard !answers.isEmpty else { throw Failure.input("\(questionnaire): no answer is filled in") }
        try StatementsFile(path: output).append(answers.map(\.draft))
        Console.note("\(output): \(answers.count) statements. `surety statement check` says which of them count.")
    }
}
