internal import ArgumentParser
internal import Collecting
internal import Compliance
internal import Documents

/// `surety init`: set a repository up.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Set a repository up: a workflow, a place for accepted risks, what git should not keep.",
        discussion: """
            Looks which agents are there and where the repository is hosted, writes what is missing, and leaves alone what \
            is there. It asks nothing.

            Examples:
              surety init
              surety init services/desk --dry-run
            """)

    @Argument(help: "The repository.", completion: .directory)
    var folder = "."

    @Flag(name: .long, help: "Say what would be written, and write nothing.")
    var dryRun = false

    func run() throws {
        let evidence = try Failure.asInput { try Collection.run([folder]) { _ in } }
        let setup = RepositorySetup(folder: folder)
        let agents = Set(evidence[.agent].map(\.agent)).sorted()
        Console.say(
            agents.isEmpty
                ? "No agent was found here; what is written waits for one."
                : "Agents: " + agents.map(\.rawValue).joined(separator: ", "))
        for file in setup.files {
            guard !file.isThere else {
                Console.say("there already  \(file.path)" + (file.advice.isEmpty ? "" : ": \(file.advice)"))
                continue
            }
            if !dryRun { try file.write() }
            Console.say("\(dryRun ? "would write" : "written")  \(file.path)   \(file.purpose)")
        }
        Console.say(
            """

            Next:
              surety assess \(folder)                       what is open
              surety track \(folder) --baseline             remember where you stand
              surety statement template \(folder) > statements.yaml   what only people can answer
            """)
    }
}
