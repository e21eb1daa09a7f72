/// What to do about a failure, written in a little Markdown.
///
/// Sentences with `` `code` `` in them, and fenced blocks of what can be pasted. A paragraph that begins with names of
/// products and a colon is about these products, with the blocks and sentences below it up to the next blank line or the
/// next such paragraph; every other paragraph is for all. `catalogs/README.md` says it to those who write checks.
public struct Remedy: Sendable, Hashable {
    /// A piece of a sentence.
    public enum Span: Sendable, Hashable {
        /// Words.
        case words(String)
        /// Code within a sentence.
        case code(String)
    }

    /// What stands together.
    public enum Block: Sendable, Hashable {
        /// Sentences, in one line.
        case prose([Span])
        /// What can be pasted: the word behind the fence, and the lines without the indent of the fence.
        ///
        /// What is `applicable` holds as it stands in the file that the part names, wherever the part applies.
        case code(language: String, lines: [String], isApplicable: Bool = false)
    }

    /// Blocks about the same products.
    public struct Part: Sendable, Hashable {
        /// The names with which it begins, as they are written; none for what is general.
        public let heads: [String]
        /// Sentences and code, in order.
        public var blocks: [Block]

        /// Blocks about products.
        public init(heads: [String], blocks: [Block]) {
            self.heads = heads
            self.blocks = blocks
        }
    }

    /// The parts, in order.
    public let parts: [Part]
    /// What is wrong with how it is written.
    public let problems: [RemedyProblem]

    /// Reads a remedy; what is written wrong is read as sentences.
    ///
    /// - Parameters:
    ///   - text: The remedy as it is written.
    ///   - known: Names of products, beside those that Surety knows, that begin a paragraph.
    public init(_ text: String, knowing known: [String] = []) {
        var reader = RemedyReader(known: known)
        reader.read(text)
        parts = reader.parts
        problems = reader.problems
    }

    /// Parts of a remedy that is already read.
    init(parts: [Part]) {
        self.parts = parts
        problems = []
    }

    /// All blocks, in order.
    public var blocks: [Block] { parts.flatMap(\.blocks) }
}

/// Something that is wrong with how a remedy is written.
public struct RemedyProblem: Sendable, Hashable, CustomStringConvertible {
    /// The line of the remedy, from 1.
    public let line: Int
    /// What is wrong.
    public let message: String

    /// The line and what is wrong.
    public var description: String { "line \(line): \(message)" }
}
