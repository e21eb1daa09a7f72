public import Compliance

/// Why a check cannot be run.
public struct CheckError: Error, Hashable, CustomStringConvertible {
    /// The check.
    public let check: CheckID
    /// The cause, in words.
    public let reason: String

    /// A problem with a check.
    public init(_ check: CheckID, _ reason: String) {
        self.check = check
        self.reason = reason
    }

    /// The check and the cause.
    public var description: String { "check \(check): \(reason)" }
}
