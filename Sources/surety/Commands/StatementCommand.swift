internal import ArgumentParser

/// `surety statement`: what people state.
struct StatementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "Ask people what configuration cannot show, and see what their answers are worth.",
        subcommands: [
            StatementTemplate.self, StatementImport.self, StatementNew.self, StatementSign.self, StatementList.self,
            StatementCheck.self,
        ])
}
