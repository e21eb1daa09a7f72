internal import ArgumentParser
internal import Compliance

extension MapCommand {
    /// `surety map show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show every row of a mapping, with its reason.")

        @Argument(help: "Identifier of the mapping.") var id: String
        @Flag(help: "Read it from the other framework.") var reverse = false
        @OptionGroup var judging: JudgingOptions

        func run() throws {
            let catalog = try judging.catalog()
            guard let mapping = catalog.mapping(MappingID(id)) else {
                let known = catalog.mappings.map(\.id.rawValue).joined(separator: ", ")
                throw Failure.input("there is no mapping '\(id)'; known are \(known)")
            }
            Console.say(Explanation.text(of: mapping, reversed: reverse, in: catalog))
        }
    }
}
