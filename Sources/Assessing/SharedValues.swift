/// Gives equal values one storage: agents of a fleet fail alike, and what they have in common is kept once.
struct SharedValues<Element: Hashable & Sendable>: Sendable {
    private var known: Set<Element> = []

    /// The value, in the storage of the first equal one.
    mutating func shared(_ value: Element) -> Element { known.insert(value).memberAfterInsert }
}
