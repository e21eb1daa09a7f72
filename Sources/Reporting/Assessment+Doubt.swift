public import Compliance

extension Assessment {
    /// Why nothing open would not mean that nothing is wrong: files that were not read, agents of unknown autonomy; empty
    /// when all was seen.
    public var doubt: String { Coverage(self).doubt }
}
