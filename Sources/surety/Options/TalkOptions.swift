internal import ArgumentParser

/// How much is said, and in which colours.
struct TalkOptions: ParsableArguments {
    enum Color: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say everything: all gaps, all places.")
    var verbose = false

    @Option(name: .long, help: "Colours: auto (a terminal, unless NO_COLOR is set), always, never.")
    var color: Color = .auto

    /// Whether to write colours to standard output.
    var usesColor: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto:
            Console.isTerminal && (Console.environment("NO_COLOR") ?? "").isEmpty
                && Console.environment("TERM") != "dumb"
        }
    }
}
