/// Something that an item of a framework needs and that was not shown.
public enum Missing: Sendable, Hashable, CustomStringConvertible {
    /// A check that fails or cannot be decided.
    case check(CheckID, Verdict)
    /// Items that belong to this one and are open.
    case parts([ControlID])
    /// Items that belong to this one and that the profile leaves out: without them the whole is never shown.
    case leftOut([ControlID])
    /// A person's answer to a question.
    case statement(String)
    /// Evidence of any kind: no check looks at the item yet.
    case evidence

    /// What is missing, in words.
    public var description: String {
        switch self {
        case .check(let check, .notSatisfied): "\(check) fails"
        case .check(let check, let verdict): "\(check) is \(verdict.rawValue)"
        case .parts(let parts): "open: " + parts.map(\.item).joined(separator: ", ")
        case .leftOut(let parts): "left out by the profile: " + parts.map(\.item).joined(separator: ", ")
        case .statement(let question): "a statement: \(question)"
        case .evidence: "evidence: no check looks at it yet"
        }
    }
}
