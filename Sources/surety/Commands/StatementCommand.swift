internal import ArgumentParser
internal import Reporting

/// `surety statement`: what people state.
struct StatementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement", abstract: "Ask people what configuration cannot show.", subcommands: [Template.self])

    /// `surety statement template`.
    struct Template: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a questionnaire of exactly the open points, ready to fill in.",
            discussion: """
                Assesses what is there and asks, agent by agent, for what nobody has stated yet. Where no agent is found, it asks \
                everything that the frameworks ask people.

                Examples:
                  surety statement template . --framework nist-ai-rmf-1.0 > statements.yaml
                  surety statement template services/api --output services/api/statements.yaml
                """)

        @Argument(help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
        var paths: [String] = ["."]

        @OptionGroup(title: "Judging")
        var judging: JudgingOptions

        @Option(
            name: .shortAndLong, help: ArgumentHelp("File to write instead of standard output.", valueName: "file"),
            completion: .file())
        var output: String?

        func run() throws {
            let questionnaire = Questionnaire(try judging.assess(paths, quiet: true))
            guard let output else { return Console.write(Array(questionnaire.yaml.utf8)) }
            if InputFile.exists(output) {
                throw Failure.input(
                    "\(output) is there already: give another name, what people stated is not overwritten")
            }
            try AtomicFile.write(to: output) { try $0(Array(questionnaire.yaml.utf8)) }
            Console.note("\(output): \(questionnaire.count) questions")
        }
    }
}
