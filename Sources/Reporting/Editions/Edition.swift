/// The editions of a format of others that are written; importers accept their own alone.
public protocol Edition: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
    /// What is written when nobody asks for another.
    static var usual: Self { get }
}
