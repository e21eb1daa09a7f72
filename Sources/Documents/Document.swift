/// A configuration file as a tree that knows line and column of every key and value.
public struct Document: Sendable {
    /// The formats that can be read.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        /// RFC 8259, nothing more.
        case json
        /// JSON with comments and trailing commas.
        case jsonc
        /// <https://spec.json5.org>: comments, trailing commas, keys without quotes, single quotes, more numbers.
        case json5
        case yaml
        case toml
        /// Markdown that may begin with YAML between two lines of `---`.
        case markdown
        case xml
    }

    /// The format.
    public let format: Format
    /// The tree: for Markdown that of the front matter, an empty object when there is none.
    public let root: Node
    /// The text below the front matter, for Markdown; otherwise empty.
    public let body: String
    /// Line on which `body` begins, from 1.
    public let bodyLine: Int
    /// What can be read but does not count, for example keys written twice.
    public let warnings: [Diagnostic]

    /// A document from its parts.
    public init(format: Format, root: Node, body: String = "", bodyLine: Int = 1, warnings: [Diagnostic] = []) {
        self.format = format
        self.root = root
        self.body = body
        self.bodyLine = bodyLine
        self.warnings = warnings
    }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: The file as it is: a byte-order mark, UTF-16 and CRLF are understood.
    ///   - format: The format to read it in.
    ///   - limits: Bounds that hostile input cannot exceed.
    /// - Throws: `Diagnostic` with the place and the cause, for whatever cannot be read whole.
    public init(_ bytes: [UInt8], as format: Format, limits: Limits = .standard) throws(Diagnostic) {
        let source = try Source(bytes, limits: limits)
        do throws(Diagnostic) {
            switch format {
            case .json, .jsonc, .json5: self = try JSONParser.parse(source, as: format, limits: limits)
            case .yaml: self = try YAMLParser.parse(source, limits: limits)
            case .toml: self = try TOMLParser.parse(source, limits: limits)
            case .markdown: self = try MarkdownParser.parse(source, limits: limits)
            case .xml: self = try XMLParser.parse(source, limits: limits)
            }
        } catch {
            throw ConflictMarker.explanation(of: error, in: source.bytes) ?? error
        }
    }
}

/// Bounds that hostile input cannot exceed.
public struct Limits: Sendable, Hashable {
    /// Largest file, in bytes.
    public var bytes: Int
    /// Deepest nesting.
    public var depth: Int
    /// Most nodes that the tree may have, aliases expanded.
    public var nodes: Int

    /// Bounds.
    public init(bytes: Int, depth: Int, nodes: Int) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
    }

    /// 32 MiB, 256 levels (what libxml2 and toml++ allow at most), four million nodes.
    public static let standard = Limits(bytes: 32 << 20, depth: 256, nodes: 4_000_000)

    /// 512 MiB, 64 levels, 32 million nodes: what a run saved of a fleet is larger than any configuration file.
    public static let saved = Limits(bytes: 512 << 20, depth: 64, nodes: 32_000_000)
}
