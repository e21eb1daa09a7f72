/// Where an evidence row was read.
public struct Provenance: Sendable, Hashable {
    /// The agent that the row is about.
    public var agent: AgentID
    /// Path of the file, relative to the assessed folder.
    public var artifact: String?
    /// Line, from 1.
    public var line: Int?
    /// Column, from 1, in Unicode scalars.
    public var column: Int?
    /// JSON pointer of the value.
    public var pointer: String?
    /// Whether the value is not there, and the place is where it would stand.
    public var isUnset: Bool
    /// Name of the collector.
    public var collector: String

    /// A place in a file, or none.
    public init(
        agent: AgentID, artifact: String? = nil, line: Int? = nil, column: Int? = nil, pointer: String? = nil,
        isUnset: Bool = false, collector: String
    ) {
        self.agent = agent
        self.artifact = artifact
        self.line = line
        self.column = column
        self.pointer = pointer
        self.isUnset = isUnset
        self.collector = collector
    }

    func fill(_ values: inout [Value]) {
        values[0] = .text(agent.rawValue)
        values[1] = Value(artifact)
        values[2] = Value(line)
        values[3] = Value(column)
        values[4] = Value(pointer)
        values[5] = isUnset ? true : .null
        values[6] = .text(collector)
    }
}
