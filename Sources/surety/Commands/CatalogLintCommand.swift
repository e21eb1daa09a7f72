internal import ArgumentParser
internal import Cataloging
internal import Reporting

extension CatalogCommand {
    /// `surety catalog lint`.
    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a folder of catalogs.",
            discussion: """
                Reports what the loader refuses, and beside it empty questions, titles and statements that are there twice, \
                licences and sources that say nothing, aliases that stand for nothing.

                Exit codes: 0 clean, 1 problems, 65 a folder that cannot be read.
                """)

        @Argument(help: "The folder; the built-in catalog by default.", completion: .directory)
        var folder: String?

        func run() throws {
            let problems = try Failure.asInput { try CatalogLint.problems(in: folder) }
            for problem in problems { Console.say(PlainText.oneLine(problem.description)) }
            Console.note("\(folder ?? "built-in catalog"): \(problems.count) problems")
            if !problems.isEmpty { throw ExitCode(1) }
        }
    }
}
