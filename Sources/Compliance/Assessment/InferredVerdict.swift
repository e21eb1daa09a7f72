/// What the verdict of another item says of an item, along mappings: marked as inferred, and never a verdict of its own.
public struct InferredVerdict: Sendable, Hashable {
    /// One row of a mapping, read in the direction in which the verdict went along it.
    public struct Step: Sendable, Hashable {
        /// The mapping.
        public let mapping: MappingID
        /// The item that the verdict comes from.
        public let from: ControlID
        /// How that item relates to the next.
        public let relationship: Relationship
        /// The item that the verdict goes to.
        public let to: ControlID
        /// Why the two relate.
        public let because: String

        /// A step.
        public init(
            mapping: MappingID, from: ControlID, relationship: Relationship, to: ControlID, because: String
        ) {
            self.mapping = mapping
            self.from = from
            self.relationship = relationship
            self.to = to
            self.because = because
        }
    }

    /// `satisfied` or `not-satisfied`.
    public let verdict: Verdict
    /// The rows that lead from an item with a verdict of its own, at least one.
    public let path: [Step]

    /// An inferred verdict.
    public init(verdict: Verdict, path: [Step]) {
        self.verdict = verdict
        self.path = path
    }
}
