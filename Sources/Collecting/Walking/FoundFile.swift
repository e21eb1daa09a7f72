/// A file that the walk came upon, not yet opened.
struct FoundFile: Hashable, Sendable {
    /// Where it is, relative to the assessed folder.
    let path: FilePath
    /// Its place for the operating system: bytes, since names need not be text.
    let location: [UInt8]
    /// Why it must not be opened; nil when it may.
    let refusal: String?
}

/// A folder, or a link to one, that the walk did not enter.
struct LeftOut: Hashable, Sendable {
    /// Where it is, relative to the assessed folder.
    let path: FilePath
    /// Why.
    let reason: String
    /// Whether it should have been entered and could not be.
    let isRefused: Bool
}
