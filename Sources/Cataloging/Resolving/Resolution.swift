public import Compliance

/// What a reference points at.
public enum ReferenceTarget: Sendable, Hashable, CustomStringConvertible {
    case framework(FrameworkID)
    case control(ControlID)
    case check(CheckID)

    /// Its identifier.
    public var description: String {
        switch self {
        case .framework(let id): id.rawValue
        case .control(let id): id.rawValue
        case .check(let id): id.rawValue
        }
    }

    /// The framework that it is, or is an item of.
    public var framework: FrameworkID? {
        switch self {
        case .framework(let id): id
        case .control(let id): id.framework
        case .check: nil
        }
    }
}

/// What a reference was found to mean.
public struct Resolution: Sendable, Hashable {
    /// One thing, several, or none.
    public enum Outcome: Sendable, Hashable {
        case resolved(ReferenceTarget)
        case ambiguous([ReferenceTarget])
        /// Nothing in force; why, and what comes nearest.
        case unknown(reason: String, nearest: [ReferenceTarget])
        /// An item of an edition or draft whose numbering no longer counts; what comes nearest today.
        case retired(reason: String, nearest: [ReferenceTarget])
    }

    /// The reference as it is written.
    public let reference: String
    /// What it means.
    public let outcome: Outcome
    /// What is wrong with the way it is written.
    public let warnings: [String]

    /// The one thing that it means.
    public var target: ReferenceTarget? {
        if case .resolved(let target) = outcome { target } else { nil }
    }
}
