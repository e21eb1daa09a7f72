/// One thing that an assessment said, under a name by which the next assessment can be asked for it.
public struct Fact: Sendable, Hashable {
    /// What kinds of things an assessment says.
    public enum Facet: String, Sendable, Hashable, CaseIterable {
        /// An agent: how autonomous it is; basis: its product.
        case agent
        /// A file: whether it was read; basis: SHA-256 of its bytes.
        case artifact
        /// A framework that was assessed: its edition; basis: digest of what its items say.
        case framework
        /// A mapping between frameworks: its version; basis: SHA-256 of its file.
        case mapping
        /// A check as the catalog has it: digest of its expressions; basis: the items that it bears on.
        case rule
        /// A check on an agent: the verdict; basis: digest of the judged values, and the files that hold them.
        case check
        /// A framework item for an agent: verdict and extent.
        case control
        /// A statement: whether it counts; basis: digest of what it says.
        case statement
        /// A waiver: whether it holds; basis: last date and accepted value.
        case waiver
    }

    /// What a fact is about.
    public struct Key: Sendable, Hashable, Comparable {
        /// The kind.
        public let facet: Facet
        /// The agent; empty for what concerns none in particular.
        public let agent: String
        /// Check, item, path, or whatever names it among its kind.
        public let name: String

        /// A key.
        public init(_ facet: Facet, agent: String = "", _ name: String = "") {
            self.facet = facet
            self.agent = agent
            self.name = name
        }

        /// By kind, agent and name.
        public static func < (left: Key, right: Key) -> Bool {
            (left.facet.rawValue, left.agent, left.name) < (right.facet.rawValue, right.agent, right.name)
        }
    }

    /// What was said.
    public let value: String
    /// What it rested on, as text that is the same as long as that is the same.
    public let basis: String

    /// A fact.
    public init(_ value: String, basis: String = "") {
        self.value = value
        self.basis = basis
    }
}

extension Fact {
    /// Of the verdict of a check: why it is undetermined.
    var reason: String {
        String(basis.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().first ?? "")
    }

    /// Of the verdict of a check: the files that hold what was judged.
    var files: Set<String> { Set(basis.split(separator: "\n").dropFirst(reason.isEmpty ? 1 : 2).map(String.init)) }
}
