/// A shell command line taken apart into its simple commands, quotes and substitutions seen through.
///
/// It is read as POSIX shell (XCU 2.3, token recognition), far enough to know which programs run with which words.
struct ShellScript {
    /// One program with its words.
    struct Command {
        /// The words, quotes removed; a substitution stands as `$()`.
        var words: [String] = []
        /// Files that its output goes to.
        var outputs: [String] = []
        /// What runs inside its substitutions.
        var inner: [ShellScript] = []
        /// Whether the command before it feeds it.
        var isPiped = false
    }

    /// The commands, in the order in which they are written.
    let commands: [Command]

    /// Deepest nesting of substitutions that is looked into; hostile input cannot exceed it.
    static let depth = 8

    /// Takes a command line apart.
    ///
    /// Nothing is refused: what is not closed ends where the text ends.
    init(_ text: String) { self.init(Array(text.prefix(65_536)), level: 0) }

    init(_ text: [Character], level: Int) {
        var lexer = ShellLexer(text, level: level)
        commands = lexer.commands()
    }

    /// All commands, those inside substitutions included.
    var all: [Command] { commands.flatMap { [$0] + $0.inner.flatMap(\.all) } }
}
