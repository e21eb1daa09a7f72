public import Compliance
public import Testing

extension Check: CustomTestStringConvertible {
    /// A log of tests names a check; its whole text would bury what failed.
    public var testDescription: String { id.rawValue }
}
