internal import Compliance
internal import Documents

/// What the program knows of one product: which files are its, and what they mean.
///
/// Collectors interpret, checks only compare: precedence, defaults and traps of a product are decided here and come out
/// as plain columns.
protocol Collector: Sendable {
    /// Short name, written into every row.
    var name: String { get }

    /// What the collector reads, in one line.
    var summary: String { get }

    /// Public documents that its interpretation rests on.
    var documentation: [String] { get }

    /// What a file is to the product, by its path alone; nil when it is not one of its files.
    func kind(of path: FilePath) -> ArtifactKind?

    /// How files are known whose path does not tell; none for most products.
    var marks: [ContentMark] { get }

    /// Reads all files of the product in the assessed folder and records what they say.
    func collect(_ files: [SourceFile], into recorder: inout Recorder)
}

extension Collector {
    var marks: [ContentMark] { [] }
}

/// A collector of files that say something of agents which others found: exports of cloud rights, telemetry pipelines.
///
/// It is asked after the others, and may add to their rows what they could not know.
protocol Companion: Collector {
    /// Reads its files beside what was found, and adds to it.
    func collect(_ files: [SourceFile], beside evidence: inout Evidence, into recorder: inout Recorder)
}

extension Companion {
    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        var none = Evidence()
        collect(files, beside: &none, into: &recorder)
    }
}

/// What a file is to its product.
struct ArtifactKind: Hashable, Sendable {
    /// Name for reports, for example `claude-code settings`.
    let name: String
    /// Format to read it in; nil for plain text.
    let format: Document.Format?
    /// Whether the file is an agent's only when its collector draws on it, as settings of an editor are.
    let isOptional: Bool

    init(_ name: String, _ format: Document.Format?, isOptional: Bool = false) {
        self.name = name
        self.format = format
        self.isOptional = isOptional
    }
}
