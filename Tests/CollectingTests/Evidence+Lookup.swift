import Compliance

extension Evidence {
    /// The `artifact` row of a path.
    func artifact(_ path: String) -> Row? { self[.artifact].first { $0["path"].text == path } }

    /// Every text that the evidence would show.
    var texts: [String] {
        rows.values.flatMap { $0.flatMap { $0.values.compactMap(\.text) } } + excerpts.values.flatMap(\.values)
    }
}
