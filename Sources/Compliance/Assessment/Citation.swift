/// A place in the evidence that a finding rests on.
public struct Citation: Sendable, Hashable {
    /// Path of the file, relative to the assessed folder.
    public let artifact: String
    /// SHA-256 of the bytes read, when the file could be read.
    public let sha256: String?
    /// Line, from 1.
    public let line: Int?
    /// Column, from 1, in Unicode scalars.
    public let column: Int?
    /// JSON pointer of the value.
    public let pointer: String?
    /// Whether the file has no value there: the place is where it would stand.
    public let isUnset: Bool

    /// A citation.
    public init(
        artifact: String, sha256: String?, line: Int?, column: Int?, pointer: String?, isUnset: Bool = false
    ) {
        self.artifact = artifact
        self.sha256 = sha256
        self.line = line
        self.column = column
        self.pointer = pointer
        self.isUnset = isUnset
    }

    /// File, line and column as editors understand them: `.mcp.json:14:7`.
    public var place: String {
        [artifact, line.map(String.init), line == nil ? nil : column.map(String.init)]
            .compactMap(\.self).joined(separator: ":")
    }
}
